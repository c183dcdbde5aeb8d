package matinee.server.accounts;

import java.util.Optional;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.sql.Database;

/// Passwords that are nobody's own: a place has one, and whoever knows it comes in there. They are
/// hashed and tried as those of accounts are, and tries counted for each place and each network
/// address from which it is tried, over all servers of a database.
///
/// What a place is, is for the caller to say: a text of its own. Blocks. Safe for use by any
/// thread.
public final class SharedPasswords {
  private final Database database;
  private final AuditTrail trail;
  private final Passwords passwords;
  private final PasswordCheck check;

  SharedPasswords(Database database, AuditTrail trail, Passwords passwords, PasswordCheck check) {
    this.database = database;
    this.trail = trail;
    this.passwords = passwords;
    this.check = check;
  }

  /// From now on `password` is that of `place`; that is written down as `deed`. Throws [TooBusy].
  public void set(String place, Password password, Entry deed) {
    var hash = passwords.hash(password);
    var _ =
        trail.record(
            deed,
            session -> {
              SharedPasswordRows.put(session, place, hash);
              return true;
            });
  }

  /// Whether `typed`, which came from the network address `origin`, is the password of `place`; if
  /// it is, `place` is what comes of it. A place without a password has none that is right. Throws
  /// [TooBusy].
  public Guarded<String> knows(String place, String origin, String typed) {
    return check.guard(
        "place " + place + " from " + origin, typed, hash(place), () -> Optional.of(place));
  }

  private Optional<String> hash(String place) {
    return database.read(session -> SharedPasswordRows.hash(session, place));
  }
}
