package matinee.server.accounts;

/// What a device is given so that it stays signed in: `access` shows for ten minutes who asks,
/// `refresh` brings the next. Not shown as text.
public record Tokens(Account account, String access, String refresh) {

  @Override
  public String toString() {
    return "Tokens";
  }
}
