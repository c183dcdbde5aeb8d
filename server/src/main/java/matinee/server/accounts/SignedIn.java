package matinee.server.accounts;

/// Who asks, as an access token told, and from which device; it was signed in a moment ago.
public record SignedIn(Account account, DeviceId device) {

  /// The session by which that is so.
  public SessionId session() {
    return new SessionId(account.id(), device);
  }
}
