package matinee.server.sql;

import java.sql.SQLException;

/// Something that is written in one transaction, of which nothing is to be told.
@FunctionalInterface
public interface Writing {

  /// Writes on the writing connection, within its transaction.
  void on(Session session) throws SQLException;
}
