package matinee.server.accounts;

import java.security.SecureRandom;
import java.time.InstantSource;
import matinee.server.sql.Database;

/// All that the servers of one database know of who somebody is. Safe for use by any thread.
public final class Passport implements AutoCloseable {
  private final Passwords passwords;
  private final Accounts accounts;
  private final Sessions sessions;
  private final Sweep sweep;

  /// `clock` agrees with that of the other servers to a second or so. Closes `passwords` when it is
  /// closed.
  public Passport(
      Database database, Passwords passwords, InstantSource clock, SecureRandom chance) {
    this.passwords = passwords;
    var check = new PasswordCheck(passwords, new Tries(database), clock);
    var signing = new SigningKeys(database, chance);
    var keys =
        new Sessions.Keys(signing, new AccessTokens(signing), new DeviceMarks(signing, chance));
    accounts = new Accounts(database, passwords, check, clock, chance);
    sessions = new Sessions(database, keys, check, clock, chance);
    sweep = new Sweep(database, clock);
  }

  /// Accounts, made and changed.
  public Accounts accounts() {
    return accounts;
  }

  /// Devices, signed in and out.
  public Sessions sessions() {
    return sessions;
  }

  /// Ends what is done in the background; whose password is being hashed then is not answered.
  @Override
  public void close() {
    sweep.close();
    passwords.close();
  }
}
