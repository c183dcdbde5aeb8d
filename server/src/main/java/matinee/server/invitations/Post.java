package matinee.server.invitations;

import java.sql.SQLException;
import java.util.Optional;
import matinee.server.sql.Session;

/// Has invitations carried to whom they are for. Asked in the transaction in which they are made,
/// so that none is made without its letter; that may be run more than once.
public interface Post {
  /// Carries nothing: whoever invites gives the links themselves.
  Post NONE =
      new Post() {
        @Override
        public boolean takes(Session session, int letters) {
          return true;
        }

        @Override
        public Optional<String> send(Session session, Made made) {
          return Optional.empty();
        }
      };

  /// Does it take so many `letters` now?
  boolean takes(Session session, int letters) throws SQLException;

  /// Takes the letter with `made`; gives its id, or nothing if this one is not sent.
  Optional<String> send(Session session, Made made) throws SQLException;
}
