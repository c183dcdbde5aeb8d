package matinee.bench;

import java.sql.Connection;
import java.sql.SQLException;

/// Rooms as months of use leave them, written straight into the tables of any version: `rooms` of
/// `events` each, what was said, in the main, and what was done to the film.
record Archive(int rooms, int events) {
  private static final int BATCH = 10_000;
  private static final long FIRST_MS = 1_700_000_000_000L;

  /// Every so many events somebody changes who may control, which the third version writes anew.
  private static final int CONTROL = 50;

  /// Fills the empty tables behind `connection`.
  void fill(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (var room = connection.prepareStatement("insert into room values (?, ?, ?, ?)");
        var event = connection.prepareStatement("insert into event values (?, ?, ?, ?, ?)");
        var snapshot = connection.prepareStatement("insert into snapshot values (?, ?, ?)")) {
      int waiting = 0;
      for (int key = 1; key <= rooms; key++) {
        room.setInt(1, key);
        room.setString(2, "archive-%06d".formatted(key));
        room.setString(3, "epoch-" + key);
        room.setLong(4, FIRST_MS);
        room.execute();
        for (int revision = 1; revision <= events; revision++) {
          event.setInt(1, key);
          event.setInt(2, revision);
          event.setLong(3, FIRST_MS + revision * 1_000L);
          event.setString(4, kind(revision));
          event.setString(5, body(key, revision));
          event.addBatch();
          waiting++;
        }
        snapshot.setInt(1, key);
        snapshot.setInt(2, events);
        snapshot.setString(3, said(key, events, "x".repeat(1_000)));
        snapshot.execute();
        if (waiting >= BATCH) {
          event.executeBatch();
          connection.commit();
          waiting = 0;
        }
      }
      event.executeBatch();
      connection.commit();
    }
  }

  long rows() {
    return (long) rooms * events;
  }

  private static String kind(int revision) {
    if (revision % CONTROL == 0) {
      return "controlChanged";
    }
    return revision % 3 == 0 ? "seeked" : "said";
  }

  private static String body(int room, int revision) {
    return switch (kind(revision)) {
      case "controlChanged" ->
          "{\"type\":\"controlChanged\",%s,\"control\":\"HOST_ONLY\"}"
              .formatted(head(room, revision));
      case "seeked" ->
          "{\"type\":\"seeked\",%s,\"positionMs\":%d}"
              .formatted(head(room, revision), revision * 1_000);
      default -> said(room, revision, "What a scene, I had not seen that coming " + revision);
    };
  }

  private static String said(int room, int revision, String text) {
    return "{\"type\":\"said\",%s,\"text\":\"%s\"}".formatted(head(room, revision), text);
  }

  /// What every event has.
  private static String head(int room, int revision) {
    return "\"revision\":%d,\"atMs\":%d,\"by\":\"member-of-%012d\",\"command\":\"command-%014d\""
        .formatted(revision, FIRST_MS + revision * 1_000L, room, revision);
  }
}
