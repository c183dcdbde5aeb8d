package matinee.server.people;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.PortraitId;
import matinee.server.people.Circle.Blocked;
import matinee.server.people.Circle.Friend;
import matinee.server.sql.Session;

/// Friends, and who is blocked, as rows of the server's database. Used within a transaction.
final class FriendRows {
  /// How many friends somebody has; as many can be blocked.
  static final int AT_MOST = 1_000;

  private static final String FRIENDS =
      "select f.other, a.name, f.note, p.token, f.since_ms from friendship f"
          + " join account a on a.id = f.other left join portrait p on p.account = a.id where f.owner = ? order by a.name, f.other limit ?";
  private static final String COUNT = "select count(*) from friendship where owner = ?";
  private static final String ARE = "select 1 from friendship where owner = ? and other = ?";
  private static final String ADD =
      "insert into friendship (owner, other, note, since_ms) values (?, ?, '', ?)"
          + " on conflict (owner, other) do nothing";
  private static final String NOTE = "update friendship set note = ? where owner = ? and other = ?";
  private static final String REMOVE =
      "delete from friendship where owner = ? and other = ? or owner = ? and other = ?";
  private static final String BLOCKED =
      "select b.other, a.name from blocked_person b join account a on a.id = b.other"
          + " where b.owner = ? order by a.name, b.other limit ?";
  private static final String COUNT_BLOCKED = "select count(*) from blocked_person where owner = ?";
  private static final String BLOCK =
      "insert into blocked_person (owner, other, at_ms) select ?, id, ? from account where id = ?"
          + " on conflict (owner, other) do nothing";
  private static final String HAS_BLOCKED =
      "select 1 from blocked_person where owner = ? and other = ?";
  private static final String UNBLOCK = "delete from blocked_person where owner = ? and other = ?";

  private FriendRows() {}

  /// Those of `owner`, by their names.
  static List<Friend> of(Session session, AccountId owner) throws SQLException {
    var select = session.statement(FRIENDS);
    select.setString(1, owner.value());
    select.setInt(2, AT_MOST);
    var friends = new ArrayList<Friend>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        friends.add(
            new Friend(
                new AccountId(rows.getString(1)),
                rows.getString(2),
                rows.getString(3),
                Optional.ofNullable(rows.getString(4)).map(PortraitId::new),
                Instant.ofEpochMilli(rows.getLong(5))));
      }
    }
    return List.copyOf(friends);
  }

  /// Has `owner` as many friends as one may have?
  static boolean isFull(Session session, AccountId owner) throws SQLException {
    return count(session, COUNT, owner) >= AT_MOST;
  }

  /// Has `owner` blocked as many as one may?
  static boolean hasBlockedMost(Session session, AccountId owner) throws SQLException {
    return count(session, COUNT_BLOCKED, owner) >= AT_MOST;
  }

  private static int count(Session session, String query, AccountId owner) throws SQLException {
    var select = session.statement(query);
    select.setString(1, owner.value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  static boolean areFriends(Session session, AccountId one, AccountId other) throws SQLException {
    var select = session.statement(ARE);
    select.setString(1, one.value());
    select.setString(2, other.value());
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  /// The two are friends from `now` on, if they were not.
  static void add(Session session, AccountId one, AccountId other, Instant now)
      throws SQLException {
    for (var pair : List.of(List.of(one, other), List.of(other, one))) {
      var insert = session.statement(ADD);
      insert.setString(1, pair.getFirst().value());
      insert.setString(2, pair.getLast().value());
      insert.setLong(3, now.toEpochMilli());
      insert.executeUpdate();
    }
  }

  static boolean note(Session session, AccountId owner, AccountId other, String note)
      throws SQLException {
    var update = session.statement(NOTE);
    update.setString(1, note);
    update.setString(2, owner.value());
    update.setString(3, other.value());
    return update.executeUpdate() == 1;
  }

  /// The two are friends no more; whether they were.
  static boolean remove(Session session, AccountId one, AccountId other) throws SQLException {
    var delete = session.statement(REMOVE);
    delete.setString(1, one.value());
    delete.setString(2, other.value());
    delete.setString(3, other.value());
    delete.setString(4, one.value());
    return delete.executeUpdate() > 0;
  }

  /// Those whom `owner` has blocked, by their names.
  static List<Blocked> blocked(Session session, AccountId owner) throws SQLException {
    var select = session.statement(BLOCKED);
    select.setString(1, owner.value());
    select.setInt(2, AT_MOST);
    var blocked = new ArrayList<Blocked>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        blocked.add(new Blocked(new AccountId(rows.getString(1)), rows.getString(2)));
      }
    }
    return List.copyOf(blocked);
  }

  /// Blocks `other`, if there is such an account and it is not blocked; whether that was so.
  static boolean block(Session session, AccountId owner, AccountId other, Instant now)
      throws SQLException {
    var insert = session.statement(BLOCK);
    insert.setString(1, owner.value());
    insert.setLong(2, now.toEpochMilli());
    insert.setString(3, other.value());
    return insert.executeUpdate() == 1;
  }

  static boolean hasBlocked(Session session, AccountId owner, AccountId other) throws SQLException {
    var select = session.statement(HAS_BLOCKED);
    select.setString(1, owner.value());
    select.setString(2, other.value());
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  static boolean unblock(Session session, AccountId owner, AccountId other) throws SQLException {
    var delete = session.statement(UNBLOCK);
    delete.setString(1, owner.value());
    delete.setString(2, other.value());
    return delete.executeUpdate() == 1;
  }
}
