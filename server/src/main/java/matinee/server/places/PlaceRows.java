package matinee.server.places;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.room.MemberId;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Places as rows of the server's database. Blocks. Safe for use by any thread.
final class PlaceRows {
  private static final String OWNER =
      "select account, owned from place where room = ? and member = ?";
  private static final String ACCOUNTS =
      "select member, account from place where room = ? and account is not null and owned = 1"
          + " and member in ("
          + String.join(", ", Collections.nCopies(Places.MOST_ASKED, "?"))
          + ")";
  private static final String OF = "select member from place where account = ? and room = ?";
  private static final String MEMBERS =
      "select member from place_trace where room = ? and trace = ?";
  private static final String NOTE =
      "insert into place (room, member, owned, name, entered_ms) values (?, ?, 0, ?, ?)"
          + " on conflict (room, member) do nothing";
  private static final String NOTE_TRACE =
      "insert into place_trace (room, trace, member) values (?, ?, ?)"
          + " on conflict (room, trace, member) do nothing";
  private static final String TAKE =
      "update place set account = ?, owned = 1, name = ?"
          + " where room = ? and member = ? and owned = 0";
  private static final String PAGE =
      "select room, member, name, entered_ms, shown from place where account = ?"
          + " order by entered_ms desc, room limit ? offset ?";
  private static final String COUNT = "select count(*) from place where account = ?";
  private static final String SHOW = "update place set shown = ? where account = ? and room = ?";
  private static final String IS_SHOWN = "select shown from place where account = ? and room = ?";
  private static final String LEAVE =
      "update place set account = null, name = '', shown = 0 where account = ? and room = ?";
  private static final String FORGET =
      "update place set account = null, name = '', shown = 0 where account = ?";

  private static final long FIRST_TURN = -1L << 40;

  private final Database database;

  PlaceRows(Database database) {
    this.database = database;
  }

  Owner owner(RoomId room, MemberId member) {
    return database.read(
        session -> {
          var select = session.statement(OWNER);
          select.setString(1, room.value());
          select.setString(2, member.value());
          try (var rows = select.executeQuery()) {
            if (!rows.next() || rows.getInt(2) == 0) {
              return new Owner.Bearer();
            }
            return Optional.ofNullable(rows.getString(1))
                .<Owner>map(id -> new Owner.Account(new AccountId(id)))
                .orElseGet(Owner.Nobody::new);
          }
        });
  }

  Map<MemberId, AccountId> accounts(RoomId room, List<MemberId> members) {
    if (members.isEmpty()) {
      return Map.of();
    }
    return database.read(
        session -> {
          var select = session.statement(ACCOUNTS);
          select.setString(1, room.value());
          for (int i = 0; i < Places.MOST_ASKED; i++) {
            select.setString(2 + i, members.get(Math.min(i, members.size() - 1)).value());
          }
          var accounts = new HashMap<MemberId, AccountId>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              accounts.put(new MemberId(rows.getString(1)), new AccountId(rows.getString(2)));
            }
          }
          return accounts;
        });
  }

  Optional<MemberId> of(AccountId account, RoomId room) {
    return members(OF, account.value(), room.value()).stream().findAny();
  }

  Set<MemberId> members(RoomId room, Trace trace) {
    return members(MEMBERS, room.value(), trace.value());
  }

  private Set<MemberId> members(String query, String first, String second) {
    return database.read(session -> members(session, query, first, second));
  }

  private static Set<MemberId> members(Session session, String query, String first, String second)
      throws SQLException {
    var select = session.statement(query);
    select.setString(1, first);
    select.setString(2, second);
    var members = new HashSet<MemberId>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        members.add(new MemberId(rows.getString(1)));
      }
    }
    return members;
  }

  /// Adds the place of `member`, if there is none, and the browser to what it is known by.
  void note(Places.Arrival arrival, MemberId member, Instant now) {
    var _ =
        database.write(
            turn(member),
            session -> {
              note(session, arrival, member, now);
              return true;
            });
  }

  /// Adds the place of whoever arrives, who has none, if `permit` is given; whether it is.
  boolean make(Places.Arrival arrival, Permit permit, Instant now) {
    return database.write(
        permit.turn(arrival.fresh()),
        session -> {
          boolean isGiven = permit.isGiven(session, arrival.fresh());
          if (isGiven) {
            note(session, arrival, arrival.fresh(), now);
          }
          return isGiven;
        });
  }

  /// Before everything that has to do with rooms, and always the same; see [Database#write].
  static long turn(MemberId member) {
    return FIRST_TURN + member.value().hashCode();
  }

  private static void note(Session session, Places.Arrival arrival, MemberId member, Instant now)
      throws SQLException {
    var insert = session.statement(NOTE);
    insert.setString(1, arrival.room().value());
    insert.setString(2, member.value());
    insert.setString(3, arrival.name());
    insert.setLong(4, now.toEpochMilli());
    insert.executeUpdate();
    trace(session, arrival.room(), arrival.browser(), member);
  }

  private static void trace(Session session, RoomId room, Trace trace, MemberId member)
      throws SQLException {
    var insert = session.statement(NOTE_TRACE);
    insert.setString(1, room.value());
    insert.setString(2, trace.value());
    insert.setString(3, member.value());
    insert.executeUpdate();
  }

  /// What an account would take: the place of `member`, by `permit`.
  record Taking(MemberId member, Permit permit) {}

  /// Gives `account` a place in `session`'s transaction, unless that is, or was, somebody else's,
  /// or it has one there already, or the permit is not given; whether it did.
  static boolean take(
      Session session, AccountId account, Places.Arrival arrival, Taking taking, Instant now)
      throws SQLException {
    var room = arrival.room().value();
    var member = taking.member();
    if (!members(session, OF, account.value(), room).isEmpty()
        || !taking.permit().isGiven(session, member)) {
      return false;
    }
    note(session, arrival, member, now);
    var update = session.statement(TAKE);
    update.setString(1, account.value());
    update.setString(2, arrival.name());
    update.setString(3, room);
    update.setString(4, member.value());
    boolean isTaken = update.executeUpdate() == 1;
    if (isTaken) {
      trace(session, arrival.room(), Trace.of(account), member);
    }
    return isTaken;
  }

  Place.Page page(AccountId account, int from, int limit) {
    return database.read(
        session -> {
          var count = session.statement(COUNT);
          count.setString(1, account.value());
          int total;
          try (var rows = count.executeQuery()) {
            total = rows.next() ? rows.getInt(1) : 0;
          }
          var select = session.statement(PAGE);
          select.setString(1, account.value());
          select.setInt(2, limit);
          select.setInt(3, from);
          var places = new ArrayList<Place>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              places.add(
                  new Place(
                      new RoomId(rows.getString(1)),
                      new MemberId(rows.getString(2)),
                      rows.getString(3),
                      Instant.ofEpochMilli(rows.getLong(4)),
                      rows.getInt(5) == 1));
            }
          }
          return new Place.Page(places, total);
        });
  }

  /// Whether friends may see that `account` is in `room`; empty if it has no place there.
  Optional<Boolean> isShown(AccountId account, RoomId room) {
    return database.read(
        session -> {
          var select = session.statement(IS_SHOWN);
          select.setString(1, account.value());
          select.setString(2, room.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getInt(1) == 1) : Optional.empty();
          }
        });
  }

  /// From now on friends of `account` may see that it is in `room`, or not; whether it has a place
  /// there.
  boolean show(AccountId account, RoomId room, boolean isShown) {
    return database.write(
        FIRST_TURN,
        session -> {
          var update = session.statement(SHOW);
          update.setInt(1, isShown ? 1 : 0);
          update.setString(2, account.value());
          update.setString(3, room.value());
          return update.executeUpdate() == 1;
        });
  }

  /// `account` has no place in `room` any more; whether it had.
  static boolean leave(Session session, AccountId account, RoomId room) throws SQLException {
    var update = session.statement(LEAVE);
    update.setString(1, account.value());
    update.setString(2, room.value());
    return update.executeUpdate() == 1;
  }

  /// `account` has no places any more.
  static void forget(Session session, AccountId account) throws SQLException {
    var update = session.statement(FORGET);
    update.setString(1, account.value());
    update.executeUpdate();
  }
}
