package matinee.server.library;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import matinee.server.Config.UploadLimits;
import matinee.server.accounts.AccountId;
import matinee.server.audit.AuditTrail;
import matinee.server.people.Village;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of films on their way in, in whatever database they are written. East and west are
/// two servers with one films folder.
abstract class ArrivalsContract {
  private static final String ORIGIN = "192.0.2.1";
  private static final Uploader GUEST = new Uploader.Guest(ORIGIN);
  private static final int SIZE = 200_000;
  private static final byte[] FILM = film();
  private static final long QUOTA = 10L * SIZE;
  private static final Duration KEPT = Duration.ofHours(24);

  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Films inEast;
  private Films inWest;
  private Arrivals east;
  private Arrivals west;

  ArrivalsContract(Village.Kind kind) {
    this.kind = kind;
  }

  private static byte[] film() {
    var film = new byte[SIZE];
    new Random(1).nextBytes(film);
    var head = new byte[] {0x1a, 0x45, (byte) 0xdf, (byte) 0xa3, 0, 0x42, (byte) 0x82, (byte) 0x84};
    System.arraycopy(head, 0, film, 0, head.length);
    System.arraycopy("webm".getBytes(US_ASCII), 0, film, 8, 4);
    return film;
  }

  @BeforeEach
  void open() throws Exception {
    village = new Village(kind, folder);
    inEast = server(village.database());
    inWest = server(village.otherDatabase());
    east = inEast.arrivals();
    west = inWest.arrivals();
  }

  @AfterEach
  void close() {
    inEast.close();
    inWest.close();
    village.close();
  }

  private Films server(Database database) throws IOException {
    return new Films(
        folder.resolve("films"),
        database,
        new AuditTrail(database, head -> "signed " + head),
        new UploadLimits(1L << 30, 1L << 40, QUOTA, KEPT),
        new SecureRandom(),
        village::now);
  }

  private static FilmId begun(Arrivals server, Uploader who, long size) {
    return ((Intake.Waiting) server.begin(who, "a.webm", OptionalLong.of(size))).upload().id();
  }

  private static Piece piece(int from, int to) {
    return new Piece(
        from,
        new FilmBytes(new ByteArrayInputStream(FILM, from, to - from), OptionalLong.of(to - from)),
        Optional.empty(),
        false);
  }

  private List<String> files() throws IOException {
    try (var files = Files.list(folder.resolve("films"))) {
      return files.map(it -> it.getFileName().toString()).toList();
    }
  }

  private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var all = new ArrayList<T>();
      for (var done : threads.invokeAll(IntStream.range(0, times).mapToObj(_ -> work).toList())) {
        all.add(done.get());
      }
      return all;
    }
  }

  @Test
  @Tag("M-15")
  void what_one_server_has_taken_another_goes_on_with() {
    var id = begun(east, GUEST, SIZE);
    var _ = east.append(id, piece(0, 50_000), ORIGIN);
    var _ = west.append(id, piece(50_000, 120_000), ORIGIN);

    var intake = east.append(id, piece(120_000, SIZE), ORIGIN);

    var film = ((Intake.Taken) intake).film();
    assertThat(inWest.find(id)).contains(film);
    assertThat(inWest.file(film).orElseThrow()).hasBinaryContent(FILM);
  }

  @Test
  @Tag("M-15")
  void while_one_server_writes_the_other_is_refused() throws Exception {
    var id = begun(east, GUEST, SIZE);
    try (var sending = new PipedOutputStream();
        var arriving = new PipedInputStream(sending, SIZE);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var writing = threads.submit(() -> east.append(id, slow(arriving), ORIGIN));
      await().until(() -> west.append(id, piece(0, 10), ORIGIN) instanceof Intake.Claimed);

      var ending = west.end(id);
      sending.write(FILM);
      sending.close();

      assertThat(ending).isEqualTo(new Intake.Claimed());
      assertThat(writing.get()).isInstanceOf(Intake.Taken.class);
    }
  }

  private static Piece slow(InputStream bytes) {
    return new Piece(0, new FilmBytes(bytes, OptionalLong.empty()), Optional.empty(), false);
  }

  @Test
  @Tag("D-07")
  void the_claim_of_a_server_that_was_killed_is_over_in_time() {
    var id = begun(east, GUEST, SIZE);
    var dead = new Claim(id, "dead");
    var rows = new UploadRows(village.database());
    var now = village.now();

    var taken = rows.take(dead, now, now.plus(Claims.LASTS));
    var during = west.append(id, piece(0, SIZE), ORIGIN);
    village.pass(Claims.LASTS.plusMillis(1));
    var after = west.append(id, piece(0, SIZE), ORIGIN);

    assertThat(taken).isTrue();
    assertThat(during).isEqualTo(new Intake.Claimed());
    assertThat(after).isInstanceOf(Intake.Taken.class);
    assertThat(rows.note(dead, 10, 0, now)).isFalse();
  }

  @Test
  @Tag("M-15")
  void a_hundred_uploads_begun_at_once_keep_to_the_quota() throws Exception {
    var servers = List.of(east, west);
    var turn = new Random(2);

    var begun =
        atOnce(
            100, () -> servers.get(turn.nextInt(2)).begin(GUEST, "a.webm", OptionalLong.of(SIZE)));

    assertThat(begun).filteredOn(it -> it instanceof Intake.Waiting).hasSize(10);
    assertThat(begun).filteredOn(it -> it.equals(new Intake.QuotaUsedUp(0))).hasSize(90);
  }

  @Test
  void one_person_does_not_use_up_what_another_may() {
    begun(east, GUEST, QUOTA);

    var same = west.begin(GUEST, "a.webm", OptionalLong.of(1));
    var other = west.begin(new Uploader.Guest("192.0.2.2"), "a.webm", OptionalLong.of(QUOTA));

    assertThat(same).isEqualTo(new Intake.QuotaUsedUp(0));
    assertThat(other).isInstanceOf(Intake.Waiting.class);
  }

  @Test
  void of_an_account_films_count_for_good_and_of_a_guest_while_the_upload_is_known()
      throws Exception {
    var account = new Uploader.Account(new AccountId("anna"));
    for (var who : List.of(GUEST, account)) {
      var _ = east.append(begun(east, who, SIZE), piece(0, SIZE), ORIGIN);
    }

    var before = left(GUEST, account);
    village.pass(KEPT.plusMillis(1));
    west.sweep();
    var after = left(GUEST, account);

    assertThat(before).containsExactly(QUOTA - SIZE, QUOTA - SIZE);
    assertThat(after).containsExactly(QUOTA, QUOTA - SIZE);
    assertThat(files()).hasSize(2);
  }

  @Test
  void of_a_deleted_account_films_stay_and_are_nobodys() {
    var account = new Uploader.Account(new AccountId("anna"));
    var id = begun(east, account, SIZE);
    var _ = east.append(id, piece(0, SIZE), ORIGIN);

    village.database().change(0, session -> Films.forgetOwner(session, account.id()));

    assertThat(inWest.find(id)).isPresent();
    assertThat(left(account)).containsExactly(QUOTA);
  }

  /// How much each of `people` may still upload.
  private List<Long> left(Uploader... people) {
    return Arrays.stream(people)
        .map(it -> east.begin(it, "a.webm", OptionalLong.of(QUOTA + 1)))
        .map(it -> ((Intake.QuotaUsedUp) it).leftBytes())
        .toList();
  }

  @Test
  @Tag("M-15")
  void a_thousand_abandoned_uploads_are_gone_when_they_are_over() throws Exception {
    for (int i = 0; i < 1_000; i++) {
      var id = begun(east, new Uploader.Guest("192.0.2." + i), SIZE);
      if (i % 10 == 0) {
        var _ = east.append(id, piece(0, 1_000), ORIGIN);
      }
    }
    var kept = begun(west, GUEST, SIZE);
    village.pass(KEPT.minusHours(1));
    var _ = east.append(kept, piece(0, 1_000), ORIGIN);
    village.pass(Duration.ofHours(2));

    west.sweep();

    assertThat(new UploadRows(village.database()).unfinished()).containsExactly(kept);
    assertThat(files()).containsExactly(kept.value() + ".part");
  }

  @Test
  @Tag("M-15")
  void an_upload_is_finished_once_whoever_sends_the_end() throws Exception {
    var id = begun(east, GUEST, SIZE);
    var _ = east.append(id, piece(0, 100_000), ORIGIN);

    var intakes = atOnce(8, () -> west.append(id, piece(100_000, SIZE), ORIGIN));
    var again = east.append(id, piece(SIZE, SIZE), ORIGIN);

    assertThat(intakes).filteredOn(it -> it instanceof Intake.Taken).hasSize(1);
    assertThat(again).isInstanceOf(Intake.Taken.class);
    var trail = new AuditTrail(village.database(), head -> "signed " + head);
    assertThat(trail.after(0))
        .filteredOn(it -> it.entry().action().equals("film.upload"))
        .hasSize(1);
  }

  @Test
  void a_film_whose_server_was_killed_before_it_had_its_name_gets_it_when_it_is_looked_for()
      throws Exception {
    var id = begun(east, GUEST, SIZE);
    var film = ((Intake.Taken) east.append(id, piece(0, SIZE), ORIGIN)).film();
    Files.move(
        inEast.file(film).orElseThrow(), folder.resolve("films").resolve(id.value() + ".part"));

    var found = inWest.find(id);

    assertThat(found).contains(film);
    assertThat(inWest.file(film).orElseThrow()).hasBinaryContent(FILM);
  }
}
