package matinee.server.viewings;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;
import matinee.server.sql.Session;
import matinee.server.sql.Several;

/// Viewings as rows of the server's database. Used within a transaction.
final class ViewingRows {
  private static final String MEMBER = "select member from place where account = ? and room = ?";
  private static final String COMPANY =
      "select company from viewing where account = ? and media_key = ? and room = ?";
  private static final String ADD =
      "insert into viewing (id, account, room, media_key, media_type, media, title, length_ms,"
          + " position_ms, first_ms, last_ms, company)"
          + " select ?, account.id, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from account"
          + " where account.id = ? and not exists"
          + " (select 1 from viewing_off off where off.account = account.id)"
          + " on conflict (account, media_key, room) do update set title = excluded.title,"
          + " length_ms = excluded.length_ms, position_ms = excluded.position_ms,"
          + " last_ms = excluded.last_ms, company = excluded.company";
  private static final String CHANGE =
      "update viewing set title = ?, length_ms = ?, position_ms = ?, last_ms = ?, company = ?"
          + " where account = ? and media_key = ? and room = ? and not exists"
          + " (select 1 from viewing_off off where off.account = viewing.account)";
  private static final String TRIM =
      "delete from viewing where account = ? and id in (select id from viewing where account = ?"
          + " order by last_ms desc, id desc limit 1000000 offset ?)";

  /// Of what was watched in several rooms, where that was last.
  private static final String NEWEST =
      " and not exists"
          + " (select 1 from viewing later where later.account = viewing.account"
          + " and later.media_key = viewing.media_key and (later.last_ms > viewing.last_ms"
          + " or (later.last_ms = viewing.last_ms and later.id > viewing.id)))";

  /// How far somebody has to have come, in hundredths of the length, for it to be begun, and how
  /// far not, for it to be unfinished.
  private static final String UNFINISHED =
      " and position_ms * 100 between length_ms * 2 and length_ms * 95" + NEWEST;

  private static final String WHOSE = " from viewing where account = ?";
  private static final String PART = " order by last_ms desc, id desc limit ? offset ?";
  private static final String COLUMNS =
      "select id, room, media_type, media, title, length_ms, position_ms, first_ms, last_ms,"
          + " company, media_key";
  private static final String LATEST =
      COLUMNS + WHOSE + " and media_key in " + Several.VALUES + NEWEST;
  private static final String PAGE = COLUMNS + WHOSE + PART;
  private static final String COUNT = "select count(*)" + WHOSE;
  private static final String PAGE_UNFINISHED = COLUMNS + WHOSE + UNFINISHED + PART;
  private static final String COUNT_UNFINISHED = "select count(*)" + WHOSE + UNFINISHED;
  private static final String IS_OFF = "select count(*) from viewing_off where account = ?";
  private static final String FORGET = "delete from viewing where account = ? and id = ?";
  private static final String FORGET_ALL = "delete from viewing where account = ?";
  private static final String FORGET_DELETED =
      FORGET_ALL + " and not exists (select 1 from account where account.id = viewing.account)";
  private static final String OFF =
      "insert into viewing_off (account) select id from account where id = ? on conflict do nothing";
  private static final String ON = "delete from viewing_off where account = ?";

  private ViewingRows() {}

  /// What somebody watches in a room.
  record Key(AccountId account, RoomId room, MediaText media) {}

  /// Which member of `room` `account` is, if any.
  static Optional<MemberId> member(Session session, AccountId account, RoomId room)
      throws SQLException {
    var select = session.statement(MEMBER);
    select.setString(1, account.value());
    select.setString(2, room.value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(new MemberId(rows.getString(1))) : Optional.empty();
    }
  }

  /// Writes down what was not, as `fresh` if there is nothing of it yet, and forgets the oldest of
  /// more than `most`; whether it may be written down.
  static boolean add(Session session, Key key, Watching watching, ViewingId fresh, int most)
      throws SQLException {
    watching.join(company(session, key));
    var text = key.media();
    var insert = session.statement(ADD);
    insert.setString(1, fresh.value());
    insert.setString(2, key.room().value());
    insert.setString(3, text.key());
    insert.setString(4, text.type());
    insert.setString(5, text.text());
    insert.setString(6, watching.media().title());
    setLength(insert, 7, watching.media().length());
    insert.setLong(8, watching.positionMs());
    insert.setLong(9, watching.first().toEpochMilli());
    insert.setLong(10, watching.last().toEpochMilli());
    insert.setString(11, String.join("\n", watching.company()));
    insert.setString(12, key.account().value());
    if (insert.executeUpdate() == 0) {
      return false;
    }
    var trim = session.statement(TRIM);
    trim.setString(1, key.account().value());
    trim.setString(2, key.account().value());
    trim.setInt(3, most);
    trim.executeUpdate();
    return true;
  }

  private static List<String> company(Session session, Key key) throws SQLException {
    var select = session.statement(COMPANY);
    select.setString(1, key.account().value());
    select.setString(2, key.media().key());
    select.setString(3, key.room().value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? names(rows.getString(1)) : List.of();
    }
  }

  /// Writes down how what stands there has gone on; whether it does, and may.
  static boolean change(Session session, Key key, Watching watching) throws SQLException {
    var update = session.statement(CHANGE);
    update.setString(1, watching.media().title());
    setLength(update, 2, watching.media().length());
    update.setLong(3, watching.positionMs());
    update.setLong(4, watching.last().toEpochMilli());
    update.setString(5, String.join("\n", watching.company()));
    update.setString(6, key.account().value());
    update.setString(7, key.media().key());
    update.setString(8, key.room().value());
    return update.executeUpdate() == 1;
  }

  private static void setLength(PreparedStatement statement, int index, Length length)
      throws SQLException {
    switch (length) {
      case Length.Known(long ms) -> statement.setLong(index, ms);
      case Length.Unknown _ -> statement.setNull(index, Types.BIGINT);
    }
  }

  /// At most `limit` of those of `account`, without the first `from`; only those that it has begun
  /// and not ended, and of each media the newest, if they are to be `unfinished`.
  static Viewing.Page page(
      Session session, AccountId account, boolean unfinished, int from, int limit)
      throws SQLException {
    int total = count(session, unfinished ? COUNT_UNFINISHED : COUNT, account);
    var select = session.statement(unfinished ? PAGE_UNFINISHED : PAGE);
    select.setString(1, account.value());
    select.setInt(2, limit);
    select.setInt(3, from);
    var viewings = new ArrayList<Viewing>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        viewings.add(viewing(rows));
      }
    }
    boolean isKept = count(session, IS_OFF, account) == 0;
    return new Viewing.Page(viewings, total, isKept, ShownViewingRows.isShown(session, account));
  }

  /// Of each of `refs` that `account` has watched, the newest viewing.
  static Map<MediaRef, Viewing> latest(
      Session session, AccountId account, Collection<? extends MediaRef> refs) throws SQLException {
    var keys = new HashMap<String, MediaRef>();
    refs.forEach(ref -> keys.put(MediaText.of(ref).key(), ref));
    var latest = new HashMap<MediaRef, Viewing>();
    Several.ask(
        session,
        LATEST,
        List.of(account.value()),
        keys.keySet(),
        row -> latest.put(keys.get(row.getString(11)), viewing(row)));
    return latest;
  }

  private static int count(Session session, String query, AccountId account) throws SQLException {
    var select = session.statement(query);
    select.setString(1, account.value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static Viewing viewing(ResultSet row) throws SQLException {
    long lengthMs = row.getLong(6);
    Length length = row.wasNull() ? Length.Unknown.UNKNOWN : new Length.Known(lengthMs);
    var ref = new MediaText(row.getString(3), row.getString(4)).ref();
    return new Viewing(
        new ViewingId(row.getString(1)),
        new RoomId(row.getString(2)),
        new Media(ref, row.getString(5), length),
        row.getLong(7),
        Instant.ofEpochMilli(row.getLong(8)),
        Instant.ofEpochMilli(row.getLong(9)),
        names(row.getString(10)));
  }

  private static List<String> names(String company) {
    return company.isEmpty() ? List.of() : List.of(company.split("\n", -1));
  }

  /// Removes this one, if it is one of `account`.
  static void forget(Session session, AccountId account, ViewingId id) throws SQLException {
    var delete = session.statement(FORGET);
    delete.setString(1, account.value());
    delete.setString(2, id.value());
    delete.executeUpdate();
  }

  /// Removes all of `account`.
  static void forgetAll(Session session, AccountId account) throws SQLException {
    one(session, FORGET_ALL, account);
  }

  /// Removes all of those of `accounts` that there are no more.
  static void forgetDeleted(Session session, Collection<AccountId> accounts) throws SQLException {
    for (var account : accounts) {
      one(session, FORGET_DELETED, account);
    }
  }

  /// From now on what `account` watches is written down, or not.
  static void keep(Session session, AccountId account, boolean isKept) throws SQLException {
    one(session, isKept ? ON : OFF, account);
  }

  private static void one(Session session, String change, AccountId account) throws SQLException {
    var statement = session.statement(change);
    statement.setString(1, account.value());
    statement.executeUpdate();
  }
}
