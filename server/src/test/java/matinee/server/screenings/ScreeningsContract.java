package matinee.server.screenings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Provider;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;
import matinee.server.people.Village;
import matinee.server.screenings.Screening.State;
import matinee.server.sql.DatabaseFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Planned evenings, of two servers on one database, whatever keeps it.
abstract class ScreeningsContract {
  private static final Duration CLAIM = Duration.ofSeconds(5);
  private static final Media FILM =
      new Media(
          new MediaRef.Address("https://example.org/a.mp4"), "Nosferatu", Length.Unknown.UNKNOWN);

  private final SecureRandom chance = new SecureRandom();
  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Screenings one;
  private Screenings other;
  private Screening.Owner ann;
  private AccountId ben;

  ScreeningsContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    one = new Screenings(village.database(), "one", village::now, chance);
    other = new Screenings(village.otherDatabase(), "other", village::now, chance);
    ann = new Screening.Owner(village.person("Ann").id(), "Ann");
    ben = village.person("Ben").id();
  }

  @AfterEach
  void close() {
    village.close();
  }

  private Showtime in(Duration time) {
    var zone = ZoneId.of("Europe/Berlin");
    return Showtime.of(LocalDateTime.ofInstant(village.now().plus(time), zone), zone);
  }

  private Optional<List<Screening>> plan(Screenings at, Showtime... times) {
    return at.plan(
        ann,
        Stream.of(times)
            .map(time -> new Screenings.Plan(RoomId.random(chance), FILM, time))
            .toList());
  }

  private Screening planned() {
    return plan(one, in(Duration.ofHours(1))).orElseThrow().getFirst();
  }

  private ReminderRows reminded() {
    return new ReminderRows(village.otherDatabase());
  }

  private ScreeningRows rows() {
    return new ScreeningRows(village.otherDatabase());
  }

  @Test
  void what_is_planned_at_one_server_is_known_at_the_other() {
    var planned = planned();

    assertThat(other.find(planned.id())).contains(planned);
    assertThat(other.of(planned.room())).contains(planned);
    assertThat(other.of(ann.id())).containsExactly(planned);
    assertThat(other.of(ben)).isEmpty();
  }

  @Test
  void every_kind_of_media_that_can_be_planned_is_read_as_it_was_written() {
    var films =
        List.of(
            FILM,
            new Media(new MediaRef.Upload("film-1"), "Upload", Length.Unknown.UNKNOWN),
            new Media(
                new MediaRef.Site("https://films.example/watch?v=1"),
                "Site",
                Length.Unknown.UNKNOWN),
            new Media(
                new MediaRef.Embed(Provider.YOUTUBE, "dQw4w9WgXcQ"),
                "Embed",
                Length.Unknown.UNKNOWN),
            new Media(
                new MediaRef.Embed(Provider.VIMEO, "76979871/8272103f6e"),
                "Private",
                Length.Unknown.UNKNOWN));
    var plans =
        films.stream()
            .map(it -> new Screenings.Plan(RoomId.random(chance), it, in(Duration.ofHours(1))))
            .toList();

    var planned = one.plan(ann, plans).orElseThrow();

    assertThat(planned.stream().map(it -> other.find(it.id()).orElseThrow().film()))
        .isEqualTo(films);
  }

  @Test
  void what_was_planned_together_is_found_together_and_put_off_one_by_one() {
    var alone = planned();
    var series =
        plan(one, in(Duration.ofDays(1)), in(Duration.ofDays(8)), in(Duration.ofDays(15)))
            .orElseThrow();
    var second = series.get(1).id();

    other.move(second, ann.id(), in(Duration.ofDays(20)));

    assertThat(one.series(alone.id())).isEmpty();
    assertThat(other.series(second).stream().map(Screening::id))
        .containsExactly(series.getFirst().id(), series.getLast().id(), second);
  }

  @Test
  void of_a_series_that_is_too_much_nothing_is_planned() {
    for (int i = 0; i < Screenings.MOST_PLANNED - 1; i++) {
      planned();
    }

    assertThat(plan(one, in(Duration.ofDays(1)), in(Duration.ofDays(2)))).isEmpty();
    assertThat(plan(one, in(Duration.ofDays(1)))).isPresent();
  }

  @Test
  void who_planned_it_puts_it_off_and_nobody_else_does() {
    var planned = planned();
    var later = in(Duration.ofHours(3));

    assertThat(other.move(planned.id(), ben, later)).isFalse();
    assertThat(other.move(planned.id(), ann.id(), later)).isTrue();

    assertThat(one.find(planned.id()))
        .contains(new Screening(planned.id(), planned.room(), ann, FILM, later, 1, State.PLANNED));
  }

  @Test
  void what_was_called_off_is_neither_due_nor_put_off() {
    var planned = planned();

    assertThat(one.callOff(planned.id(), ben)).isFalse();
    assertThat(one.callOff(planned.id(), ann.id())).isTrue();

    assertThat(other.callOff(planned.id(), ann.id())).isFalse();
    assertThat(other.move(planned.id(), ann.id(), in(Duration.ofHours(2)))).isFalse();
    assertThat(due(Optional.empty(), 10)).isEmpty();
  }

  @Test
  void those_that_are_due_are_found_page_by_page_also_where_many_begin_at_once() {
    var together = Stream.generate(this::planned).limit(3).map(Screening::id).toList();

    var first = due(Optional.empty(), 2);
    var rest = due(Optional.of(first.getLast()), 2);

    assertThat(Stream.concat(first.stream(), rest.stream()).map(Screening::id))
        .containsExactlyInAnyOrderElementsOf(together);
    assertThat(due(Optional.of(rest.getLast()), 2)).isEmpty();
  }

  private List<Screening> due(Optional<Screening> last, int limit) {
    return rows().due(State.PLANNED, village.now().plus(Duration.ofDays(9)), last, limit);
  }

  @Test
  void who_answers_again_answers_otherwise() {
    var id = planned().id();
    var guest = Person.guest("key");

    assertThat(one.answer(id, new Answer(guest, "Guest", Coming.YES))).isTrue();
    village.pass(Duration.ofSeconds(1));
    assertThat(other.answer(id, new Answer(Person.of(ben), "Ben", Coming.MAYBE))).isTrue();
    village.pass(Duration.ofSeconds(1));
    assertThat(other.answer(id, new Answer(guest, "Guest", Coming.NO))).isTrue();

    assertThat(one.answers(id))
        .containsExactly(
            new Answer(Person.of(ben), "Ben", Coming.MAYBE), new Answer(guest, "Guest", Coming.NO));
    assertThat(one.of(ben)).hasSize(1);
  }

  @Test
  void an_account_plans_a_hundred_and_no_more() {
    for (int i = 0; i < Screenings.MOST_PLANNED; i++) {
      planned();
    }

    assertThat(plan(other, in(Duration.ofHours(1)))).isEmpty();
  }

  @Test
  @Tag("D-11")
  void of_many_servers_one_has_the_claim_until_it_is_over() throws Exception {
    var planned = planned();
    var both = List.of(planned, planned());
    var until = village.now().plus(CLAIM);

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<List<Screening>> atOne =
          () -> new ScreeningRows(village.database()).claim(both, "one", village.now(), until);
      Callable<List<Screening>> atOther = () -> rows().claim(both, "other", village.now(), until);
      var claims = threads.invokeAll(List.of(atOne, atOther)).stream().map(it -> it.resultNow());
      assertThat(claims.flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(both);
    }
    assertThat(one.move(planned.id(), ann.id(), in(Duration.ofHours(3)))).isFalse();

    village.pass(CLAIM);
    assertThat(rows().claim(both, "third", village.now(), village.now().plus(CLAIM)))
        .isEqualTo(both);
  }

  @Test
  @Tag("D-11")
  void it_begins_once_and_as_it_was_planned_last() {
    var planned = planned();
    one.move(planned.id(), ann.id(), in(Duration.ofHours(2)));
    var moved = one.find(planned.id()).orElseThrow();

    assertThat(rows().claim(List.of(planned), "one", village.now(), village.now())).isEmpty();
    assertThat(rows().become(planned, State.BEGUN)).isFalse();
    assertThat(rows().become(moved, State.BEGUN)).isTrue();
    assertThat(rows().become(moved, State.BEGUN)).isFalse();
  }

  @Test
  void a_calendar_is_fetched_by_its_newest_secret_alone() {
    var planned = planned();
    one.answer(planned.id(), new Answer(Person.of(ben), "Ben", Coming.MAYBE));

    var before = one.renewFeed(ben);
    var after = other.renewFeed(ben);

    assertThat(one.ofFeed(before)).isEmpty();
    assertThat(one.ofFeed(after)).contains(List.of(planned));
    one.answer(planned.id(), new Answer(Person.of(ben), "Ben", Coming.NO));
    assertThat(other.ofFeed(after)).contains(List.of());
  }

  @Test
  void who_said_yes_is_reminded_once_for_each_time_that_it_is_put_to() {
    var planned = planned();
    one.answer(planned.id(), new Answer(Person.of(ben), "Ben", Coming.YES));
    one.answer(planned.id(), new Answer(Person.of(ann.id()), "Ann", Coming.MAYBE));
    one.answer(planned.id(), new Answer(Person.guest("key"), "Guest", Coming.YES));
    var due = new ReminderRows.Due(planned.id(), ben);

    assertThat(reminded().due(village.now(), village.now().plus(Reminders.AHEAD), 10)).isEmpty();
    village.pass(Duration.ofMinutes(31));
    assertThat(reminded().due(village.now(), village.now().plus(Reminders.AHEAD), 10))
        .containsExactly(due);
    assertThat(reminded().remind(due, village.now(), Optional.empty())).isTrue();
    assertThat(reminded().remind(due, village.now(), Optional.empty())).isFalse();
    assertThat(reminded().due(village.now(), village.now().plus(Reminders.AHEAD), 10)).isEmpty();

    one.move(planned.id(), ann.id(), in(Duration.ofMinutes(20)));
    assertThat(reminded().due(village.now(), village.now().plus(Reminders.AHEAD), 10))
        .containsExactly(due);
  }

  @Test
  void where_the_letter_cannot_be_queued_nobody_counts_as_reminded() {
    var planned = planned();
    one.answer(planned.id(), new Answer(Person.of(ben), "Ben", Coming.YES));
    village.pass(Duration.ofMinutes(31));
    var due = new ReminderRows.Due(planned.id(), ben);

    assertThatThrownBy(
            () ->
                reminded()
                    .remind(
                        due,
                        village.now(),
                        Optional.of(
                            _ -> {
                              throw new SQLException("no");
                            })))
        .isInstanceOf(DatabaseFailure.class);

    assertThat(reminded().due(village.now(), village.now().plus(Reminders.AHEAD), 10))
        .containsExactly(due);
  }

  @Test
  void of_a_deleted_account_no_answer_is_left_and_what_it_planned_is_off() {
    var planned = planned();
    one.answer(planned.id(), new Answer(Person.of(ann.id()), "Ann", Coming.YES));

    village.database().change(0, session -> one.forget(session, ann.id()));

    assertThat(other.answers(planned.id())).isEmpty();
    assertThat(other.find(planned.id()).map(Screening::state)).contains(State.OFF);
    assertThat(other.find(planned.id()).map(it -> it.owner().name())).isEqualTo(Optional.of(""));
  }
}
