package matinee.server.accounts;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import matinee.server.accounts.Account.Profile;
import matinee.server.accounts.MailTokens.Subject;

/// Makes accounts, changes and deletes them. Blocks. Safe for use by any thread.
public final class Accounts {
  private static final int ID_BYTES = 16;

  private final Witness witness;
  private final Sessions.Keys keys;
  private final Passwords passwords;
  private final PasswordCheck check;
  private final InstantSource clock;
  private final RandomGenerator chance;
  private final AccountRows rows;

  /// Somebody who wants an account.
  public record Application(EmailAddress email, Password password, Profile profile) {}

  /// `chance` is a cryptographic source.
  Accounts(
      AccountRows rows,
      Witness witness,
      Sessions.Keys keys,
      Passwords passwords,
      PasswordCheck check,
      InstantSource clock,
      RandomGenerator chance) {
    this.rows = rows;
    this.witness = witness;
    this.keys = keys;
    this.passwords = passwords;
    this.check = check;
    this.clock = clock;
    this.chance = chance;
  }

  /// Makes an account, unless somebody has one with this address: then nothing changes, and it
  /// takes as long. Gives what to send to the address: for a new account what confirms it, for one
  /// that is there already what a new password is chosen by; nothing if the account is deleted just
  /// then, or has left the address so lately that it may have it back. Throws [TooBusy].
  public Optional<MailToken> register(Application application) {
    var hash = passwords.hash(application.password());
    var account =
        new Account(
            new AccountId(Opaque.text(Opaque.fresh(chance, ID_BYTES))),
            application.email(),
            application.profile(),
            Optional.empty(),
            clock.instant(),
            Optional.empty());
    var row = new AccountRows.Row(account, hash);
    boolean isNew =
        witness.saw(
            Deed.REGISTER,
            account.id(),
            Map.of("name", account.profile().name()),
            session -> AccountRows.add(session, row));
    return rows.with(application.email())
        .map(it -> issue(isNew ? Subject.confirming(it) : Subject.resetting(it), it));
  }

  private MailToken issue(Subject subject, AccountRows.Row row) {
    return keys.mailed().issue(subject, row.account(), clock.instant());
  }

  /// What to send to `email` so that its owner chooses a new password, if somebody has an account
  /// with it.
  public Optional<MailToken> resetToken(EmailAddress email) {
    return rows.with(email).map(it -> issue(Subject.resetting(it), it));
  }

  /// The account called `id`, unless it is deleted.
  public Optional<Account> of(AccountId id) {
    return rows.with(id).map(AccountRows.Row::account);
  }

  /// What to send to the address of `account` so that its owner confirms it; nothing if the account
  /// is deleted just then.
  public Optional<MailToken> confirmationToken(AccountId account) {
    return rows.with(account).map(it -> issue(Subject.confirming(it), it));
  }

  /// Confirms the address of the account `asking`, to which `shown` was sent; whether `shown` is
  /// good. What is confirmed already stays so.
  ///
  /// Having the letter is not enough: who did not register would confirm an account that somebody
  /// else made with their address, and has the password of.
  public boolean confirm(AccountId asking, String shown) {
    var row = owner(shown, Subject::confirming).filter(it -> it.account().id().equals(asking));
    row.map(AccountRows.Row::account)
        .filter(it -> it.confirmed().isEmpty())
        .ifPresent(
            account ->
                witness.saw(
                    Deed.CONFIRM,
                    account.id(),
                    Map.of(),
                    session -> AccountRows.confirm(session, account.id(), clock.instant())));
    return row.isPresent();
  }

  private Optional<AccountRows.Row> owner(
      String shown, Function<AccountRows.Row, Subject> subject) {
    var now = clock.instant();
    return MailTokens.account(shown)
        .flatMap(rows::with)
        .filter(row -> keys.mailed().isGood(shown, subject.apply(row), row.account().id(), now));
  }

  /// Gives the account to whose address `shown` was sent this password, signs all its devices out,
  /// and confirms the address, for mail to it arrived; whether `shown` is good. Wrong passwords
  /// that were tried for the address are forgotten, and so are those of the browser that has
  /// `mark`. Throws [TooBusy].
  public boolean reset(String shown, Password password, Optional<String> mark) {
    var row = owner(shown, Subject::resetting);
    boolean isDone = row.filter(it -> isReset(it, passwords.hash(password))).isPresent();
    if (isDone) {
      row.ifPresent(it -> forgetTries(it.account(), mark));
    }
    return isDone;
  }

  private boolean isReset(AccountRows.Row row, String hash) {
    var id = row.account().id();
    return witness.saw(
        Deed.RESET,
        id,
        Map.of(),
        session -> {
          boolean isChanged = AccountRows.changePassword(session, id, row.passwordHash(), hash);
          if (isChanged) {
            AccountRows.confirm(session, id, clock.instant());
            DeviceRows.endAll(session, id, clock.instant());
          }
          return isChanged;
        });
  }

  private void forgetTries(Account account, Optional<String> mark) {
    check.forget(PasswordCheck.subject(account.email(), Optional.empty()));
    mark.flatMap(it -> keys.marks().number(account.id(), it))
        .ifPresent(it -> check.forget(PasswordCheck.subject(account.email(), Optional.of(it))));
  }

  /// Gives the account of `asking` this profile; the account as it is then.
  public Account change(SignedIn asking, Profile profile) {
    var before = asking.account();
    witness.saw(
        Deed.CHANGE,
        before.id(),
        Map.of("before", told(before.profile()), "after", told(profile)),
        session -> AccountRows.change(session, before.id(), profile));
    return before.with(profile);
  }

  private static String told(Profile profile) {
    return "%s, %s, %s"
        .formatted(
            profile.name(),
            profile.language().map(Language::tag).orElse("-"),
            profile.timeZone().map(ZoneId::getId).orElse("-"));
  }

  /// Gives the account of `asking`, who has `typed` the current one, this password, and signs all
  /// other devices out. Throws [TooBusy].
  public Guarded<Boolean> changePassword(SignedIn asking, String typed, Password password) {
    var id = asking.account().id();
    return guard(
        asking,
        typed,
        hash -> {
          var newHash = passwords.hash(password);
          return witness.saw(
              Deed.CHANGE_PASSWORD,
              id,
              Map.of(),
              session -> {
                boolean isChanged = AccountRows.changePassword(session, id, hash, newHash);
                if (isChanged) {
                  DeviceRows.endOthers(session, id, asking.device(), clock.instant());
                }
                return isChanged;
              });
        });
  }

  /// Deletes the account of `asking`, who has `typed` its password, and everything of it. Throws
  /// [TooBusy].
  public Guarded<Boolean> delete(SignedIn asking, String typed) {
    var id = asking.account().id();
    return guard(
        asking,
        typed,
        hash ->
            witness.saw(
                Deed.DELETE,
                id,
                Map.of(),
                session -> {
                  boolean isDeleted = rows.delete(session, id, hash);
                  if (isDeleted) {
                    DeviceRows.endAll(session, id, clock.instant());
                  }
                  return isDeleted;
                }));
  }

  /// Something that is done to an account whose password has the hash that is given, if it still
  /// has it; whether it had.
  @FunctionalInterface
  private interface Change {
    boolean of(String passwordHash);
  }

  /// Tries are counted by the device, for a stranger who has its token would guess there.
  private Guarded<Boolean> guard(SignedIn asking, String typed, Change change) {
    var hash = rows.with(asking.account().id()).map(AccountRows.Row::passwordHash);
    return check.guard(
        "device " + asking.device().value(),
        typed,
        hash,
        () -> hash.filter(change::of).map(_ -> true));
  }
}
