package matinee.server.accounts;

import java.sql.SQLException;
import matinee.server.sql.Session;

/// What is kept of accounts elsewhere, by parts of the server that accounts know nothing of.
@FunctionalInterface
public interface Belongings {
  /// There is nothing.
  Belongings NONE = (_, _) -> {};

  /// What all of `parts` keep.
  static Belongings of(Belongings... parts) {
    return (session, gone) -> {
      for (var part : parts) {
        part.forget(session, gone);
      }
    };
  }

  /// The account called `gone` is deleted in `session`'s transaction: what tells of it is removed.
  void forget(Session session, AccountId gone) throws SQLException;
}
