package matinee.server.mail;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import matinee.server.mail.Queued.Bound;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;

/// The queue of letters, as rows that all servers of a database share. Blocks. Safe for use by any
/// thread.
///
/// A letter is `waiting`, or `sending` by the server that has claimed it, and ends as `sent` or
/// `failed`. A claim is good for [#LEASE]; then the letter is anybody's again. Each claim counts
/// one try more, and whoever claims or ends a letter names the number that it knows: so of two
/// servers one is refused.
///
/// The bounds are exact among letters that one server queues; servers that queue in the same moment
/// do not see each other's, and together may exceed them by as many.
final class LetterRows {
  /// Longer than a mail server that answers within the timeouts can take over one letter.
  static final Duration LEASE = Duration.ofMinutes(15);

  static final int MOST_WAITING = 10_000;
  static final int MOST_OF_KIND = 5;
  static final int MOST_OF_SENDER = 50;
  static final Duration WINDOW = Duration.ofHours(1);

  /// How long it is known what became of a letter.
  static final Duration KEPT = Duration.ofDays(7);

  /// How many rows are removed in one go: few, for everybody else's writing waits for it.
  static final int AT_ONCE = 500;

  /// Before everything that has to do with rooms; see [Database#write].
  static final long PLACE = -4;

  private static final String ADD =
      "insert into mail_letter (id, recipient, recipient_key, kind, language, sender, subject,"
          + " plain, html, created_ms, next_ms, stop_addressee, stop_link, state, tries, server_said)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'waiting', 0, '')";
  private static final String REMOVE_ONE = "delete from mail_letter where id = ?";
  private static final String WAITING = "select count(*) from mail_letter where ended_ms is null";
  private static final String OF_KIND =
      "select count(*) from mail_letter where recipient_key = ? and kind = ? and created_ms > ?";
  private static final String OF_SENDER =
      "select count(*) from mail_letter where sender = ? and created_ms > ?";
  private static final String NTH_NEWEST_OF_SENDER =
      "select created_ms from mail_letter where sender = ? and created_ms > ?"
          + " order by created_ms desc limit 1 offset ?";
  private static final String STATE = "select state from mail_letter where id = ?";
  private static final String DUE =
      "select id, recipient, kind, language, subject, plain, html, created_ms, tries,"
          + " stop_addressee, stop_link from mail_letter where ended_ms is null and next_ms <= ? order by next_ms limit 1";
  private static final String CLAIM =
      "update mail_letter set state = 'sending', tries = tries + 1, next_ms = ?"
          + " where id = ? and tries = ? and ended_ms is null";
  private static final String PUT_OFF =
      "update mail_letter set state = 'waiting', next_ms = ?, server_said = ?"
          + " where id = ? and tries = ? and ended_ms is null";
  private static final String END =
      "update mail_letter set state = ?, ended_ms = ?, server_said = ?, subject = '', plain = '',"
          + " html = '' where id = ? and tries = ? and ended_ms is null";

  /// The oldest, by the order of the index, so that two servers that remove at once do not wait for
  /// one another in a ring.
  private static final String REMOVE =
      "delete from mail_letter where ended_ms <= (select max(ended_ms) from"
          + " (select ended_ms from mail_letter where ended_ms < ? order by ended_ms limit ?) oldest)";

  private final Database database;

  /// A letter that is ours to send, for the `tries`-th time.
  record Claimed(String id, Letter letter, Instant created, int tries) {}

  /// A letter on the way to be queued; `sender` may be empty, and is not counted then.
  record New(String id, Letter letter, String sender) {}

  LetterRows(Database database) {
    this.database = database;
  }

  /// Queues a letter, unless that exceeds a bound; in the transaction in which it is run.
  static Query<Queued> adding(New letter, Instant now) {
    return session -> {
      var exceeded = exceeded(session, letter, now);
      if (exceeded.isPresent()) {
        return new Queued.Refused(exceeded.get());
      }
      add(session, letter, now.toEpochMilli());
      return new Queued.Waiting(letter.id());
    };
  }

  /// As [#adding], in a transaction of its own.
  Queued add(New letter, Instant now) {
    return database.write(PLACE, adding(letter, now));
  }

  /// As [#add], and takes the letter away again before anybody sees it.
  void addAndRemove(New letter, Instant now) {
    var adding = adding(letter, now);
    database.write(
        PLACE,
        session -> {
          var queued = adding.on(session);
          var remove = session.statement(REMOVE_ONE);
          remove.setString(1, letter.id());
          remove.executeUpdate();
          return queued;
        });
  }

  private static Optional<Bound> exceeded(Session session, New letter, Instant now)
      throws SQLException {
    if (count(session.statement(WAITING).executeQuery()) >= MOST_WAITING) {
      return Optional.of(Bound.QUEUE);
    }
    if (StopRows.isStopped(session, letter.letter())) {
      return Optional.of(Bound.STOPPED);
    }
    long since = now.minus(WINDOW).toEpochMilli();
    var ofKind = session.statement(OF_KIND);
    ofKind.setString(1, letter.letter().to().key());
    ofKind.setString(2, letter.letter().kind().word());
    ofKind.setLong(3, since);
    if (count(ofKind.executeQuery()) >= MOST_OF_KIND) {
      return Optional.of(Bound.RECIPIENT);
    }
    var ofSender = session.statement(OF_SENDER);
    ofSender.setString(1, letter.sender());
    ofSender.setLong(2, since);
    return !letter.sender().isEmpty() && count(ofSender.executeQuery()) >= MOST_OF_SENDER
        ? Optional.of(Bound.SENDER)
        : Optional.empty();
  }

  /// How long it is until `sender` may send so many `letters` in all, if that is not now.
  static Optional<Duration> pause(Session session, String sender, int letters, Instant now)
      throws SQLException {
    var select = session.statement(NTH_NEWEST_OF_SENDER);
    select.setString(1, sender);
    select.setLong(2, now.minus(WINDOW).toEpochMilli());
    select.setInt(3, MOST_OF_SENDER - letters);
    try (var rows = select.executeQuery()) {
      return rows.next()
          ? Optional.of(Duration.between(now, Instant.ofEpochMilli(rows.getLong(1)).plus(WINDOW)))
          : Optional.empty();
    }
  }

  /// What has become of the letter called `id`, as long as that is known.
  static Optional<Fate> fate(Session session, String id) throws SQLException {
    var select = session.statement(STATE);
    select.setString(1, id);
    try (var rows = select.executeQuery()) {
      return rows.next()
          ? Optional.of(
              switch (rows.getString(1)) {
                case "sent" -> Fate.SENT;
                case "failed" -> Fate.FAILED;
                default -> Fate.WAITING;
              })
          : Optional.empty();
    }
  }

  private static int count(ResultSet rows) throws SQLException {
    try (rows) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  private static void add(Session session, New added, long nowMs) throws SQLException {
    var letter = added.letter();
    var insert = session.statement(ADD);
    insert.setString(1, added.id());
    insert.setString(2, letter.to().value());
    insert.setString(3, letter.to().key());
    insert.setString(4, letter.kind().word());
    insert.setString(5, letter.language().tag());
    insert.setString(6, added.sender());
    insert.setString(7, letter.subject());
    insert.setString(8, letter.plain());
    insert.setString(9, letter.html());
    insert.setLong(10, nowMs);
    insert.setLong(11, nowMs);
    insert.setString(12, letter.stop().map(Stop::addressee).orElse(null));
    insert.setString(13, letter.stop().map(it -> it.link().toString()).orElse(null));
    insert.executeUpdate();
  }

  /// How many letters have not ended.
  int waiting() {
    return database.read(session -> count(session.statement(WAITING).executeQuery()));
  }

  /// Takes the letter that has been due for longest, if one is. It is marked as `sending` when this
  /// returns.
  Optional<Claimed> claim(Instant now) {
    while (true) {
      var due = database.read(session -> due(session, now));
      if (due.isEmpty() || isOurs(due.get(), now)) {
        return due;
      }
    }
  }

  private static Optional<Claimed> due(Session session, Instant now) throws SQLException {
    var select = session.statement(DUE);
    select.setLong(1, now.toEpochMilli());
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(claimed(rows)) : Optional.empty();
    }
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    var letter =
        new Letter(
            new Address(row.getString(2)),
            Kind.valueOf(row.getString(3).toUpperCase(Locale.ROOT).replace('-', '_')),
            Language.of(row.getString(4)),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            stop(row));
    return new Claimed(
        row.getString(1), letter, Instant.ofEpochMilli(row.getLong(8)), row.getInt(9) + 1);
  }

  private static Optional<Stop> stop(ResultSet row) throws SQLException {
    var addressee = row.getString(10);
    return addressee == null
        ? Optional.empty()
        : Optional.of(new Stop(addressee, URI.create(row.getString(11))));
  }

  private boolean isOurs(Claimed due, Instant now) {
    return database.write(
        PLACE,
        session -> {
          var update = session.statement(CLAIM);
          update.setLong(1, now.plus(LEASE).toEpochMilli());
          update.setString(2, due.id());
          update.setInt(3, due.tries() - 1);
          return update.executeUpdate() == 1;
        });
  }

  /// The letter waits until `next`. Tells whether it was still ours.
  boolean putOff(Claimed claimed, String words, Instant next) {
    return database.write(
        PLACE,
        session -> {
          var update = session.statement(PUT_OFF);
          update.setLong(1, next.toEpochMilli());
          update.setString(2, words);
          update.setString(3, claimed.id());
          update.setInt(4, claimed.tries());
          return update.executeUpdate() == 1;
        });
  }

  /// The letter has been sent, or given up. Tells whether it was still ours.
  boolean end(Claimed claimed, boolean sent, String words, Instant now) {
    return database.write(
        PLACE,
        session -> {
          var update = session.statement(END);
          update.setString(1, sent ? "sent" : "failed");
          update.setLong(2, now.toEpochMilli());
          update.setString(3, words);
          update.setString(4, claimed.id());
          update.setInt(5, claimed.tries());
          return update.executeUpdate() == 1;
        });
  }

  /// Forgets the oldest letters that ended long before `now`; tells how many.
  int removeOld(Instant now) {
    return database.write(
        PLACE,
        session -> {
          var delete = session.statement(REMOVE);
          delete.setLong(1, now.minus(KEPT).toEpochMilli());
          delete.setInt(2, AT_ONCE);
          return delete.executeUpdate();
        });
  }
}
