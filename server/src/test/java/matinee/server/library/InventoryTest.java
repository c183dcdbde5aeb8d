package matinee.server.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import matinee.server.Config.UploadLimits;
import matinee.server.audit.AuditTrail;
import matinee.server.sql.Database;
import matinee.server.telemetry.Meters;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the end of a process at each step of an upload leaves, and what the next start makes of it.
final class InventoryTest {
  private static final byte[] FILM = film();
  private static final Uploader GUEST = new Uploader.Guest("192.0.2.1");

  @TempDir Path data;
  private Path folder;
  private final List<Films> opened = new ArrayList<>();
  private Database database;

  private static byte[] film() {
    var film = new byte[5_000];
    System.arraycopy(
        new byte[] {
          0x1a,
          0x45,
          (byte) 0xdf,
          (byte) 0xa3,
          (byte) 0x87,
          0x42,
          (byte) 0x82,
          (byte) 0x84,
          'w',
          'e',
          'b',
          'm'
        },
        0,
        film,
        0,
        12);
    return film;
  }

  @BeforeEach
  void open() throws Exception {
    folder = data.resolve("films");
    database = Database.open(data.resolve("matinee.db").toString(), new Meters());
  }

  @AfterEach
  void close() {
    opened.forEach(Films::close);
    database.close();
  }

  /// A library as after a start.
  private Films started() throws Exception {
    var films =
        new Films(
            folder,
            database,
            new AuditTrail(database, head -> "signed " + head),
            new UploadLimits(1L << 30, 1L << 40, 1L << 40, Duration.ofDays(1)),
            new SecureRandom(),
            InstantSource.fixed(Instant.EPOCH));
    opened.add(films);
    return films;
  }

  private static Film taken(Films films) {
    var bytes = new FilmBytes(new ByteArrayInputStream(FILM), OptionalLong.of(FILM.length));
    return ((Intake.Taken) films.arrivals().take(GUEST, "a.webm", bytes, "192.0.2.1")).film();
  }

  private Inventory inventory() throws Exception {
    return inventory(Instant.MAX);
  }

  private Inventory inventory(Instant untouchedSince) throws Exception {
    return Inventory.take(
        Shelf.of(folder),
        new FilmRows(database),
        new UploadRows(database).unfinished(),
        untouchedSince);
  }

  @Test
  void what_another_server_may_be_writing_is_left_to_it() throws Exception {
    started();
    var draft = Files.write(folder.resolve("abc.part"), Arrays.copyOf(FILM, 100));
    var written = Files.getLastModifiedTime(draft).toInstant();

    var during = inventory(written.minusSeconds(1));
    var after = inventory(written.plusSeconds(1));

    assertThat(during).isEqualTo(new Inventory(Set.of(), Set.of(), Set.of(), Set.of()));
    assertThat(after).isEqualTo(new Inventory(Set.of(), Set.of("abc.part"), Set.of(), Set.of()));
  }

  @Test
  void killed_while_bytes_came_leaves_nothing() throws Exception {
    started();
    Files.write(folder.resolve("abc.part"), Arrays.copyOf(FILM, 100));

    var found = inventory();

    assertThat(found).isEqualTo(new Inventory(Set.of(), Set.of("abc.part"), Set.of(), Set.of()));
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void an_upload_that_can_go_on_is_left() throws Exception {
    var arrivals = started().arrivals();
    var begun = (Intake.Waiting) arrivals.begin(GUEST, "a.webm", OptionalLong.of(FILM.length));
    var part = folder.resolve(begun.upload().id().value() + ".part");
    Files.write(part, Arrays.copyOf(FILM, 100));

    var found = inventory();

    assertThat(found).isEqualTo(new Inventory(Set.of(), Set.of(), Set.of(), Set.of()));
    assertThat(part).exists();
  }

  @Test
  void killed_between_row_and_name_the_film_is_completed() throws Exception {
    var film = taken(started());
    var name = film.id().value();
    Files.move(folder.resolve(name), folder.resolve(name + ".part"));

    var found = inventory();

    assertThat(found).isEqualTo(new Inventory(Set.of(name), Set.of(), Set.of(), Set.of()));
    assertThat(started().find(film.id())).contains(film);
    assertThat(folder.resolve(name)).hasBinaryContent(FILM);
  }

  @Test
  void a_file_that_no_film_knows_is_told_and_kept() throws Exception {
    started();
    Files.write(folder.resolve("stranger"), FILM);

    var found = inventory();

    assertThat(found).isEqualTo(new Inventory(Set.of(), Set.of(), Set.of("stranger"), Set.of()));
    assertThat(folder.resolve("stranger")).hasBinaryContent(FILM);
  }

  @Test
  void a_film_whose_file_is_gone_or_cut_is_told_and_one_that_is_gone_is_not_found()
      throws Exception {
    var films = started();
    var gone = taken(films);
    var cut = taken(films);
    Files.delete(films.file(gone).orElseThrow());
    Files.write(films.file(cut).orElseThrow(), new byte[10]);

    var found = inventory();

    assertThat(found)
        .isEqualTo(
            new Inventory(
                Set.of(), Set.of(), Set.of(), Set.of(gone.id().value(), cut.id().value())));
    assertThat(started().find(gone.id())).isEmpty();
  }
}
