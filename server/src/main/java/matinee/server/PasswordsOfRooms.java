package matinee.server;

import java.sql.SQLException;
import java.util.Optional;
import matinee.server.accounts.SharedPasswordRows;
import matinee.server.journal.RoomId;
import matinee.server.journal.RoomPasswords;
import matinee.server.sql.Session;

/// The passwords of rooms, which are [matinee.server.accounts.SharedPasswords] by the id of the
/// room.
public final class PasswordsOfRooms implements RoomPasswords {
  @Override
  public Optional<String> hash(Session session, RoomId room) throws SQLException {
    return SharedPasswordRows.hash(session, room.value());
  }

  @Override
  public void replace(Session session, RoomId room, Optional<String> hash) throws SQLException {
    if (hash.isPresent()) {
      SharedPasswordRows.put(session, room.value(), hash.get());
    } else {
      SharedPasswordRows.remove(session, room.value());
    }
  }
}
