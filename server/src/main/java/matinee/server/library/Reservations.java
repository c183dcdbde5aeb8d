package matinee.server.library;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import matinee.server.Config.UploadLimits;
import matinee.server.sql.Session;

/// Keeps room free for films on their way in: of what films may take together, and of what each
/// person may upload. Both are added up from the rows while everybody else waits, on whatever
/// server, so that no number of uploads at once takes more. Of a person who is signed in all films
/// count, of anybody else those of uploads that are still known. Blocks.
final class Reservations {
  private static final String ALL =
      "select (select coalesce(sum(size_bytes), 0) from film) + (select coalesce(sum(reserved_bytes),"
          + " 0) from upload where finished = 0)";
  private static final String PERSON =
      "select (select coalesce(sum(size_bytes), 0) from film where owner = mine.owner) + (select"
          + " coalesce(sum(reserved_bytes), 0) from upload where person = mine.person and"
          + " (finished = 0 or owner is null)), mine.reserved_bytes from upload mine"
          + " where mine.id = ?";
  private static final String RESERVE = "update upload set reserved_bytes = ? where id = ?";

  private final Path folder;
  private final UploadRows rows;
  private final UploadLimits limits;

  Reservations(Path folder, UploadRows rows, UploadLimits limits) {
    this.folder = folder;
    this.rows = rows;
    this.limits = limits;
  }

  /// Writes `upload` of `who` down, with `bytes` kept free for it; or says why not, and nothing is
  /// written.
  Optional<Intake> begin(Upload upload, Uploader who, long bytes, Instant now) throws IOException {
    Part.checkRoom(folder, bytes);
    return rows.inTurn(
        session -> {
          UploadRows.add(session, upload, who);
          var refusal = reserve(session, upload.id(), bytes);
          if (refusal.isPresent()) {
            UploadRows.delete(session, upload.id());
          }
          return refusal;
        });
  }

  /// Keeps `bytes` in all free for the upload `id`; or says why not.
  Optional<Intake> reserve(FilmId id, long bytes) {
    return rows.inTurn(session -> reserve(session, id, bytes));
  }

  private Optional<Intake> reserve(Session session, FilmId id, long bytes) throws SQLException {
    long all = number(session, ALL);
    var select = session.statement(PERSON);
    select.setString(1, id.value());
    long persons;
    long reserved;
    try (var row = select.executeQuery()) {
      if (!row.next()) {
        return Optional.of(new Intake.Unknown());
      }
      persons = row.getLong(1);
      reserved = row.getLong(2);
    }
    long more = bytes - reserved;
    if (more > limits.maxPersonBytes() - persons) {
      return Optional.of(
          new Intake.QuotaUsedUp(Math.max(0, limits.maxPersonBytes() - persons + reserved)));
    }
    if (more > limits.maxTotalBytes() - all) {
      return Optional.of(new Intake.NoSpace());
    }
    var update = session.statement(RESERVE);
    update.setLong(1, Math.max(bytes, reserved));
    update.setString(2, id.value());
    update.executeUpdate();
    return Optional.empty();
  }

  private static long number(Session session, String sql) throws SQLException {
    try (var row = session.statement(sql).executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }
}
