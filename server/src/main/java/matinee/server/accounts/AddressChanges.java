package matinee.server.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import matinee.server.accounts.AddressRows.Change;
import matinee.server.accounts.MailTokens.Subject;

/// Changes the addresses of accounts, each when its owner has shown by a letter that mail arrives
/// there; and back again, by a letter to the address before. Blocks. Safe for use by any thread.
public final class AddressChanges {
  private final AccountRows rows;
  private final AddressRows addresses;
  private final Witness witness;
  private final Sessions.Keys keys;
  private final PasswordCheck check;
  private final InstantSource clock;

  /// Somebody wants another address. `undo` goes to the one that they have. If nobody has the one
  /// that they want, `change` goes there; else `taken` says who is to be told instead.
  public record Wish(MailToken undo, MailToken change, Optional<Account> taken) {}

  AddressChanges(
      AccountRows rows,
      AddressRows addresses,
      Witness witness,
      Sessions.Keys keys,
      PasswordCheck check,
      InstantSource clock) {
    this.rows = rows;
    this.addresses = addresses;
    this.witness = witness;
    this.keys = keys;
    this.check = check;
    this.clock = clock;
  }

  /// Notes that `asking`, who has `typed` the password, wants the address `wanted`, whether
  /// somebody else has it or not. Until that is confirmed the account goes by the one that it has.
  /// What was wanted before is wanted no more. Throws [TooBusy].
  public Guarded<Wish> want(SignedIn asking, String typed, EmailAddress wanted) {
    var row = rows.with(asking.account().id());
    return check.guard(
        "device " + asking.device().value(),
        typed,
        row.map(AccountRows.Row::passwordHash),
        () -> row.flatMap(it -> want(it, wanted)));
  }

  private Optional<Wish> want(AccountRows.Row row, EmailAddress wanted) {
    var account = row.account();
    var hash = row.passwordHash();
    var now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
    boolean isNoted =
        witness.saw(
            Deed.WANT_ADDRESS,
            account.id(),
            Map.of(),
            session -> {
              boolean isSame = AccountRows.changePassword(session, account.id(), hash, hash);
              if (isSame) {
                AddressRows.want(session, account, wanted, now);
              }
              return isSame;
            });
    return isNoted ? Optional.of(wish(account, wanted, now)) : Optional.empty();
  }

  private Wish wish(Account account, EmailAddress wanted, Instant now) {
    var mailed = keys.mailed();
    var before = account.email();
    var change = new Change(before, account.confirmed(), wanted, now, Optional.empty());
    return new Wish(
        mailed.issue(Subject.undoing(before), account, now),
        mailed.issue(Subject.changing(change), account, wanted, now),
        rows.keeping(wanted, now)
            .map(AccountRows.Row::account)
            .filter(it -> !it.id().equals(account.id())));
  }

  /// Gives the account `asking` the address to which `shown` was sent; whether `shown` is good. Who
  /// has only the letter is not enough, as for [Accounts#confirm].
  public boolean change(AccountId asking, String shown) {
    var now = clock.instant();
    return addresses.of(asking).stream()
        .filter(it -> keys.mailed().isGood(shown, Subject.changing(it), asking, now))
        .anyMatch(
            wish ->
                witness.saw(
                    Deed.CHANGE_ADDRESS,
                    asking,
                    Map.of(),
                    session -> AddressRows.change(session, asking, wish, now)));
  }

  /// Gives the account of whoever had the address to which `shown` was sent that address back, as
  /// it was, forgets what came after it, and signs all devices out, for somebody else knows the
  /// password; whether `shown` is good.
  public boolean undo(String shown) {
    return MailTokens.account(shown).filter(it -> isUndone(it, shown)).isPresent();
  }

  private boolean isUndone(AccountId account, String shown) {
    var now = clock.instant();
    return addresses.of(account).stream()
        .filter(it -> keys.mailed().isGood(shown, Subject.undoing(it.before()), account, now))
        .anyMatch(
            change ->
                witness.saw(
                    Deed.UNDO_ADDRESS,
                    account,
                    Map.of(),
                    session -> {
                      boolean isUndone = AddressRows.undo(session, account, change);
                      if (isUndone) {
                        DeviceRows.endAll(session, account, now);
                      }
                      return isUndone;
                    }));
  }
}
