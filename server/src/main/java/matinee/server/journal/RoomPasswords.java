package matinee.server.journal;

import java.sql.SQLException;
import java.util.Optional;
import matinee.server.sql.Session;

/// What is kept beside a room and not in its history, and goes along when it moves (RG2): the hash
/// of the password by which people come in (AC2). Each is asked within a transaction.
public interface RoomPasswords {
  /// The hash of the password of `room`, if it has one.
  Optional<String> hash(Session session, RoomId room) throws SQLException;

  /// From now on `hash` is that of the password of `room`; without one, it has none.
  void replace(Session session, RoomId room, Optional<String> hash) throws SQLException;
}
