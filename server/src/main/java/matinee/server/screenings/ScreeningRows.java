package matinee.server.screenings;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Provider;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;
import matinee.server.screenings.Screening.State;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;

/// Screenings as rows of the server's database. Blocks. Safe for use by any thread.
final class ScreeningRows {
  /// Where screenings are written among all changes of a transaction.
  static final long PLACE = -7;

  private static final String COLUMNS =
      "id, room, owner, owner_name, title, media_type, media, start_ms, zone, local_time, sequence,"
          + " state";
  private static final String ADD =
      "insert into screening ("
          + COLUMNS
          + ", created_ms, series, claim, claim_until_ms)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '', 0)";
  private static final String FIND = "select " + COLUMNS + " from screening where id = ?";
  private static final String OF_ROOM = "select " + COLUMNS + " from screening where room = ?";
  private static final String OF_PERSON =
      "select "
          + COLUMNS
          + " from screening where owner = ? or id in"
          + " (select screening from screening_answer where person = ?)"
          + " order by start_ms desc limit ?";
  private static final String OF_SERIES =
      "select "
          + COLUMNS
          + " from screening where series ="
          + " (select series from screening where id = ?) order by start_ms, id";
  private static final String COMING =
      "select "
          + COLUMNS
          + " from screening where owner = ? or id in"
          + " (select screening from screening_answer where person = ? and answer <> 'NO')"
          + " order by start_ms desc limit ?";
  private static final String DUE =
      "select "
          + COLUMNS
          + " from screening where state = ? and start_ms <= ? and (start_ms, id) > (?, ?)"
          + " order by start_ms, id limit ?";
  private static final String COUNT =
      "select count(*) from screening where owner = ? and state = 'PLANNED'";
  private static final String MOVE =
      "update screening set start_ms = ?, zone = ?, local_time = ?, sequence = sequence + 1"
          + " where id = ? and owner = ? and state = 'PLANNED' and claim_until_ms <= ?";
  private static final String CALL_OFF =
      "update screening set state = 'OFF', sequence = sequence + 1"
          + " where id = ? and owner = ? and state = 'PLANNED' and claim_until_ms <= ?";
  private static final String CLAIM =
      "update screening set claim = ?, claim_until_ms = ?"
          + " where id = ? and sequence = ? and state = 'PLANNED'"
          + " and (claim_until_ms <= ? or claim = ?)";
  private static final String BECOME =
      "update screening set state = ? where id = ? and sequence = ? and state = ?";

  private final Database database;

  ScreeningRows(Database database) {
    this.database = database;
  }

  /// Adds `screenings`, which are of one owner, all or none: not where that owner would have
  /// planned more than `most`. Several of them belong together as `series`. Whether they were
  /// added.
  boolean add(List<Screening> screenings, Optional<String> series, Instant now, int most) {
    return database.write(
        PLACE,
        session -> {
          var owner = screenings.getFirst().owner().id();
          if (planned(session, owner) + screenings.size() > most) {
            return false;
          }
          for (var screening : screenings) {
            insert(session, screening, series, now);
          }
          return true;
        });
  }

  /// How many `owner` has planned that lie ahead.
  int planned(AccountId owner) {
    return database.read(session -> planned(session, owner));
  }

  private static int planned(Session session, AccountId owner) throws SQLException {
    var count = session.statement(COUNT);
    count.setString(1, owner.value());
    try (var rows = count.executeQuery()) {
      rows.next();
      return rows.getInt(1);
    }
  }

  private static void insert(
      Session session, Screening screening, Optional<String> series, Instant now)
      throws SQLException {
    var insert = session.statement(ADD);
    insert.setString(1, screening.id().value());
    insert.setString(2, screening.room().value());
    insert.setString(3, screening.owner().id().value());
    insert.setString(4, screening.owner().name());
    insert.setString(5, screening.film().title());
    insert.setString(6, type(screening.film().ref()));
    insert.setString(7, text(screening.film().ref()));
    setTime(insert, 8, screening.time());
    insert.setInt(11, screening.sequence());
    insert.setString(12, screening.state().name());
    insert.setLong(13, now.toEpochMilli());
    insert.setString(14, series.orElse(null));
    insert.executeUpdate();
  }

  private static String type(MediaRef media) {
    return switch (media) {
      case MediaRef.Upload _ -> "upload";
      case MediaRef.Address _ -> "address";
      case MediaRef.Site _ -> "site";
      case MediaRef.Embed _ -> "embed";
      case MediaRef.OwnCopy _ -> throw new IllegalArgumentException("an own copy is not planned");
    };
  }

  private static String text(MediaRef media) {
    return switch (media) {
      case MediaRef.Upload(var film) -> film;
      case MediaRef.Address(var url) -> url;
      case MediaRef.Site(var url) -> url;
      case MediaRef.Embed(var provider, var id) -> provider + " " + id;
      case MediaRef.OwnCopy _ -> throw new IllegalArgumentException("an own copy is not planned");
    };
  }

  private static MediaRef media(String type, String text) {
    return switch (type) {
      case "upload" -> new MediaRef.Upload(text);
      case "address" -> new MediaRef.Address(text);
      case "site" -> new MediaRef.Site(text);
      case "embed" -> {
        var parts = text.split(" ", -1);
        yield new MediaRef.Embed(Provider.valueOf(parts[0]), parts[1]);
      }
      default -> throw new IllegalStateException("a media of the kind " + type);
    };
  }

  private static void setTime(PreparedStatement statement, int at, Showtime time)
      throws SQLException {
    statement.setLong(at, time.instant().toEpochMilli());
    statement.setString(at + 1, time.zone().getId());
    statement.setString(at + 2, time.local().toString());
  }

  private static Screening screening(ResultSet row) throws SQLException {
    return new Screening(
        new ScreeningId(row.getString(1)),
        new RoomId(row.getString(2)),
        new Screening.Owner(new AccountId(row.getString(3)), row.getString(4)),
        new Media(
            media(row.getString(6), row.getString(7)), row.getString(5), Length.Unknown.UNKNOWN),
        new Showtime(
            LocalDateTime.parse(row.getString(10)),
            ZoneId.of(row.getString(9)),
            Instant.ofEpochMilli(row.getLong(8))),
        row.getInt(11),
        State.valueOf(row.getString(12)));
  }

  private static List<Screening> all(PreparedStatement select) throws SQLException {
    var found = new ArrayList<Screening>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        found.add(screening(rows));
      }
    }
    return found;
  }

  private Optional<Screening> one(String sql, String key) {
    return database.read(
        session -> {
          var select = session.statement(sql);
          select.setString(1, key);
          return all(select).stream().findFirst();
        });
  }

  Optional<Screening> find(ScreeningId id) {
    return one(FIND, id.value());
  }

  /// All of the series to which `id` belongs, the earliest first; nothing if it belongs to none.
  List<Screening> series(ScreeningId id) {
    return database.read(
        session -> {
          var select = session.statement(OF_SERIES);
          select.setString(1, id.value());
          return all(select);
        });
  }

  Optional<Screening> of(RoomId room) {
    return one(OF_ROOM, room.value());
  }

  /// Those that `account` planned or answered, the latest first.
  List<Screening> of(AccountId account, int limit) {
    return of(OF_PERSON, account, limit);
  }

  /// As [#of], but for those to which it said no.
  List<Screening> coming(AccountId account, int limit) {
    return of(COMING, account, limit);
  }

  private List<Screening> of(String sql, AccountId account, int limit) {
    return database.read(
        session -> {
          var select = session.statement(sql);
          select.setString(1, account.value());
          select.setString(2, Person.of(account).value());
          select.setInt(3, limit);
          return all(select);
        });
  }

  /// Those in `state` that begin at `until` at the latest, the earliest first: at most `limit` of
  /// those that come after `last`, if there is one.
  List<Screening> due(State state, Instant until, Optional<Screening> last, int limit) {
    return database.read(
        session -> {
          var select = session.statement(DUE);
          select.setString(1, state.name());
          select.setLong(2, until.toEpochMilli());
          select.setLong(3, last.map(it -> it.time().instant().toEpochMilli()).orElse(0L));
          select.setString(4, last.map(it -> it.id().value()).orElse(""));
          select.setInt(5, limit);
          return all(select);
        });
  }

  private boolean change(Query<Integer> update) {
    return database.write(PLACE, update) == 1;
  }

  /// `owner` puts it to another time; whether that was done.
  boolean move(ScreeningId id, AccountId owner, Showtime to, Instant now) {
    return change(
        session -> {
          var update = session.statement(MOVE);
          setTime(update, 1, to);
          update.setString(4, id.value());
          update.setString(5, owner.value());
          update.setLong(6, now.toEpochMilli());
          int moved = update.executeUpdate();
          if (moved == 1) {
            ReminderRows.forget(session, id);
          }
          return moved;
        });
  }

  /// `owner` calls it off; whether that was done.
  boolean callOff(ScreeningId id, AccountId owner, Instant now) {
    return change(
        session -> {
          var update = session.statement(CALL_OFF);
          update.setString(1, id.value());
          update.setString(2, owner.value());
          update.setLong(3, now.toEpochMilli());
          return update.executeUpdate();
        });
  }

  /// The server `node` is about to begin `screenings`, until `until`, as they are planned there.
  /// Those of them of which it is the one, in the same order.
  List<Screening> claim(List<Screening> screenings, String node, Instant now, Instant until) {
    return database.write(
        PLACE,
        session -> {
          var claimed = new ArrayList<Screening>();
          for (var screening : screenings) {
            if (claim(session, screening, node, now, until)) {
              claimed.add(screening);
            }
          }
          return claimed;
        });
  }

  private static boolean claim(
      Session session, Screening screening, String node, Instant now, Instant until)
      throws SQLException {
    var update = session.statement(CLAIM);
    update.setString(1, node);
    update.setLong(2, until.toEpochMilli());
    update.setString(3, screening.id().value());
    update.setInt(4, screening.sequence());
    update.setLong(5, now.toEpochMilli());
    update.setString(6, node);
    return update.executeUpdate() == 1;
  }

  /// From now on it is `next`, if it is still as in `screening`; whether it was.
  boolean become(Screening screening, State next) {
    return change(
        session -> {
          var update = session.statement(BECOME);
          update.setString(1, next.name());
          update.setString(2, screening.id().value());
          update.setInt(3, screening.sequence());
          update.setString(4, screening.state().name());
          return update.executeUpdate();
        });
  }
}
