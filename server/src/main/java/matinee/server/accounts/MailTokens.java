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

  /// One for the owner of the account, good from `now` on.
  MailToken issue(Purpose purpose, AccountRows.Row row, Instant now) {
    var id = row.account().id().value();
    var expiry = Long.toString(now.plus(purpose.lifetime()).getEpochSecond());
    var value = id + "." + expiry + "." + proof(purpose, row, expiry);
    return new MailToken(purpose, row.account(), value);
  }

  /// Whose `shown` says that it is, if it has the form of a token. Proves nothing.
  static Optional<AccountId> account(String shown) {
    var found = FORM.matcher(shown);
    return found.matches() ? Optional.of(new AccountId(found.group(1))) : Optional.empty();
  }

  /// Is `shown` one of ours for the account as it is now, and good at `now`?
  boolean isGood(String shown, Purpose purpose, AccountRows.Row row, Instant now) {
    var found = FORM.matcher(shown);
    return found.matches()
        && found.group(1).equals(row.account().id().value())
        && MessageDigest.isEqual(bytes(found.group(3)), bytes(proof(purpose, row, found.group(2))))
        && now.getEpochSecond() < Long.parseLong(found.group(2));
  }

  private String proof(Purpose purpose, AccountRows.Row row, String expiry) {
    var account = row.account();
    var state =
        switch (purpose) {
          case CONFIRM -> account.email().key();
          case RESET -> row.passwordHash();
        };
    return Opaque.text(
        keys.prove(purpose.word(), bytes(account.id().value()), bytes(expiry), bytes(state)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
