package matinee.server.library;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import matinee.server.Config.UploadLimits;
import matinee.server.audit.AuditTrail;
import matinee.server.sql.Database;
import matinee.server.stores.S3Server;
import matinee.server.stores.S3Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films in S3 held against their rows, and films that are brought there from a folder.
final class FilmCheckTest {
  private static final int SIZE = 50_000;
  private static final Uploader GUEST = new Uploader.Guest("192.0.2.1");

  @TempDir private static Path kept;
  private static S3Server server;
  @TempDir private Path data;
  private Database database;
  private Shelf folder;
  private Shelf bucket;

  @BeforeAll
  static void start() throws Exception {
    server = new S3Server(kept);
  }

  @AfterAll
  static void stop() throws Exception {
    server.close();
  }

  @BeforeEach
  void open() throws Exception {
    database = Database.open(data.resolve("matinee.db").toString(), (_, _) -> {});
    folder = Shelf.of(data.resolve("films"));
    bucket = new Shelf(folder.folder(), new S3Store(server.newAddress(), 5L << 20));
  }

  @AfterEach
  void close() throws Exception {
    bucket.store().close();
    database.close();
  }

  private Films films(Shelf shelf) throws Exception {
    return new Films(
        shelf,
        database,
        new AuditTrail(database, head -> "signed " + head),
        new UploadLimits(1L << 30, 1L << 40, 1L << 40, Duration.ofDays(1)),
        new SecureRandom(),
        InstantSource.system());
  }

  private static byte[] bytes(int seed) {
    var film = new byte[SIZE];
    new Random(seed).nextBytes(film);
    var head = new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, 0, 0x42, (byte) 0x82, (byte) 0x84};
    System.arraycopy(head, 0, film, 0, head.length);
    System.arraycopy("webm".getBytes(US_ASCII), 0, film, 8, 4);
    return film;
  }

  private static String taken(Films films, int seed) {
    var bytes = new FilmBytes(new ByteArrayInputStream(bytes(seed)), OptionalLong.of(SIZE));
    var film = ((Intake.Taken) films.arrivals().take(GUEST, "a.webm", bytes, "192.0.2.1")).film();
    assertThat(films.find(film.id())).contains(film);
    return film.id().value();
  }

  private FilmCheck.Findings check(Shelf shelf, boolean isFast) throws Exception {
    return new FilmCheck(shelf, database, isFast).run();
  }

  @Test
  @Tag("D-03")
  void thirty_things_that_are_wrong_in_a_bucket_are_found_and_nothing_else() throws Exception {
    var films = films(bucket);
    var missing = new TreeSet<String>();
    var damaged = new TreeSet<String>();
    var stray = new TreeSet<String>();
    for (int i = 0; i < 10; i++) {
      var _ = taken(films, i);
      missing.add(taken(films, i));
      damaged.add(taken(films, i));
      stray.add("stray-" + i);
    }
    var begun = films.arrivals().begin(GUEST, "b.webm", OptionalLong.of(SIZE));
    assertThat(begun).isInstanceOf(Intake.Waiting.class);
    for (var name : missing) {
      bucket.store().delete(name);
    }
    for (var name : damaged) {
      var other = bytes(0);
      other[SIZE / 2] ^= 1;
      bucket.store().put(name, Files.write(data.resolve("other"), other));
    }
    for (var name : stray) {
      bucket.store().put(name, Files.write(data.resolve("other"), new byte[3]));
    }

    var found = check(bucket, false);
    var fast = check(bucket, true);

    assertThat(found).isEqualTo(new FilmCheck.Findings(30, missing, damaged, stray, 0));
    assertThat(fast).isEqualTo(new FilmCheck.Findings(30, missing, Set.of(), stray, 0));
    films.arrivals().close();
  }

  @Test
  void of_films_from_before_sums_were_kept_that_is_told() throws Exception {
    var films = films(folder);
    var _ = taken(films, 1);
    int changed = database.write(s -> s.statement("update film set sha256 = null").executeUpdate());
    assertThat(changed).isEqualTo(1);

    var found = check(folder, false);

    assertThat(found).isEqualTo(new FilmCheck.Findings(1, Set.of(), Set.of(), Set.of(), 1));
    films.close();
  }

  @Test
  void films_of_a_folder_are_brought_into_a_bucket_and_what_is_no_film_stays() throws Exception {
    var films = films(folder);
    var first = taken(films, 1);
    var second = taken(films, 2);
    films.close();
    Files.write(folder.folder().resolve("stray"), new byte[3]);

    int brought = new FilmMove(bucket, database, _ -> {}).run();
    int again = new FilmMove(bucket, database, _ -> {}).run();

    assertThat(brought).isEqualTo(2);
    assertThat(again).isZero();
    assertThat(bucket.store().list()).isEqualTo(Map.of(first, (long) SIZE, second, (long) SIZE));
    assertThat(folder.store().list()).isEqualTo(Map.of("stray", 3L));
    assertThat(check(bucket, false))
        .isEqualTo(new FilmCheck.Findings(2, Set.of(), Set.of(), Set.of(), 0));
  }
}
