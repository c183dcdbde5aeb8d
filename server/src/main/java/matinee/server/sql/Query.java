package matinee.server.sql;

import java.sql.SQLException;

/// Something to ask of the database, or to change in it. It may be run more than once, and changes
/// nothing but the database.
@FunctionalInterface
public interface Query<T> {

  T on(Session session) throws SQLException;
}
