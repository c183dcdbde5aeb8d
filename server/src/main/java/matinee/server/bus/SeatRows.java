package matinee.server.bus;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import matinee.server.journal.History;
import matinee.server.sql.Database;
import matinee.wire.BusMessage;
import matinee.wire.BusMessages;

/// Who is connected to which server, room by room, as the database has it. Reading blocks, writing
/// does not wait. Safe for use by any thread.
final class SeatRows {
  private static final String KEEP =
      "insert into attendance (room, node, number, changed_ms, body) values (?, ?, ?, ?, ?)"
          + " on conflict (room, node) do update set number = excluded.number,"
          + " changed_ms = excluded.changed_ms, body = excluded.body"
          + " where excluded.number > attendance.number";
  private static final String DROP = "delete from attendance where room = ? and node = ?";
  private static final String OF_ROOM =
      "select attendance.room, attendance.node, number, body, coalesce(seen_ms, 0) from attendance"
          + " left join node on node.id = attendance.node"
          + " where attendance.room = ? and attendance.node <> ?";
  private static final String CHANGED =
      "select attendance.room, attendance.node, number, body, coalesce(seen_ms, 0) from attendance"
          + " left join node on node.id = attendance.node"
          + " where changed_ms > ? and attendance.node <> ?";
  private static final String OF_NODE =
      "select attendance.room, attendance.node, number, body, coalesce(seen_ms, 0) from attendance"
          + " left join node on node.id = attendance.node"
          + " where attendance.node = ? and attendance.node <> ?";

  private final Database database;
  private final Supplier<Instant> time;
  private final String node;

  /// `time` is room time, `node` the name of this server.
  SeatRows(Database database, Supplier<Instant> time, String node) {
    this.database = database;
    this.time = time;
    this.node = node;
  }

  /// The room with the key `room` on another server: `number` and `text` are those of
  /// [BusMessage.Seats], `seen` is when that server last said that it lives.
  record Row(long room, String node, long number, String text, Instant seen) {}

  void keep(History history, BusMessage.Seats seats) {
    var _ =
        database.writeLater(
            history.key(),
            session -> {
              var upsert = session.statement(KEEP);
              upsert.setLong(1, history.key());
              upsert.setString(2, node);
              upsert.setLong(3, seats.number());
              upsert.setLong(4, time.get().toEpochMilli());
              upsert.setString(5, BusMessages.encode(seats));
              return upsert.executeUpdate();
            });
  }

  /// `of` does not keep the room any more.
  void drop(History history, String of) {
    var _ =
        database.writeLater(
            history.key(),
            session -> {
              var delete = session.statement(DROP);
              delete.setLong(1, history.key());
              delete.setString(2, of);
              return delete.executeUpdate();
            });
  }

  /// What other servers, dead ones too, say of this room.
  List<Row> ofRoom(History history) {
    return database.read(
        session -> {
          var select = session.statement(OF_ROOM);
          select.setLong(1, history.key());
          return rows(select);
        });
  }

  /// What other servers have said since `when`.
  List<Row> changedSince(Instant when) {
    return database.read(
        session -> {
          var select = session.statement(CHANGED);
          select.setLong(1, when.toEpochMilli());
          return rows(select);
        });
  }

  /// All that the server called `other` says.
  List<Row> ofNode(String other) {
    return database.read(
        session -> {
          var select = session.statement(OF_NODE);
          select.setString(1, other);
          return rows(select);
        });
  }

  private List<Row> rows(PreparedStatement select) throws SQLException {
    select.setString(2, node);
    try (var rows = select.executeQuery()) {
      var list = new ArrayList<Row>();
      while (rows.next()) {
        list.add(
            new Row(
                rows.getLong(1),
                rows.getString(2),
                rows.getLong(3),
                rows.getString(4),
                Instant.ofEpochMilli(rows.getLong(5))));
      }
      return list;
    }
  }
}
