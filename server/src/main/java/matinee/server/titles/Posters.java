package matinee.server.titles;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Opaque;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.library.FilmId;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;
import matinee.server.sql.Several;

/// The posters that owners choose for their films and series, as rows of the server's database: one
/// each at most, which goes with its title. That one was chosen or taken away is written down in
/// the audit trail, and by what it is seen is not.
///
/// Blocks. Safe for use by any thread.
public final class Posters {
  private static final int ID_BYTES = 16;

  private static final String SET =
      "insert into poster (title, owner, token, jpeg, since_ms) select id, owner, ?, ?, ?"
          + " from title where id = ? and owner = ? on conflict (title) do update set"
          + " token = excluded.token, jpeg = excluded.jpeg, since_ms = excluded.since_ms";
  private static final String REMOVE = "delete from poster where title = ? and owner = ?";
  private static final String IDS =
      "select title, token from poster where title in " + Several.VALUES;
  private static final String OF_FILM =
      "select p.token from title t join poster p on p.title in (t.id, t.series)"
          + " where t.owner = ? and t.id = ? order by case when p.title = t.id then 0 else 1 end"
          + " limit 1";
  private static final String JPEG = "select jpeg from poster where token = ?";
  private static final String BEHIND =
      "select title, jpeg from poster where owner = ? and title > ? order by title limit 1";

  private final Database database;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final RandomGenerator chance;

  /// `chance` is a cryptographic source.
  public Posters(Database database, AuditTrail trail, InstantSource clock, RandomGenerator chance) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
    this.chance = chance;
  }

  /// A poster, a JPEG, and the id of the title that it is of.
  public record Chosen(String title, byte[] jpeg) {}

  /// From now on `title`, whose owner asks from the network address `origin`, looks like `jpeg`,
  /// and the poster before is gone; false if there is no such title any more.
  public boolean set(Title title, byte[] jpeg, String origin) {
    var id = new PosterId(Opaque.text(Opaque.fresh(chance, ID_BYTES)));
    var now = clock.instant();
    return written("poster.set", title, origin, session -> set(session, title, id, jpeg, now));
  }

  private static boolean set(Session session, Title title, PosterId id, byte[] jpeg, Instant now)
      throws SQLException {
    var insert = session.statement(SET);
    insert.setString(1, id.value());
    insert.setBytes(2, jpeg);
    insert.setLong(3, now.toEpochMilli());
    insert.setString(4, title.id());
    insert.setString(5, title.owner().value());
    return insert.executeUpdate() == 1;
  }

  /// No poster is chosen any more for `title`, whose owner asks from the network address `origin`.
  public void remove(Title title, String origin) {
    written(
        "poster.remove",
        title,
        origin,
        session -> {
          var delete = session.statement(REMOVE);
          delete.setString(1, title.id());
          delete.setString(2, title.owner().value());
          return delete.executeUpdate() == 1;
        });
  }

  private boolean written(String action, Title title, String origin, Query<Boolean> change) {
    var details = Map.of("title", title.fullName());
    var owner = title.owner().value();
    return trail.record(
        Entry.of(clock.instant(), owner, action, title.id(), origin, details), change);
  }

  /// By what the posters are seen that were chosen for the titles of these ids.
  public Map<String, PosterId> of(Collection<String> titles) {
    return database.read(
        session -> {
          var ids = new HashMap<String, PosterId>();
          Several.ask(
              session,
              IDS,
              List.of(),
              titles,
              row -> ids.put(row.getString(1), new PosterId(row.getString(2))));
          return ids;
        });
  }

  /// By what the poster is seen that `owner` chose for `film`, or else for its series; empty if it
  /// is no film of theirs.
  public Optional<PosterId> of(AccountId owner, FilmId film) {
    return database.read(
        session -> {
          var select = session.statement(OF_FILM);
          select.setString(1, owner.value());
          select.setString(2, film.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(new PosterId(rows.getString(1))) : Optional.empty();
          }
        });
  }

  /// The poster that is seen by `id`, a JPEG.
  public Optional<byte[]> read(PosterId id) {
    return database.read(
        session -> {
          var select = session.statement(JPEG);
          select.setString(1, id.value());
          try (var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
          }
        });
  }

  /// Of those that `owner` chose, the next behind that of the title called `last`, in the order of
  /// their ids; behind `""` comes the first.
  public Optional<Chosen> behind(AccountId owner, String last) {
    return database.read(
        session -> {
          var select = session.statement(BEHIND);
          select.setString(1, owner.value());
          select.setString(2, last);
          return chosen(select);
        });
  }

  private static Optional<Chosen> chosen(PreparedStatement select) throws SQLException {
    try (var rows = select.executeQuery()) {
      return rows.next()
          ? Optional.of(new Chosen(rows.getString(1), rows.getBytes(2)))
          : Optional.empty();
    }
  }
}
