package matinee.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import matinee.server.accounts.AccountId;
import matinee.server.library.FilmId;
import matinee.server.library.Uploader;
import matinee.server.people.Village;
import matinee.server.renditions.RenditionRows.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whose film is next, in whatever database that is written. East and west are two servers.
abstract class TurnsContract {
  private static final Duration LEASE = Duration.ofSeconds(15);
  private static final Probe PROBE = new Probe(1_000, Optional.empty(), List.of(), List.of());

  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private RenditionRows east;
  private RenditionRows west;
  private Instant now = Instant.ofEpochMilli(1_790_000_000_000L);
  private int claims;

  TurnsContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws Exception {
    village = new Village(kind, folder);
    east = new RenditionRows(village.database());
    west = new RenditionRows(village.otherDatabase());
  }

  @AfterEach
  void close() {
    village.close();
  }

  private void film(String id, String owner, int addedMs) {
    village
        .database()
        .write(
            session -> {
              var insert =
                  session.statement(
                      "insert into film (id, title, format, size_bytes, added_ms, owner) values (?,"
                          + " 'A film', 'WEBM', 1, ?, ?)");
              insert.setString(1, id);
              insert.setLong(2, addedMs);
              insert.setString(3, owner);
              return insert.executeUpdate();
            });
  }

  private Optional<Job> take(RenditionRows server, Task task) {
    now = now.plusMillis(1);
    claims++;
    return server.take(task, "claim " + claims, now, now.plus(LEASE));
  }

  /// All films are known to wait.
  private void probeAll() {
    east.gather();
    for (var job = take(east, Task.PROBE); job.isPresent(); job = take(east, Task.PROBE)) {
      east.probed(job.get(), PROBE);
    }
  }

  private String next(RenditionRows server) {
    return take(server, Task.MAKE).map(it -> it.film().value()).orElse("nothing");
  }

  @Test
  @Tag("L-14")
  void people_take_turns_however_many_films_one_of_them_has() {
    IntStream.range(0, 6).forEach(i -> film("ann-" + i, "ann", i));
    film("bob-0", "bob", 10);
    film("bob-1", "bob", 11);
    film("cem-0", "cem", 12);
    probeAll();

    var order = Stream.generate(() -> next(east)).limit(10).toList();

    assertThat(order)
        .containsExactly(
            "ann-0", "bob-0", "cem-0", "ann-1", "bob-1", "ann-2", "ann-3", "ann-4", "ann-5",
            "nothing");
  }

  @Test
  void of_two_servers_one_does_each_film() {
    film("a", "ann", 1);
    film("b", "ann", 2);
    probeAll();

    assertThat(List.of(next(east), next(west), next(east), next(west)))
        .containsExactly("a", "b", "nothing", "nothing");
  }

  @Test
  void what_a_killed_server_was_at_is_taken_again_when_its_claim_is_over() {
    film("a", "ann", 1);
    probeAll();
    var lost = take(east, Task.MAKE).orElseThrow();
    assertThat(take(west, Task.MAKE)).isEmpty();
    now = now.plus(LEASE);

    var again = take(west, Task.MAKE).orElseThrow();

    assertThat(again).isEqualTo(new Job(lost.film(), again.claim(), 2, Optional.of(PROBE)));
    assertThat(east.renew(Map.of(lost, 0.5), now.plus(LEASE))).isEmpty();
    assertThat(east.ready(lost)).isFalse();
    assertThat(west.ready(again)).isTrue();
    assertThat(west.find(lost.film()).orElseThrow().folder()).isEqualTo(again.folder());
  }

  @Test
  void who_goes_on_keeps_the_film_and_tells_how_far_it_is() {
    film("a", "ann", 1);
    probeAll();
    var job = take(east, Task.MAKE).orElseThrow();
    now = now.plus(LEASE.minusSeconds(1));

    assertThat(east.renew(Map.of(job, 0.42), now.plus(LEASE))).isEqualTo(Set.of(job));

    now = now.plusSeconds(5);
    assertThat(take(west, Task.MAKE)).isEmpty();
    assertThat(progress("a"))
        .isEqualTo(new Progress(State.RUNNING, 0.42, Optional.of(PROBE), Optional.empty()));
  }

  private Progress progress(String film) {
    return west.find(new FilmId(film)).orElseThrow().progress();
  }

  @Test
  void a_try_that_was_stopped_is_not_counted() {
    film("a", "ann", 1);
    probeAll();
    var tries = new ArrayList<Integer>();
    for (var counts : List.of(true, false, true)) {
      var job = take(east, Task.MAKE).orElseThrow();
      tries.add(job.attempts());
      east.again(job, counts);
    }

    assertThat(tries).containsExactly(1, 2, 2);
  }

  @Test
  void what_failed_is_not_tried_again() {
    film("a", "ann", 1);
    east.gather();
    var job = take(east, Task.PROBE).orElseThrow();

    east.fail(job, Failure.TOO_MUCH);

    now = now.plus(Duration.ofDays(1));
    west.gather();
    assertThat(take(west, Task.PROBE)).isEmpty();
    assertThat(progress("a"))
        .isEqualTo(new Progress(State.FAILED, 0, Optional.empty(), Optional.of(Failure.TOO_MUCH)));
  }

  @Test
  void of_an_account_that_is_gone_nothing_tells_whose_film_it_was() {
    film("a", "ann", 1);
    film("b", "bob", 2);
    east.gather();

    village
        .database()
        .change(
            0,
            session -> RenditionRows.forget(session, new Uploader.Account(new AccountId("ann"))));

    assertThat(persons()).containsExactly("", "account bob");
  }

  private List<String> persons() {
    return village
        .database()
        .read(
            session -> {
              var persons = new ArrayList<String>();
              try (var rows =
                  session.statement("select person from rendition order by film").executeQuery()) {
                while (rows.next()) {
                  persons.add(rows.getString(1));
                }
              }
              return persons;
            });
  }
}
