package matinee.server.accounts;

import java.security.SecureRandom;
import java.time.InstantSource;
import matinee.server.audit.AuditTrail;
import matinee.server.sql.Database;

/// All that the servers of one database know of who somebody is. Safe for use by any thread.
public final class Passport implements AutoCloseable {
  private final AuditTrail trail;
  private final Passwords passwords;
  private final InstantSource clock;
  private final SecureRandom chance;
  private final PasswordCheck check;
  private final SharedPasswords shared;
  private final Sessions.Rows rows;
  private final AddressRows addresses;
  private final Sessions.Keys keys;
  private final Sweep sweep;
  private final Endings endings;

  /// `clock` agrees with that of the other servers to a second or so. What is done is written down
  /// in `trail`; `belongings` go with an account that is deleted. Closes `passwords` when it is
  /// closed.
  public Passport(
      Database database,
      AuditTrail trail,
      Belongings belongings,
      Passwords passwords,
      InstantSource clock,
      SecureRandom chance) {
    this.trail = trail;
    this.passwords = passwords;
    this.clock = clock;
    this.chance = chance;
    check = new PasswordCheck(passwords, new Tries(database), clock);
    shared = new SharedPasswords(database, trail, passwords, check);
    rows = new Sessions.Rows(new AccountRows(database, belongings), new DeviceRows(database));
    addresses = new AddressRows(database);
    var signing = new SigningKeys(database, chance);
    keys =
        new Sessions.Keys(
            signing,
            new AccessTokens(signing),
            new DeviceMarks(signing, chance),
            new MailTokens(signing));
    sweep = new Sweep(database, clock);
    endings = new Endings(database, clock);
  }

  /// Accounts, made and changed by who asks from the network address `origin`.
  public Accounts accounts(String origin) {
    return new Accounts(rows.accounts(), witness(origin), keys, passwords, check, clock, chance);
  }

  /// Addresses of accounts, changed by who asks from the network address `origin`.
  public AddressChanges addressChanges(String origin) {
    return new AddressChanges(rows.accounts(), addresses, witness(origin), keys, check, clock);
  }

  /// Devices, signed in and out by who asks from the network address `origin`.
  public Sessions sessions(String origin) {
    return new Sessions(rows, witness(origin), keys, check, clock, chance);
  }

  /// Passwords by which people come in somewhere.
  public SharedPasswords sharedPasswords() {
    return shared;
  }

  /// Which sessions end.
  public Endings endings() {
    return endings;
  }

  private Witness witness(String origin) {
    return new Witness(trail, clock, origin);
  }

  /// Ends what is done in the background; whose password is being hashed then is not answered.
  @Override
  public void close() {
    endings.close();
    sweep.close();
    passwords.close();
  }
}
