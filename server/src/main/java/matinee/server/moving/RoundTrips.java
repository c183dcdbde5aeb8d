package matinee.server.moving;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;
import matinee.server.rooms.RoomTime;
import matinee.server.sql.Database;

/// How far the members of rooms are from each region, as their pages have measured it within the
/// last day. Blocks. Safe for use by any thread.
public final class RoundTrips {
  private static final Duration KEPT = Duration.ofDays(1);
  private static final int REMOVED_AT_ONCE = 500;
  private static final String REPORT =
      "insert into round_trip (room, member, region, ms, at_ms) values (?, ?, ?, ?, ?)"
          + " on conflict (room, member, region) do update set ms = excluded.ms,"
          + " at_ms = excluded.at_ms";
  private static final String OF_ROOM =
      "select member, region, ms from round_trip where room = ? and at_ms > ?";
  private static final String REMOVE =
      "delete from round_trip where at_ms <= (select max(at_ms) from"
          + " (select at_ms from round_trip where at_ms < ? order by at_ms limit ?) oldest)";

  private final Database database;
  private final RoomTime time;

  public RoundTrips(Database database, RoomTime time) {
    this.database = database;
    this.time = time;
  }

  /// Notes how far `member` is from each region, by its name, in milliseconds there and back; and
  /// forgets some of what is too old.
  public void report(RoomId room, MemberId member, Map<String, Integer> byRegion) {
    var now = time.now();
    database.write(
        session -> {
          var remove = session.statement(REMOVE);
          remove.setLong(1, now.minus(KEPT).toEpochMilli());
          remove.setInt(2, REMOVED_AT_ONCE);
          remove.executeUpdate();
          var upsert = session.statement(REPORT);
          for (var entry : byRegion.entrySet()) {
            upsert.setString(1, room.value());
            upsert.setString(2, member.value());
            upsert.setString(3, entry.getKey());
            upsert.setInt(4, entry.getValue());
            upsert.setLong(5, now.toEpochMilli());
            upsert.executeUpdate();
          }
          return byRegion.size();
        });
  }

  /// What is known of those `members` of the room, by the name of the region, the shortest first.
  public Map<String, List<Integer>> of(RoomId room, Set<MemberId> members) {
    return database.read(
        session -> {
          var select = session.statement(OF_ROOM);
          select.setString(1, room.value());
          select.setLong(2, time.now().minus(KEPT).toEpochMilli());
          var byRegion = new HashMap<String, List<Integer>>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              if (members.contains(new MemberId(rows.getString(1)))) {
                byRegion
                    .computeIfAbsent(rows.getString(2), _ -> new ArrayList<>())
                    .add(rows.getInt(3));
              }
            }
          }
          byRegion.values().forEach(known -> known.sort(null));
          return byRegion;
        });
  }
}
