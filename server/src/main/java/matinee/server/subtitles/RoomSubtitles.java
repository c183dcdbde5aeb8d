package matinee.server.subtitles;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.server.accounts.Opaque;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// Subtitles that people offer to all in a room, each for one media, as rows of the server's
/// database: [#MOST] in a room, for [#KEPT]. They are text, and nobody here reads what it means.
///
/// Blocks. Safe for use by any thread.
public final class RoomSubtitles {
  /// How many a room has at most; of several servers that are asked at once each may add one more.
  public static final int MOST = 20;

  /// So long they are kept.
  public static final Duration KEPT = Duration.ofDays(30);

  private static final int ID_BYTES = 16;

  /// Where this is written among all changes of a transaction: before rooms.
  private static final long PLACE = -10;

  private static final String COUNT = "select count(*) from subtitles where room = ?";
  private static final String ADD =
      "insert into subtitles (id, room, media_key, member, name, language, content, since_ms)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String SWEEP = "delete from subtitles where since_ms <= ?";
  private static final String LIST =
      "select id, member, name, language from subtitles"
          + " where room = ? and media_key = ? and since_ms > ? order by since_ms, id";
  private static final String FIND =
      "select id, member, name, language from subtitles where room = ? and id = ?";
  private static final String TEXT =
      "select content from subtitles where room = ? and id = ? and since_ms > ?";
  private static final String REMOVE = "delete from subtitles where room = ? and id = ?";

  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator chance;

  /// Those in `database`; `clock` agrees with that of the other servers to a second or so, `chance`
  /// is a cryptographic source.
  public RoomSubtitles(Database database, InstantSource clock, RandomGenerator chance) {
    this.database = database;
    this.clock = clock;
    this.chance = chance;
  }

  /// `by` offers `words` to all in `room` for `media`; empty if the room has as many as it may.
  public Optional<Offered> offer(RoomId room, MediaRef media, MemberId by, Words words) {
    var id = new SubtitlesId(Opaque.text(Opaque.fresh(chance, ID_BYTES)));
    long nowMs = clock.millis();
    return database.write(
        PLACE,
        session -> {
          sweep(session, nowMs - KEPT.toMillis());
          if (count(session, room) >= MOST) {
            return Optional.empty();
          }
          var insert = session.statement(ADD);
          insert.setString(1, id.value());
          insert.setString(2, room.value());
          insert.setString(3, key(media));
          insert.setString(4, by.value());
          insert.setString(5, words.name());
          insert.setString(6, words.language().orElse(null));
          insert.setString(7, words.text());
          insert.setLong(8, nowMs);
          insert.executeUpdate();
          return Optional.of(new Offered(id, by, words.name(), words.language()));
        });
  }

  private static void sweep(Session session, long untilMs) throws SQLException {
    var delete = session.statement(SWEEP);
    delete.setLong(1, untilMs);
    delete.executeUpdate();
  }

  private static int count(Session session, RoomId room) throws SQLException {
    var select = session.statement(COUNT);
    select.setString(1, room.value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getInt(1) : 0;
    }
  }

  /// What is offered in `room` for `media`, the oldest first.
  public List<Offered> list(RoomId room, MediaRef media) {
    long overMs = clock.millis() - KEPT.toMillis();
    return database.read(
        session -> {
          var select = session.statement(LIST);
          select.setString(1, room.value());
          select.setString(2, key(media));
          select.setLong(3, overMs);
          var all = new ArrayList<Offered>();
          try (var rows = select.executeQuery()) {
            while (rows.next()) {
              all.add(offered(rows));
            }
          }
          return List.copyOf(all);
        });
  }

  /// What is offered in `room` as `id`, for whatever media.
  public Optional<Offered> find(RoomId room, SubtitlesId id) {
    return database.read(
        session -> {
          var select = session.statement(FIND);
          select.setString(1, room.value());
          select.setString(2, id.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(offered(rows)) : Optional.empty();
          }
        });
  }

  /// The text of what is offered in `room` as `id`, as it was offered.
  public Optional<String> text(RoomId room, SubtitlesId id) {
    long overMs = clock.millis() - KEPT.toMillis();
    return database.read(
        session -> {
          var select = session.statement(TEXT);
          select.setString(1, room.value());
          select.setString(2, id.value());
          select.setLong(3, overMs);
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
          }
        });
  }

  /// What was offered in `room` as `id` is offered no more, if it was.
  public void remove(RoomId room, SubtitlesId id) {
    database.change(
        PLACE,
        session -> {
          var delete = session.statement(REMOVE);
          delete.setString(1, room.value());
          delete.setString(2, id.value());
          delete.executeUpdate();
        });
  }

  private static Offered offered(ResultSet row) throws SQLException {
    return new Offered(
        new SubtitlesId(row.getString(1)),
        new MemberId(row.getString(2)),
        row.getString(3),
        Optional.ofNullable(row.getString(4)));
  }

  /// Short, and the same for the same media alone.
  private static String key(MediaRef media) {
    var text =
        switch (media) {
          case MediaRef.Upload(var film) -> "upload " + film;
          case MediaRef.Address(var url) -> "address " + url;
          case MediaRef.Site(var url) -> "site " + url;
          case MediaRef.Embed(var provider, var id) -> "embed " + provider + " " + id;
          case MediaRef.OwnCopy(long bytes, var salt, var hash) ->
              "ownCopy " + bytes + " " + salt + " " + hash;
        };
    return Opaque.digest(text.getBytes(StandardCharsets.UTF_8));
  }
}
