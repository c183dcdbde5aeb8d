package matinee.server.conversations;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.PortraitId;
import matinee.server.sql.Session;

/// Whose conversations there are, and up to where they are read, as rows of the server's database.
/// Used within a transaction.
final class TalkRows {
  /// How many somebody sees, those with the newest messages.
  static final int AT_MOST = 200;

  /// Conversations of somebody, with the other's account, if that is still there.
  private static final String OF =
      " from (select one, other, messages, case when one = ? then other else one end as partner"
          + " from conversation where one = ? or other = ?) c left join account a on a.id = c.partner";

  private static final String NEWEST =
      "(select max(at_ms) from message m where m.one = c.one and m.other = c.other)";
  private static final String OF_OWNER =
      "select c.partner, c.messages, a.name, coalesce(f.note, ''), f.owner is not null, p.token"
          + OF
          + " left join friendship f on f.owner = ? and f.other = a.id"
          + " left join portrait p on p.account = f.other"
          + " where not exists (select 1 from blocked_person b"
          + " where b.owner = ? and b.other = c.partner) and exists (select 1 from message m"
          + " where m.one = c.one and m.other = c.other and (a.id is not null or m.author = ?))"
          + " order by "
          + NEWEST
          + " desc, c.partner limit ?";
  private static final String PARTNERS =
      "select c.partner, a.name" + OF + " where c.partner > ? order by c.partner limit ?";
  private static final String READ = "select number from read_mark where owner = ? and other = ?";
  private static final String MARK =
      "insert into read_mark (owner, other, number) values (?, ?, ?) on conflict (owner, other)"
          + " do update set number = excluded.number where read_mark.number < excluded.number";
  private static final String UNREAD =
      "select count(*) from (select 1 from message where one = ? and other = ? and number > ?"
          + " and author <> ? and deleted_ms is null and exists"
          + " (select 1 from account where account.id = message.author) limit ?) unread";

  private TalkRows() {}

  /// Those of `owner`, the one with the newest message first.
  static List<Talk> of(Session session, AccountId owner) throws SQLException {
    var talks = new ArrayList<Talk>();
    for (var row : rows(session, owner)) {
      var pair = Pair.of(owner, row.with());
      talks.add(
          new Talk(
              row.with(),
              row.name(),
              row.note(),
              row.portrait(),
              row.isOpen(),
              MessageRows.before(session, pair, row.messages() + 1, 1),
              unread(session, owner, row.with())));
    }
    return List.copyOf(talks);
  }

  private record Row(
      AccountId with,
      Optional<String> name,
      String note,
      Optional<PortraitId> portrait,
      boolean isOpen,
      long messages) {}

  private static List<Row> rows(Session session, AccountId owner) throws SQLException {
    var select = session.statement(OF_OWNER);
    for (int place = 1; place <= 6; place++) {
      select.setString(place, owner.value());
    }
    select.setInt(7, AT_MOST);
    var found = new ArrayList<Row>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Row(
                new AccountId(rows.getString(1)),
                Optional.ofNullable(rows.getString(3)),
                rows.getString(4),
                Optional.ofNullable(rows.getString(6)).map(PortraitId::new),
                rows.getBoolean(5),
                rows.getLong(2)));
      }
    }
    return found;
  }

  /// With whom `owner` has conversations, also if blocked, in the order of their ids: at most
  /// `limit` of them, those behind `after`.
  static List<Partner> partners(Session session, AccountId owner, String after, int limit)
      throws SQLException {
    var select = session.statement(PARTNERS);
    for (int place = 1; place <= 3; place++) {
      select.setString(place, owner.value());
    }
    select.setString(4, after);
    select.setInt(5, limit);
    var found = new ArrayList<Partner>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Partner(new AccountId(rows.getString(1)), Optional.ofNullable(rows.getString(2))));
      }
    }
    return List.copyOf(found);
  }

  private static int unread(Session session, AccountId owner, AccountId with) throws SQLException {
    var pair = Pair.of(owner, with);
    var select = session.statement(UNREAD);
    select.setString(1, pair.one());
    select.setString(2, pair.other());
    select.setLong(3, read(session, owner, with));
    select.setString(4, owner.value());
    select.setInt(5, Talk.MOST_UNREAD);
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /// Up to which message `owner` has read what `with` said; 0 if none.
  static long read(Session session, AccountId owner, AccountId with) throws SQLException {
    var select = session.statement(READ);
    select.setString(1, owner.value());
    select.setString(2, with.value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getLong(1) : 0;
    }
  }

  /// `owner` has read up to message `number`, if not further; whether that is new.
  static boolean mark(Session session, AccountId owner, AccountId with, long number)
      throws SQLException {
    var upsert = session.statement(MARK);
    upsert.setString(1, owner.value());
    upsert.setString(2, with.value());
    upsert.setLong(3, number);
    return upsert.executeUpdate() == 1;
  }
}
