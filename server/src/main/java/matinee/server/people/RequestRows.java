package matinee.server.people;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.Account;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.PortraitId;
import matinee.server.people.Circle.Asked;
import matinee.server.people.Circle.Asking;
import matinee.server.sql.Session;

/// Requests to be friends, as rows of the server's database. Used within a transaction.
///
/// A request names a handle or an address, and nobody looks whether somebody has it: it finds its
/// way when the owner of that looks what there is. So it takes as long, and looks the same, whether
/// there is one or not. An address finds only who has confirmed it.
final class RequestRows {
  /// How many open ones somebody has; of those to somebody as many are shown.
  static final int AT_MOST = 100;

  /// After that a request is over, also one that was declined, of which the asker is not told.
  static final Duration OPEN_FOR = Duration.ofDays(30);

  private static final String ASK =
      "insert into friend_request (id, asker, target, typed, at_ms) values (?, ?, ?, ?, ?)"
          + " on conflict (asker, target) do nothing";
  private static final String DROP_OLD =
      "delete from friend_request where asker = ? and at_ms <= ?";
  private static final String OF_ASKER =
      "select id, typed, at_ms from friend_request where asker = ? and at_ms > ?"
          + " order by at_ms desc, id limit ?";
  private static final String COUNT =
      "select count(*) from friend_request where asker = ? and target <> ?";

  private static final String FOR_ME =
      " from friend_request r join account a on a.id = r.asker"
          + " left join portrait p on p.account = a.id"
          + " where r.target in (?, ?) and r.at_ms > ? and r.declined_ms is null and r.asker <> ?"
          + " and not exists (select 1 from blocked_person b"
          + " where b.owner = ? and b.other = r.asker or b.owner = r.asker and b.other = ?)"
          + " and not exists (select 1 from friendship f where f.owner = ? and f.other = r.asker)";
  private static final String ASKING =
      "select r.asker, a.name, p.token, max(r.at_ms)"
          + FOR_ME
          + " group by r.asker, a.name, p.token order by max(r.at_ms) desc, r.asker limit ?";
  private static final String IS_ASKING = "select 1" + FOR_ME + " and r.asker = ?";
  private static final String DECLINE =
      "update friend_request set declined_ms = ?"
          + " where target in (?, ?) and asker = ? and declined_ms is null";
  private static final String WITHDRAW = "delete from friend_request where asker = ? and id = ?";
  private static final String BETWEEN =
      "delete from friend_request where asker = ? and target in"
          + " (select handle from person where account = ?"
          + " union select email_key from account where id = ?)";

  private RequestRows() {}

  /// Asks at `now`, unless that is asked already.
  static void ask(Session session, String id, AccountId asker, Target target, Instant now)
      throws SQLException {
    var drop = session.statement(DROP_OLD);
    drop.setString(1, asker.value());
    drop.setLong(2, over(now));
    drop.executeUpdate();
    var insert = session.statement(ASK);
    insert.setString(1, id);
    insert.setString(2, asker.value());
    insert.setString(3, target.key());
    insert.setString(4, target.typed());
    insert.setLong(5, now.toEpochMilli());
    insert.executeUpdate();
  }

  static long over(Instant now) {
    return now.minus(OPEN_FOR).toEpochMilli();
  }

  /// To how many others than `target` does `asker` have a request?
  static int others(Session session, AccountId asker, Target target) throws SQLException {
    var select = session.statement(COUNT);
    select.setString(1, asker.value());
    select.setString(2, target.key());
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /// Those of `asker`, the newest first.
  static List<Asked> of(Session session, AccountId asker, Instant now) throws SQLException {
    var select = session.statement(OF_ASKER);
    select.setString(1, asker.value());
    select.setLong(2, over(now));
    select.setInt(3, AT_MOST);
    var asked = new ArrayList<Asked>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        asked.add(
            new Asked(rows.getString(1), rows.getString(2), Instant.ofEpochMilli(rows.getLong(3))));
      }
    }
    return List.copyOf(asked);
  }

  /// Who wants to be a friend of `me`, the newest first.
  static List<Asking> asking(Session session, Account me, Handle handle, Instant now)
      throws SQLException {
    var select = session.statement(ASKING);
    select.setInt(forMe(select, me, handle, now), AT_MOST);
    var asking = new ArrayList<Asking>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        asking.add(
            new Asking(
                new AccountId(rows.getString(1)),
                rows.getString(2),
                Optional.ofNullable(rows.getString(3)).map(PortraitId::new),
                Instant.ofEpochMilli(rows.getLong(4))));
      }
    }
    return List.copyOf(asking);
  }

  static boolean isAsking(Session session, Account me, Handle handle, AccountId asker, Instant now)
      throws SQLException {
    var select = session.statement(IS_ASKING);
    select.setString(forMe(select, me, handle, now), asker.value());
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  /// Fills in who `me` is; gives the number of the place after that.
  private static int forMe(PreparedStatement select, Account me, Handle handle, Instant now)
      throws SQLException {
    var id = me.id().value();
    select.setString(1, handle.value());
    select.setString(2, address(me, handle));
    select.setLong(3, over(now));
    for (int place = 4; place <= 7; place++) {
      select.setString(place, id);
    }
    return 8;
  }

  /// By which else `me` is found: the address, when it is known that mail to it arrives.
  private static String address(Account me, Handle handle) {
    return me.confirmed().isPresent() ? me.email().key() : handle.value();
  }

  /// `me` does not want to be a friend of `asker`, who is not told.
  static boolean decline(Session session, Account me, Handle handle, AccountId asker, Instant now)
      throws SQLException {
    var update = session.statement(DECLINE);
    update.setLong(1, now.toEpochMilli());
    update.setString(2, handle.value());
    update.setString(3, address(me, handle));
    update.setString(4, asker.value());
    return update.executeUpdate() > 0;
  }

  static boolean withdraw(Session session, AccountId asker, String id) throws SQLException {
    var delete = session.statement(WITHDRAW);
    delete.setString(1, asker.value());
    delete.setString(2, id);
    return delete.executeUpdate() == 1;
  }

  /// Whatever `asker` asked of `other` is over.
  static void end(Session session, AccountId asker, AccountId other) throws SQLException {
    var delete = session.statement(BETWEEN);
    delete.setString(1, asker.value());
    delete.setString(2, other.value());
    delete.setString(3, other.value());
    delete.executeUpdate();
  }
}
