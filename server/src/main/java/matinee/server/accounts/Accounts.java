package matinee.server.accounts;

import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.server.accounts.Account.Profile;

/// Makes accounts, changes and deletes them. Blocks. Safe for use by any thread.
public final class Accounts {
  private static final int ID_BYTES = 16;

  private final Witness witness;
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
      Passwords passwords,
      PasswordCheck check,
      InstantSource clock,
      RandomGenerator chance) {
    this.rows = rows;
    this.witness = witness;
    this.passwords = passwords;
    this.check = check;
    this.clock = clock;
    this.chance = chance;
  }

  /// Makes an account, unless somebody has one with this address: then nothing changes, and it
  /// takes as long. Throws [TooBusy].
  public void register(Application application) {
    var hash = passwords.hash(application.password());
    var account =
        new Account(
            new AccountId(Opaque.text(Opaque.fresh(chance, ID_BYTES))),
            application.email(),
            application.profile(),
            clock.instant(),
            Optional.empty());
    var row = new AccountRows.Row(account, hash);
    witness.saw(
        Deed.REGISTER,
        account.id(),
        Map.of("name", account.profile().name()),
        session -> AccountRows.add(session, row));
  }

  /// Gives the account of `asking` this profile; the account as it is then.
  public Account change(SignedIn asking, Profile profile) {
    var before = asking.account();
    witness.saw(
        Deed.CHANGE,
        before.id(),
        Map.of("before", told(before.profile()), "after", told(profile)),
        session -> AccountRows.change(session, before.id(), profile));
    return new Account(before.id(), before.email(), profile, before.created(), before.confirmed());
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
                  DeviceRows.endOthers(session, id, asking.device());
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
                  boolean isDeleted = AccountRows.delete(session, id, hash);
                  if (isDeleted) {
                    DeviceRows.endAll(session, id);
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
