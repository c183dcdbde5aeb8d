package matinee.server.renditions;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.server.library.FilmId;
import matinee.server.library.Uploader;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import matinee.server.sql.Several;
import tools.jackson.databind.json.JsonMapper;

/// What the database knows of renditions and of who is at them. Blocks. Safe for use by any thread.
final class RenditionRows {
  /// Where renditions are written among all changes of a transaction.
  private static final long PLACE = -8;

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String GATHER =
      "insert into rendition (film, person, state, attempts, claim, claimed_until_ms, started_ms,"
          + " share, added_ms) select film.id, coalesce('account ' || film.owner,"
          + " (select person from upload where upload.id = film.id), ''), 'NEW', 0, '', 0, 0, 0,"
          + " film.added_ms from film"
          + " where not exists (select 1 from rendition where rendition.film = film.id)"
          + " on conflict (film) do nothing";
  private static final String NEXT =
      "select film, attempts, probe from rendition where (state = ? or state = ?)"
          + " and claimed_until_ms <= ? order by (select max(started_ms) from rendition turn"
          + " where turn.person = rendition.person), added_ms, film limit 1";
  private static final String TAKE =
      "update rendition set state = ?, claim = ?, claimed_until_ms = ?, started_ms = ?,"
          + " attempts = attempts + 1, share = 0"
          + " where film = ? and attempts = ? and claimed_until_ms <= ?";
  private static final String RENEW =
      "update rendition set claimed_until_ms = ?, share = ? where film = ? and claim = ?";
  private static final String PROBED =
      "update rendition set state = 'WAITING', probe = ?, claimed_until_ms = 0, attempts = 0,"
          + " started_ms = 0 where film = ? and claim = ?";
  private static final String END =
      "update rendition set state = ?, failure = ?, claimed_until_ms = 0, attempts = attempts - ?"
          + " where film = ? and claim = ?";
  private static final String KNOWN =
      "select state, share, probe, failure, claim, film from rendition where film";
  private static final String FIND = KNOWN + " = ?";
  private static final String FIND_SEVERAL = KNOWN + " in " + Several.VALUES;

  private final Database database;

  RenditionRows(Database database) {
    this.database = database;
  }

  /// What is to be done with films next: which state they wait in, and which they are in meanwhile.
  enum Task {
    PROBE(State.NEW, State.NEW),
    MAKE(State.WAITING, State.RUNNING);

    private final State waiting;
    private final State during;

    Task(State waiting, State during) {
      this.waiting = waiting;
      this.during = during;
    }
  }

  /// Writes films down that are new in the library.
  void gather() {
    database.change(PLACE, session -> session.statement(GATHER).executeUpdate());
  }

  /// The next for `task`, whose person has waited longest for a turn; `claim` has it until then. A
  /// film whose claim is over is to be done once more.
  Optional<Job> take(Task task, String claim, Instant now, Instant until) {
    return database.write(
        PLACE,
        session -> {
          var select = session.statement(NEXT);
          select.setString(1, task.waiting.name());
          select.setString(2, task.during.name());
          select.setLong(3, now.toEpochMilli());
          Job job;
          try (var rows = select.executeQuery()) {
            if (!rows.next()) {
              return Optional.empty();
            }
            job = new Job(new FilmId(rows.getString(1)), claim, rows.getInt(2) + 1, probe(rows, 3));
          }
          var update = session.statement(TAKE);
          update.setString(1, task.during.name());
          update.setString(2, claim);
          update.setLong(3, until.toEpochMilli());
          update.setLong(4, now.toEpochMilli());
          update.setString(5, job.film().value());
          update.setInt(6, job.attempts() - 1);
          update.setLong(7, now.toEpochMilli());
          return update.executeUpdate() == 1 ? Optional.of(job) : Optional.empty();
        });
  }

  private static Optional<Probe> probe(ResultSet row, int at) throws SQLException {
    return Optional.ofNullable(row.getString(at)).map(it -> JSON.readValue(it, Probe.class));
  }

  /// Those of `shares` that still have their films, and have them until then; so much of each is
  /// made.
  Set<Job> renew(Map<Job, Double> shares, Instant until) {
    return database.write(
        PLACE,
        session -> {
          var held = new HashSet<Job>();
          for (var share : shares.entrySet()) {
            var update = session.statement(RENEW);
            update.setLong(1, until.toEpochMilli());
            update.setLong(2, Math.round(share.getValue() * 1_000));
            setClaim(update, 3, share.getKey());
            if (update.executeUpdate() == 1) {
              held.add(share.getKey());
            }
          }
          return held;
        });
  }

  private static void setClaim(PreparedStatement statement, int at, Job job) throws SQLException {
    statement.setString(at, job.film().value());
    statement.setString(at + 1, job.claim());
  }

  /// The film of `job` holds what `probe` says, and waits for its turn.
  void probed(Job job, Probe probe) {
    database.change(
        PLACE,
        session -> {
          var update = session.statement(PROBED);
          update.setString(1, JSON.writeValueAsString(probe));
          setClaim(update, 2, job);
          update.executeUpdate();
        });
  }

  /// The renditions are there; false if the claim was lost.
  boolean ready(Job job) {
    return end(job, State.READY, Optional.empty(), 0);
  }

  /// There will be none.
  void fail(Job job, Failure failure) {
    var _ = end(job, State.FAILED, Optional.of(failure), 0);
  }

  /// It is to be tried again; as if it had not been tried, if it `counts` not.
  void again(Job job, boolean counts) {
    var state = job.probe().isPresent() ? State.WAITING : State.NEW;
    var _ = end(job, state, Optional.empty(), counts ? 0 : 1);
  }

  private boolean end(Job job, State state, Optional<Failure> failure, int uncounted) {
    return database.write(
        PLACE,
        session -> {
          var update = session.statement(END);
          update.setString(1, state.name());
          update.setString(2, failure.map(Failure::name).orElse(null));
          update.setInt(3, uncounted);
          setClaim(update, 4, job);
          return update.executeUpdate() == 1;
        });
  }

  /// No claim of whoever had one before counts: nobody else uses this database.
  void giveAllBack() {
    database.change(
        PLACE,
        session -> session.statement("update rendition set claimed_until_ms = 0").executeUpdate());
  }

  /// What was made of `film` is not there any more.
  void lost(FilmId film) {
    database.change(
        PLACE,
        session -> {
          var update =
              session.statement(
                  "update rendition set state = 'WAITING', attempts = 0, share = 0"
                      + " where film = ? and state = 'READY'");
          update.setString(1, film.value());
          update.executeUpdate();
        });
  }

  static void remove(Session session, FilmId film) throws SQLException {
    var delete = session.statement("delete from rendition where film = ?");
    delete.setString(1, film.value());
    delete.executeUpdate();
  }

  static void forget(Session session, Uploader gone) throws SQLException {
    var update = session.statement("update rendition set person = '' where person = ?");
    update.setString(1, gone.person());
    update.executeUpdate();
  }

  /// How a film stands, and the name of its folder.
  record Row(Progress progress, String folder) {}

  Optional<Row> find(FilmId film) {
    return database.read(session -> find(session, film));
  }

  /// Those of `films` of which anything is known.
  Map<FilmId, Row> find(Collection<FilmId> films) {
    return database.read(
        session -> {
          var found = new HashMap<FilmId, Row>();
          Several.ask(
              session,
              FIND_SEVERAL,
              List.of(),
              films.stream().map(FilmId::value).toList(),
              row -> found.put(new FilmId(row.getString(6)), row(row)));
          return found;
        });
  }

  private static Optional<Row> find(Session session, FilmId film) throws SQLException {
    var select = session.statement(FIND);
    select.setString(1, film.value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(row(rows)) : Optional.empty();
    }
  }

  private static Row row(ResultSet row) throws SQLException {
    var state = State.valueOf(row.getString(1));
    var progress =
        new Progress(
            state,
            row.getInt(2) / 1_000.0,
            probe(row, 3),
            Optional.ofNullable(row.getString(4)).map(Failure::valueOf));
    return new Row(progress, row.getString(6) + "." + row.getString(5));
  }

  /// The names of the folders of which anybody knows.
  Set<String> folders() {
    return database.read(
        session -> {
          var names = new HashSet<String>();
          try (var rows =
              session
                  .statement("select film, claim from rendition where claim <> ''")
                  .executeQuery()) {
            while (rows.next()) {
              names.add(rows.getString(1) + "." + rows.getString(2));
            }
          }
          return names;
        });
  }
}
