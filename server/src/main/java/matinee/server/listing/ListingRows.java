package matinee.server.listing;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import matinee.room.Standing;
import matinee.server.journal.RoomId;
import matinee.server.sql.Session;

/// Listed rooms, as rows of the server's database. Used within a transaction.
final class ListingRows {
  /// What servers list that were silent for so long is not listed.
  static final Duration LEASE = Duration.ofSeconds(4);

  /// After so long it is removed.
  static final Duration KEPT = Duration.ofMinutes(1);

  private static final String PUT =
      "insert into listing"
          + " (room, node, revision, name, film, here, taken, capacity, newcomers, sought)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (room, node) do update set"
          + " revision = excluded.revision, name = excluded.name, film = excluded.film,"
          + " here = excluded.here, taken = excluded.taken, capacity = excluded.capacity,"
          + " newcomers = excluded.newcomers, sought = excluded.sought";
  private static final String REMOVE = "delete from listing where room = ? and node = ?";
  private static final String LIVE =
      "insert into listing_server (node, seen_ms) values (?, ?)"
          + " on conflict (node) do update set seen_ms = excluded.seen_ms";
  private static final List<String> FORGET =
      List.of(
          "delete from listing where node in (select node from listing_server where seen_ms <= ?)",
          "delete from listing_server where seen_ms <= ?");
  private static final List<String> LEAVE =
      List.of("delete from listing where node = ?", "delete from listing_server where node = ?");

  /// The most people first. Of several rows of a room that of the highest revision counts.
  private static final String PAGE =
      "select l.room, l.name, l.film, l.here, l.taken, l.capacity, l.newcomers from listing l"
          + " join listing_server s on s.node = l.node and s.seen_ms > ?"
          + " where not exists (select 1 from listing o"
          + " join listing_server t on t.node = o.node and t.seen_ms > ?"
          + " where o.room = l.room and (o.revision > l.revision"
          + " or (o.revision = l.revision and o.node > l.node)))"
          + " and l.sought like ? escape '!'"
          + " and (l.here < ? or (l.here = ? and l.room > ?))"
          + " order by l.here desc, l.room limit ?";

  private ListingRows() {}

  /// A room, and of which revision what is listed of it is.
  record Seen(Listing listing, long revision) {}

  /// `node` sees these.
  static void put(Session session, String node, Collection<Seen> rooms) throws SQLException {
    if (rooms.isEmpty()) {
      return;
    }
    var put = session.statement(PUT);
    for (var seen : rooms) {
      set(put, node, seen);
      put.addBatch();
    }
    put.executeBatch();
  }

  private static void set(PreparedStatement put, String node, Seen seen) throws SQLException {
    var listing = seen.listing();
    put.setString(1, listing.room().value());
    put.setString(2, node);
    put.setLong(3, seen.revision());
    put.setString(4, listing.name().orElse(null));
    put.setString(5, listing.film().orElse(null));
    put.setInt(6, listing.here());
    put.setInt(7, listing.taken());
    put.setInt(8, listing.capacity());
    put.setString(9, listing.newcomers().name());
    put.setString(
        10,
        Stream.concat(listing.name().stream(), listing.film().stream())
            .map(ListingRows::folded)
            .collect(Collectors.joining("\n")));
  }

  /// `node` sees these no more.
  static void remove(Session session, String node, Collection<RoomId> rooms) throws SQLException {
    if (rooms.isEmpty()) {
      return;
    }
    var remove = session.statement(REMOVE);
    for (var room : rooms) {
      remove.setString(1, room.value());
      remove.setString(2, node);
      remove.addBatch();
    }
    remove.executeBatch();
  }

  /// `node` is at work at `now`; what others left behind that are not is removed.
  static void live(Session session, String node, Instant now) throws SQLException {
    var live = session.statement(LIVE);
    live.setString(1, node);
    live.setLong(2, now.toEpochMilli());
    live.executeUpdate();
    for (var sql : FORGET) {
      var forget = session.statement(sql);
      forget.setLong(1, now.minus(KEPT).toEpochMilli());
      forget.executeUpdate();
    }
  }

  /// `node` lists nothing any more.
  static void leave(Session session, String node) throws SQLException {
    for (var sql : LEAVE) {
      var leave = session.statement(sql);
      leave.setString(1, node);
      leave.executeUpdate();
    }
  }

  /// At most `limit` of the rooms listed at `now` whose name or film holds `search`, behind
  /// `after`.
  static List<Listing> page(
      Session session, Instant now, String search, ListingPage.After after, int limit)
      throws SQLException {
    long alive = now.minus(LEASE).toEpochMilli();
    var select = session.statement(PAGE);
    select.setLong(1, alive);
    select.setLong(2, alive);
    select.setString(3, pattern(search));
    select.setInt(4, after.here());
    select.setInt(5, after.here());
    select.setString(6, after.room());
    select.setInt(7, limit);
    var listings = new ArrayList<Listing>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        listings.add(listing(rows));
      }
    }
    return listings;
  }

  /// In no title there is a NUL, and PostgreSQL takes none.
  private static String pattern(String search) {
    return "%" + folded(search).replace("\0", "").replaceAll("[!%_]", "!$0") + "%";
  }

  private static Listing listing(ResultSet row) throws SQLException {
    return new Listing(
        new RoomId(row.getString(1)),
        Optional.ofNullable(row.getString(2)),
        Optional.ofNullable(row.getString(3)),
        row.getInt(4),
        row.getInt(5),
        row.getInt(6),
        Standing.valueOf(row.getString(7)));
  }

  /// The same for capital letters and small, and for the ways in which Unicode writes one.
  private static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
  }
}
