package matinee.server.accounts;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.server.accounts.AddressRows.Asked;
import matinee.server.accounts.AddressRows.Change;
import matinee.server.accounts.AddressRows.End;
import matinee.server.accounts.MailToken.Purpose;
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

  /// An address that somebody wants: asked for `at` this time on this device. It waits for an
  /// answer to the letter, which is good until `until`, or was done, or is wanted no more.
  public record Wanted(
      EmailAddress email,
      Instant at,
      DeviceName device,
      Instant until,
      Optional<Instant> changed,
      Optional<Instant> withdrawn) {}

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
        () -> row.flatMap(it -> want(it, asking.device(), wanted)));
  }

  private Optional<Wish> want(AccountRows.Row row, DeviceId device, EmailAddress wanted) {
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
                AddressRows.want(session, account, device, wanted, now);
              }
              return isSame;
            });
    var asked = new Asked(now, DeviceName.NONE, now);
    var change = new Change(account.email(), account.confirmed(), wanted, asked, new End.Waiting());
    return isNoted ? Optional.of(wish(account, change, now)) : Optional.empty();
  }

  private Wish wish(Account account, Change change, Instant now) {
    var mailed = keys.mailed();
    var wanted = change.wanted();
    return new Wish(
        mailed.issue(Subject.undoing(change.before()), account, now),
        mailed.issue(Subject.changing(change), account, wanted, now),
        rows.keeping(wanted, now)
            .map(AccountRows.Row::account)
            .filter(it -> !it.id().equals(account.id())));
  }

  /// The addresses that `account` wanted in the last seven days, the oldest first; of those wanted
  /// in place of the same one the newest.
  public List<Wanted> wanted(AccountId account) {
    return addresses.of(account).stream().map(AddressChanges::wanted).toList();
  }

  private static Wanted wanted(Change change) {
    var asked = change.asked();
    return new Wanted(
        change.wanted(),
        asked.at(),
        asked.device(),
        asked.sent().plus(Purpose.CHANGE.lifetime()),
        change.end() instanceof End.Changed(var at) ? Optional.of(at) : Optional.empty(),
        change.end() instanceof End.Withdrawn(var at) ? Optional.of(at) : Optional.empty());
  }

  /// The address that `account` wants and that waits for an answer to its letter, whether that is
  /// still good or not.
  public Optional<Wanted> waiting(Account account) {
    return waitingOf(account).map(AddressChanges::wanted);
  }

  private Optional<Change> waitingOf(Account account) {
    return addresses.of(account.id()).stream()
        .filter(it -> it.end() instanceof End.Waiting)
        .filter(it -> it.before().key().equals(account.email().key()))
        .findFirst();
  }

  /// What is to be sent again about the address that `account` waits for, if it does.
  public Optional<Wish> again(Account account) {
    var now = clock.instant();
    return waitingOf(account)
        .filter(it -> addresses.send(account.id(), it, now))
        .map(it -> wish(account, it, now));
  }

  /// The address that `account` waits for is wanted no more; whether there was one. The letter to
  /// the one that it has stays good, for who says so may be whoever took the account.
  public boolean withdraw(Account account) {
    var now = clock.instant();
    return waitingOf(account)
        .filter(
            wish ->
                witness.saw(
                    Deed.WITHDRAW_ADDRESS,
                    account.id(),
                    Map.of(),
                    session -> AddressRows.withdraw(session, account.id(), wish, now)))
        .isPresent();
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
