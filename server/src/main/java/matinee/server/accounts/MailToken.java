package matinee.server.accounts;

import java.time.Duration;

/// What stands in the link of a letter to the owner of `account`: whoever shows it has read what
/// was sent to the address `to`. Not shown as text.
public record MailToken(Purpose purpose, Account account, EmailAddress to, String value) {

  /// What a token is good for.
  public enum Purpose {
    /// It shows that mail to the address arrives. Good for 7 days, and as often as somebody likes.
    CONFIRM("confirm", Duration.ofDays(7)),
    /// A new password may be chosen by it, once. Good for an hour.
    RESET("reset", Duration.ofHours(1)),
    /// The address to which it was sent becomes that of the account, once. Good for an hour.
    CHANGE("change", Duration.ofHours(1)),
    /// The address to which it was sent becomes that of the account again, instead of whatever came
    /// after it. Good for 7 days.
    UNDO("undo", AddressRows.UNDONE_WITHIN);

    private final String word;
    private final Duration lifetime;

    Purpose(String word, Duration lifetime) {
      this.word = word;
      this.lifetime = lifetime;
    }

    /// By this the proofs for one are none for the other.
    String word() {
      return word;
    }

    /// For how long it is good.
    Duration lifetime() {
      return lifetime;
    }
  }

  @Override
  public String toString() {
    return "MailToken";
  }
}
