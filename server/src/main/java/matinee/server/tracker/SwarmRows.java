package matinee.server.tracker;

import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import matinee.server.sql.Session;
import matinee.server.tracker.Swarm.Away;

/// Rows by which servers tell one another of their peers, and pass on what is for those of others.
final class SwarmRows {
  /// So long what a server has written counts, unless it says again that it is there.
  static final Duration GOOD_FOR = Duration.ofSeconds(60);

  private static final String COME =
      "insert into swarm_peer (hash, peer, node, complete, until_ms) values (?, ?, ?, ?, ?)"
          + " on conflict (hash, peer) do update set node = excluded.node,"
          + " complete = excluded.complete, until_ms = excluded.until_ms"
          + " where swarm_peer.node = excluded.node or swarm_peer.until_ms <= ?";
  private static final String GONE =
      "delete from swarm_peer where hash = ? and peer = ? and node = ?";
  private static final String LIVE = "update swarm_peer set until_ms = ? where node = ?";
  private static final String SWEEP = "delete from swarm_peer where until_ms <= ?";
  private static final String SWEEP_MESSAGES = "delete from swarm_message where at_ms <= ?";
  private static final String PASS =
      "insert into swarm_message (id, node, hash, peer, body, at_ms) values (?, ?, ?, ?, ?, ?)";
  private static final String ANY = "select 1 from swarm_message where node = ? limit 1";
  private static final String TAKE =
      "delete from swarm_message where node = ? returning hash, peer, body";
  private static final String AWAY =
      "select hash, peer, node, complete from swarm_peer where node <> ? and until_ms > ?"
          + " and hash in (select hash from swarm_peer where node = ?)";
  private static final String AWAY_OF =
      "select hash, peer, node, complete from swarm_peer where node <> ? and until_ms > ?"
          + " and hash = ?";

  private SwarmRows() {}

  /// A peer in one swarm.
  record Seat(InfoHash hash, Binary peer) {}

  /// Something to be sent to a peer by the server called `node`.
  record Message(String node, Seat to, String text) {}

  /// What `node` has written counts from `now` on again; what nobody counts any more is removed.
  static void live(Session session, String node, Instant now) throws SQLException {
    var update = session.statement(LIVE);
    update.setLong(1, now.plus(GOOD_FOR).toEpochMilli());
    update.setString(2, node);
    update.executeUpdate();
    var sweep = session.statement(SWEEP);
    sweep.setLong(1, now.toEpochMilli());
    sweep.executeUpdate();
    var messages = session.statement(SWEEP_MESSAGES);
    messages.setLong(1, now.minus(GOOD_FOR).toEpochMilli());
    messages.executeUpdate();
  }

  /// At `node` are these, each complete or not, but for those that are at another already.
  static void come(Session session, String node, Map<Seat, Boolean> come, Instant now)
      throws SQLException {
    var insert = session.statement(COME);
    for (var one : come.entrySet()) {
      set(insert, one.getKey());
      insert.setString(3, node);
      insert.setInt(4, one.getValue() ? 1 : 0);
      insert.setLong(5, now.plus(GOOD_FOR).toEpochMilli());
      insert.setLong(6, now.toEpochMilli());
      insert.executeUpdate();
    }
  }

  static void gone(Session session, String node, Collection<Seat> gone) throws SQLException {
    var delete = session.statement(GONE);
    for (var one : gone) {
      set(delete, one);
      delete.setString(3, node);
      delete.executeUpdate();
    }
  }

  private static void set(PreparedStatement statement, Seat seat) throws SQLException {
    statement.setString(1, seat.hash().hex());
    statement.setString(2, HexFormat.of().formatHex(seat.peer().bytes()));
  }

  static void pass(Session session, List<Message> messages, Instant now) throws SQLException {
    var insert = session.statement(PASS);
    for (var message : messages) {
      insert.setString(1, UUID.randomUUID().toString());
      insert.setString(2, message.node());
      insert.setString(3, message.to().hash().hex());
      insert.setString(4, HexFormat.of().formatHex(message.to().peer().bytes()));
      insert.setString(5, message.text());
      insert.setLong(6, now.toEpochMilli());
      insert.executeUpdate();
    }
  }

  /// Is there a message for `node`?
  static boolean isAny(Session session, String node) throws SQLException {
    var select = session.statement(ANY);
    select.setString(1, node);
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  /// All messages for `node`, which are removed.
  static List<Message> take(Session session, String node) throws SQLException {
    var delete = session.statement(TAKE);
    delete.setString(1, node);
    var all = new ArrayList<Message>();
    try (var rows = delete.executeQuery()) {
      while (rows.next()) {
        var to = new Seat(new InfoHash(rows.getString(1)), peer(rows.getString(2)));
        all.add(new Message(node, to, rows.getString(3)));
      }
    }
    return all;
  }

  /// Those of other servers than `node` that know a hash that one of its own knows.
  static Map<InfoHash, Map<Binary, Away>> away(Session session, String node, long nowMs)
      throws SQLException {
    var select = session.statement(AWAY);
    select.setString(3, node);
    return away(select, node, nowMs);
  }

  /// Those of other servers than `node` that know `hash`.
  static Map<InfoHash, Map<Binary, Away>> away(
      Session session, InfoHash hash, String node, long nowMs) throws SQLException {
    var select = session.statement(AWAY_OF);
    select.setString(3, hash.hex());
    return away(select, node, nowMs);
  }

  private static Map<InfoHash, Map<Binary, Away>> away(
      PreparedStatement select, String node, long nowMs) throws SQLException {
    select.setString(1, node);
    select.setLong(2, nowMs);
    var all = new HashMap<InfoHash, Map<Binary, Away>>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        all.computeIfAbsent(new InfoHash(rows.getString(1)), _ -> new HashMap<>())
            .put(peer(rows.getString(2)), new Away(rows.getString(3), rows.getInt(4) == 1));
      }
    }
    return all;
  }

  private static Binary peer(String hex) {
    return new Binary(new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1));
  }
}
