package matinee.server.places;

import java.sql.SQLException;
import matinee.room.MemberId;
import matinee.server.sql.Session;

/// What making a new place takes: asked for in the transaction in which the place is made, so that
/// both happen or neither.
public interface Permit {
  /// Nothing.
  Permit FREE =
      new Permit() {
        @Override
        public long turn(MemberId fresh) {
          return PlaceRows.turn(fresh);
        }

        @Override
        public boolean isGiven(Session session, MemberId fresh) {
          return true;
        }
      };

  /// Where the change stands among all of a transaction, before those of rooms, always the same for
  /// what is changed; see [matinee.server.sql.Database#write].
  long turn(MemberId fresh);

  /// May whoever becomes `fresh` have the place? What this changes is undone with the place.
  boolean isGiven(Session session, MemberId fresh) throws SQLException;
}
