package matinee.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import matinee.server.accounts.MailToken.Purpose;

/// Tokens in letters, kept nowhere. Written `ACCOUNT.EXPIRY.PROOF`, with the expiry in seconds
/// since 1970. The proof is also over what the token is to change or to confirm: so one by which
/// the password was changed is over, and so is one for an address that the account had before. Safe
/// for use by any thread.
final class MailTokens {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9_-]{22})\\.([0-9]{1,12})\\.([A-Za-z0-9_-]{43})");

  private final SigningKeys keys;

  MailTokens(SigningKeys keys) {
    this.keys = keys;
  }

  /// What a token is good for, and what it is over beside the account: once that is another, the
  /// token is over.
  record Subject(Purpose purpose, String state) {

    /// That the address of the account is confirmed.
    static Subject confirming(AccountRows.Row row) {
      return new Subject(Purpose.CONFIRM, row.account().email().key());
    }

    /// That the account gets a new password.
    static Subject resetting(AccountRows.Row row) {
      return new Subject(Purpose.RESET, row.passwordHash() + " " + row.account().email().key());
    }

    /// That the account gets the address that it wants.
    static Subject changing(AddressRows.Change wish) {
      var from = wish.before().key() + " " + wish.asked().at().toEpochMilli();
      return new Subject(Purpose.CHANGE, from + " " + wish.wanted().key());
    }

    /// That the account keeps `before`, or gets it back. Not over because the same is wanted again:
    /// else whoever took the account could see to it that its owner has no good letter.
    static Subject undoing(EmailAddress before) {
      return new Subject(Purpose.UNDO, before.key());
    }
  }

  /// One for the owner of the account, to be sent to its address; good from `now` on.
  MailToken issue(Subject subject, Account account, Instant now) {
    return issue(subject, account, account.email(), now);
  }

  /// As [#issue(Subject, Account, Instant)], to be sent to another address of the owner's.
  MailToken issue(Subject subject, Account account, EmailAddress to, Instant now) {
    var purpose = subject.purpose();
    var id = account.id().value();
    var expiry = Long.toString(now.plus(purpose.lifetime()).getEpochSecond());
    var value = id + "." + expiry + "." + proof(subject, id, expiry);
    return new MailToken(purpose, account, to, value);
  }

  /// Whose `shown` says that it is, if it has the form of a token. Proves nothing.
  static Optional<AccountId> account(String shown) {
    var found = FORM.matcher(shown);
    return found.matches() ? Optional.of(new AccountId(found.group(1))) : Optional.empty();
  }

  /// Is `shown` one of ours for `account`, as `subject` says that it is now, and good at `now`?
  boolean isGood(String shown, Subject subject, AccountId account, Instant now) {
    var found = FORM.matcher(shown);
    return found.matches()
        && found.group(1).equals(account.value())
        && MessageDigest.isEqual(
            bytes(found.group(3)), bytes(proof(subject, account.value(), found.group(2))))
        && now.getEpochSecond() < Long.parseLong(found.group(2));
  }

  private String proof(Subject subject, String account, String expiry) {
    return Opaque.text(
        keys.prove(
            subject.purpose().word(), bytes(account), bytes(expiry), bytes(subject.state())));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
