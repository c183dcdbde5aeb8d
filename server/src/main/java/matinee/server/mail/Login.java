package matinee.server.mail;

/// Who we are to a mail server, and the key that proves it: a password or what the server gives out
/// instead.
public record Login(String user, String key) {

  /// Throws `IllegalArgumentException`, without the key, for what cannot be sent.
  public Login {
    if (user.isBlank() || key.isBlank() || Words.breakALine(user) || Words.breakALine(key)) {
      throw new IllegalArgumentException("the user or the key is empty, or has what is no text");
    }
  }

  /// Says neither: some servers take the key for the user too.
  @Override
  public String toString() {
    return "a login";
  }
}
