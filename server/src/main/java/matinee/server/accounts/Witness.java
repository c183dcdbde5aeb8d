package matinee.server.accounts;

import java.time.InstantSource;
import java.util.Map;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.sql.Query;

/// Writes down what is done with accounts from one network address. Blocks. Safe for use by any
/// thread.
final class Witness {
  private final AuditTrail trail;
  private final InstantSource clock;
  private final String origin;

  Witness(AuditTrail trail, InstantSource clock, String origin) {
    this.trail = trail;
    this.clock = clock;
    this.origin = origin;
  }

  /// Does `change`, which is a deed of `account`, and writes it down if it was done; whether it
  /// was.
  boolean saw(Deed deed, AccountId account, Map<String, String> details, Query<Boolean> change) {
    var entry =
        Entry.of(clock.instant(), account.value(), deed.action(), account.value(), origin, details);
    return trail.record(entry, change);
  }
}
