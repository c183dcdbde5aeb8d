package matinee.server.mail;

/// What became of a letter that was shown to the mail server. `words` are the server's, or those of
/// whatever kept us from it: one line, at most 300 characters, never a key.
public sealed interface Delivery {

  String words();

  /// The server has taken it, and sees to the rest.
  record Taken(String words) implements Delivery {}

  /// The server has not taken it.
  record Failed(Trouble trouble, String words) implements Delivery {}

  /// Why a server does not take a letter.
  enum Trouble {
    /// It does not answer, or went away.
    AWAY,
    /// The connection could not be kept from others.
    NOT_SECURE,
    /// It does not take the login.
    LOGIN_REFUSED,
    /// It does not send for the address from which letters come.
    SENDER_REFUSED,
    /// Not now, says the server (4xx).
    LATER,
    /// Not to this person, not now and not later (5xx).
    RECIPIENT_REFUSED,
    /// Not this letter, not now and not later (5xx).
    LETTER_REFUSED;

    /// Does trying again make no sense?
    boolean isForGood() {
      return this == RECIPIENT_REFUSED || this == LETTER_REFUSED;
    }

    /// Would every other letter fare the same now?
    boolean isOfAll() {
      return switch (this) {
        case AWAY, NOT_SECURE, LOGIN_REFUSED, SENDER_REFUSED -> true;
        case LATER, RECIPIENT_REFUSED, LETTER_REFUSED -> false;
      };
    }
  }
}
