package matinee.server.whereabouts;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;
import matinee.server.sql.Session;

/// Where people are, as rows of the server's database. Used within a transaction.
final class SightingRows {
  /// Servers that were silent for so long count for nothing.
  static final Duration SILENT = Duration.ofMinutes(1);

  /// For so long it is known of those who are gone that they are.
  static final Duration GONE = Duration.ofMinutes(10);

  private static final String NO_ROOM = "";

  private static final String NOTE =
      "insert into whereabouts (account, room, node, gone, changed_ms) values (?, ?, ?, ?, ?)"
          + " on conflict (account, room, node)"
          + " do update set gone = excluded.gone, changed_ms = excluded.changed_ms";
  private static final String ALIVE =
      "insert into whereabouts_node (node, seen_ms) values (?, ?)"
          + " on conflict (node) do update set seen_ms = excluded.seen_ms";
  private static final List<String> FORGET =
      List.of(
          "delete from whereabouts where gone = 1 and changed_ms <= ?",
          "delete from whereabouts where not exists (select 1 from whereabouts_node n"
              + " where n.node = whereabouts.node and n.seen_ms > ?)",
          "delete from whereabouts_node where seen_ms <= ?");
  private static final String TOUCH =
      "update whereabouts set changed_ms ="
          + " case when changed_ms < ? then ? else changed_ms + 1 end where account = ?";
  private static final String LEAVE = "delete from whereabouts where node = ?";
  private static final String SINCE =
      "select f.owner, max(w.changed_ms) from whereabouts w"
          + " join friendship f on f.other = w.account where w.changed_ms > ? group by f.owner";
  private static final String FRIENDS =
      "select distinct w.account, l.room from friendship f"
          + " join person p on p.account = f.other and p.shown = 1"
          + " join whereabouts w on w.account = f.other and w.gone = 0"
          + " join whereabouts_node n on n.node = w.node and n.seen_ms > ?"
          + " left join place l on l.account = w.account and l.room = w.room and l.shown = 1"
          + " where f.owner = ? order by w.account, l.room";

  private SightingRows() {}

  /// From `now` on `node` sees `sightings`, or sees them no more if they are `gone`.
  static void note(
      Session session, String node, Collection<Sighting> sightings, boolean gone, Instant now)
      throws SQLException {
    var insert = session.statement(NOTE);
    for (var sighting : sightings) {
      insert.setString(1, sighting.account().value());
      insert.setString(2, sighting.room().map(RoomId::value).orElse(NO_ROOM));
      insert.setString(3, node);
      insert.setInt(4, gone ? 1 : 0);
      insert.setLong(5, now.toEpochMilli());
      insert.executeUpdate();
    }
  }

  /// `node` is at work at `now`; what others left behind that are not is removed.
  static void live(Session session, String node, Instant now) throws SQLException {
    var update = session.statement(ALIVE);
    update.setString(1, node);
    update.setLong(2, now.toEpochMilli());
    update.executeUpdate();
    long old = now.minus(GONE).toEpochMilli();
    for (var forget : FORGET) {
      var delete = session.statement(forget);
      delete.setLong(1, old);
      delete.executeUpdate();
    }
  }

  /// `node` sees nobody any more.
  static void leave(Session session, String node) throws SQLException {
    var delete = session.statement(LEAVE);
    delete.setString(1, node);
    delete.executeUpdate();
  }

  /// What is seen of `account` is another thing from `now` on.
  static void touch(Session session, AccountId account, Instant now) throws SQLException {
    var update = session.statement(TOUCH);
    update.setLong(1, now.toEpochMilli());
    update.setLong(2, now.toEpochMilli());
    update.setString(3, account.value());
    update.executeUpdate();
  }

  /// Who has friends about whom something has changed after `time`, and when it last did.
  static Map<AccountId, Instant> since(Session session, Instant time) throws SQLException {
    var select = session.statement(SINCE);
    select.setLong(1, time.toEpochMilli());
    var changed = new HashMap<AccountId, Instant>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        changed.put(new AccountId(rows.getString(1)), Instant.ofEpochMilli(rows.getLong(2)));
      }
    }
    return changed;
  }

  /// The friends of `me` who are here at `now` and let it be seen.
  static List<Present> friends(Session session, AccountId me, Instant now) throws SQLException {
    var select = session.statement(FRIENDS);
    select.setLong(1, now.minus(SILENT).toEpochMilli());
    select.setString(2, me.value());
    var present = new LinkedHashMap<AccountId, List<RoomId>>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var seen =
            present.computeIfAbsent(new AccountId(rows.getString(1)), _ -> new ArrayList<>());
        var room = rows.getString(2);
        if (room != null) {
          seen.add(new RoomId(room));
        }
      }
    }
    return present.entrySet().stream()
        .map(it -> new Present(it.getKey(), List.copyOf(it.getValue())))
        .toList();
  }
}
