package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.FILM;
import static matinee.room.Story.STREAM;
import static matinee.room.Story.changed;
import static matinee.room.Story.paused;
import static matinee.room.Story.playing;
import static matinee.room.Story.rejected;
import static matinee.room.Story.time;
import static matinee.room.Story.waiting;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class QueueRulesTest {
  private static final Media SINTEL =
      new Media(new MediaRef.Upload("sintel"), "Sintel", new Length.Known(888_000));

  private static final Control QUEUE_OF_THE_HOST =
      new Control(
          ControlPolicy.EVERYONE,
          ControlPolicy.EVERYONE,
          ControlPolicy.EVERYONE,
          ControlPolicy.EVERYONE,
          ControlPolicy.HOST_ONLY);

  /// As [Story#playing], and Ben has added three films at 12 s.
  private static Story queued() {
    return Story.playing().at(12).asks(BEN, new Wish.Enqueue(List.of(SINTEL, STREAM, FILM)));
  }

  /// As [#queued], at the end of the film.
  private static Story ended() {
    return queued().at(130.3).then(new Command.Tick());
  }

  private static long item(Story room, int place) {
    return room.state().queue().items().get(place).id();
  }

  private static List<String> titles(Story room) {
    return room.state().queue().items().stream().map(item -> item.media().title()).toList();
  }

  @Test
  @Tag("QU1")
  void what_is_added_stands_at_the_end_under_the_revision_of_its_event() {
    var room = Story.playing().at(12);

    var decision = room.decide(BEN, new Wish.Enqueue(List.of(SINTEL, STREAM)));

    assertThat(decision)
        .isEqualTo(
            room.accepted(BEN, new Event.Queued(BEN, SINTEL), new Event.Queued(BEN, STREAM)));
    long next = room.state().revision() + 1;
    assertThat(room.asks(BEN, new Wish.Enqueue(List.of(SINTEL, STREAM))).state().queue().items())
        .containsExactly(
            new QueueItem(next, SINTEL, BEN, List.of()),
            new QueueItem(next + 1, STREAM, BEN, List.of()));
  }

  @Test
  @Tag("QU1")
  void the_queue_holds_200_films_and_takes_all_that_is_added_or_nothing() {
    var twenty = new Wish.Enqueue(Collections.nCopies(20, SINTEL));
    var full = Story.idle().asks(ANNA, new Wish.Enqueue(List.of(FILM)));
    for (int i = 0; i < 9; i++) {
      full = full.asks(BEN, twenty);
    }

    var decisions =
        List.of(
            full.decide(BEN, twenty),
            full.asks(BEN, new Wish.Enqueue(Collections.nCopies(19, SINTEL)))
                .decide(ANNA, new Wish.Enqueue(List.of(SINTEL))));

    assertThat(decisions).containsOnly(rejected(Reason.QUEUE_FULL));
  }

  @Test
  @Tag("QU1")
  void one_to_twenty_films_are_added_at_a_time() {
    for (int count : List.of(0, 21)) {
      assertThatThrownBy(() -> new Wish.Enqueue(Collections.nCopies(count, SINTEL)))
          .hasMessage("media must have 1 to 20 items");
    }
  }

  @Test
  @Tag("QU2")
  void a_film_is_moved_to_any_place_and_beyond_the_last_one_to_the_end() {
    var room = queued();

    var moved =
        Stream.of(
                room.asks(ANNA, new Wish.MoveQueued(item(room, 2), 0)),
                room.asks(ANNA, new Wish.MoveQueued(item(room, 0), 1)),
                room.asks(ANNA, new Wish.MoveQueued(item(room, 0), 99)))
            .map(QueueRulesTest::titles);

    assertThat(moved)
        .containsExactly(
            List.of("Film", "Sintel", "Stream"),
            List.of("Stream", "Sintel", "Film"),
            List.of("Stream", "Film", "Sintel"));
    assertThat(room.decide(ANNA, new Wish.MoveQueued(item(room, 2), 7)))
        .isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("QU2")
  void what_has_gone_from_the_queue_is_not_moved_voted_for_played_or_taken_out_again() {
    var before = queued();
    long gone = item(before, 0);
    var room = before.asks(ANNA, new Wish.Dequeue(gone));

    var decisions =
        Stream.of(
                new Wish.Dequeue(gone),
                new Wish.MoveQueued(gone, 0),
                new Wish.Vote(gone, true),
                new Wish.PlayQueued(gone))
            .map(wish -> room.decide(BEN, wish));

    assertThat(titles(room)).containsExactly("Stream", "Film");
    assertThat(decisions).containsOnly(rejected(Reason.NO_SUCH_ITEM));
  }

  @Test
  @Tag("QU2")
  void whoever_added_a_film_takes_it_out_whatever_control_says_and_nobody_else_does() {
    var room = queued().enters(CARLA).asks(ANNA, new Wish.SetControl(QUEUE_OF_THE_HOST));
    var remove = new Wish.Dequeue(item(room, 0));

    assertThat(room.decide(BEN, remove))
        .isEqualTo(room.accepted(BEN, new Event.Dequeued(item(room, 0))));
    assertThat(room.decide(CARLA, remove)).isEqualTo(rejected(Reason.NOT_ALLOWED));
    assertThat(room.decide(BEN, new Wish.MoveQueued(item(room, 0), 2)))
        .isEqualTo(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("QU1")
  @Tag("AS2")
  void what_is_added_by_asking_is_of_whoever_asked() {
    var room = Story.playing().asks(ANNA, new Wish.SetControl(Control.all(ControlPolicy.ASK)));
    var asked = room.asks(BEN, new Wish.Enqueue(List.of(SINTEL)));
    long proposal = asked.state().proposalOf(BEN).orElseThrow().revision();

    var after = asked.asks(ANNA, new Wish.Answer(BEN, proposal, true));

    assertThat(after.state().queue().items())
        .containsExactly(new QueueItem(proposal + 2, SINTEL, BEN, List.of()));
  }

  @Test
  @Tag("QU3")
  void a_vote_lifts_a_film_above_those_with_fewer_and_without_it_the_film_sinks() {
    var room = queued();

    var once = room.asks(ANNA, new Wish.Vote(item(room, 2), true));
    var tie = once.asks(BEN, new Wish.Vote(item(room, 1), true));
    var twice = tie.asks(BEN, new Wish.Vote(item(room, 2), true));
    var back = twice.asks(ANNA, new Wish.Vote(item(room, 2), false));
    var without = back.asks(BEN, new Wish.Vote(item(room, 2), false));

    assertThat(Stream.of(once, tie, twice, back, without).map(QueueRulesTest::titles))
        .containsExactly(
            List.of("Film", "Sintel", "Stream"),
            List.of("Film", "Stream", "Sintel"),
            List.of("Film", "Stream", "Sintel"),
            List.of("Film", "Stream", "Sintel"),
            List.of("Stream", "Film", "Sintel"));
  }

  @Test
  @Tag("QU3")
  void one_votes_once_for_a_film_and_for_ten_at_a_time() {
    var room = Story.playing().asks(ANNA, new Wish.Enqueue(Collections.nCopies(11, SINTEL)));
    var items = room.state().queue().items().stream().map(QueueItem::id).toList();
    var voted = room;
    for (int i = 0; i < 10; i++) {
      voted = voted.asks(BEN, new Wish.Vote(items.get(i), true));
    }

    assertThat(voted.decide(BEN, new Wish.Vote(items.get(3), true)))
        .isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(voted.decide(BEN, new Wish.Vote(items.get(10), true)))
        .isEqualTo(rejected(Reason.VOTES_USED_UP));
    assertThat(room.decide(BEN, new Wish.Vote(items.get(3), false)))
        .isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("QU3")
  void who_gives_up_the_place_takes_its_votes_along() {
    var room = queued();
    var voted = room.asks(BEN, new Wish.Vote(item(room, 0), true));

    var after =
        Stream.of(
            voted.then(new Command.Leave(BEN)),
            voted.asks(ANNA, new Wish.Kick(BEN)),
            voted.asks(ANNA, new Wish.Ban(BEN)));

    assertThat(after.map(it -> it.state().queue().items().getFirst().votes()))
        .allMatch(List::isEmpty);
  }

  @Test
  @Tag("QU4")
  void a_film_of_the_queue_is_played_now_and_those_who_load_it_are_waited_for() {
    var room = queued().at(40);
    long sintel = item(room, 0);

    var decision = room.decide(BEN, new Wish.PlayQueued(sintel));

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                BEN,
                new Event.Dequeued(sintel),
                new Event.MediaLoaded(SINTEL),
                changed(Cause.ADVANCED, waiting(0, 40))));
  }

  @Test
  @Tag("QU4")
  void where_nobody_is_waited_for_it_starts_at_once() {
    var room = queued().asks(ANNA, new Wish.SetGate(GatePolicy.NoOne.NO_ONE)).at(40);

    var after = room.asks(BEN, new Wish.PlayQueued(item(room, 0)));

    assertThat(after.playback()).isEqualTo(playing(0, 40.3));
  }

  @Test
  @Tag("QU4")
  void of_two_who_go_on_at_the_same_time_one_does() {
    var room = queued().at(40);
    var first = room.command(ANNA, new Wish.PlayQueued(item(room, 0)));
    var second = room.command(BEN, new Wish.PlayQueued(item(room, 0)));
    var other = room.command(BEN, new Wish.PlayQueued(item(room, 1)));

    var after = room.then(first);

    assertThat(List.of(after.decide(second), after.decide(other)))
        .containsOnly(rejected(Reason.STALE));
    assertThat(titles(after)).containsExactly("Stream", "Film");
  }

  @Test
  @Tag("QU4")
  @Tag("RI1")
  void who_may_not_load_a_film_may_not_play_one_of_the_queue_either() {
    var control =
        new Control(
            ControlPolicy.HOST_ONLY,
            ControlPolicy.EVERYONE,
            ControlPolicy.EVERYONE,
            ControlPolicy.EVERYONE,
            ControlPolicy.EVERYONE);
    var room = ended().asks(ANNA, new Wish.SetControl(control));

    var decisions =
        Stream.of(new Wish.PlayQueued(item(room, 0)), new Wish.Stay())
            .map(wish -> room.decide(BEN, wish));

    assertThat(decisions).containsOnly(rejected(Reason.NOT_ALLOWED));
    assertThat(titles(room.asks(BEN, new Wish.MoveQueued(item(room, 0), 2))))
        .containsExactly("Stream", "Film", "Sintel");
  }

  @Test
  @Tag("QU5")
  void ten_seconds_after_the_end_the_room_goes_on_by_itself_and_once() {
    var room = ended();

    var early = room.at(140.299).decide(new Command.Tick());
    var due = room.at(140.3);
    var after = due.then(new Command.Tick());

    assertThat(room.state().deadline()).hasValue(time(140.3));
    assertThat(early).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(due.decide(new Command.Tick()))
        .isEqualTo(
            due.accepted(
                new Event.Dequeued(item(room, 0)),
                new Event.MediaLoaded(SINTEL),
                changed(Cause.ADVANCED, waiting(0, 140.3))));
    assertThat(after.decide(new Command.Tick())).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(titles(after)).containsExactly("Stream", "Film");
  }

  @Test
  @Tag("QU5")
  void the_end_of_a_film_says_when_the_room_goes_on() {
    var room = queued().at(130.3);

    assertThat(room.decide(new Command.Tick()))
        .isEqualTo(
            room.accepted(
                changed(Cause.ENDED, paused(120_000)), new Event.AdvanceScheduled(time(140.3))));
  }

  @Test
  @Tag("QU5")
  void it_stays_where_somebody_wants_that_or_does_something_else() {
    var room = ended();
    var gone = Stream.of(0, 1, 2).map(place -> item(room, place)).toList();

    var after =
        Stream.of(
            room.asks(BEN, new Wish.Stay()),
            room.asks(BEN, new Wish.Seek(5_000)),
            room.asks(BEN, new Wish.Play()),
            room.asks(BEN, new Wish.Load(STREAM)),
            room.asks(BEN, new Wish.SetAutoAdvance(false)),
            room.asks(BEN, new Wish.Dequeue(gone.get(0)))
                .asks(BEN, new Wish.Dequeue(gone.get(1)))
                .asks(BEN, new Wish.Dequeue(gone.get(2))));

    assertThat(after.map(it -> it.state().queue().advance())).containsOnly(Queue.Advance.No.NO);
    assertThat(queued().decide(BEN, new Wish.Stay())).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("QU5")
  void where_nobody_is_left_it_stays() {
    var empty = ended().then(new Command.Lose(ANNA)).then(new Command.Lose(BEN)).at(141);
    var away = ended().at(200);

    assertThat(empty.decide(new Command.Tick()))
        .isEqualTo(empty.accepted(new Event.AdvanceCancelled()));
    assertThat(away.decide(new Command.Interrupt(time(131))))
        .isEqualTo(away.accepted(new Event.AdvanceCancelled()));
  }

  @Test
  @Tag("QU5")
  void a_room_that_is_not_to_go_on_stays_at_the_end() {
    var room = queued().asks(ANNA, new Wish.SetAutoAdvance(false)).at(130.3);

    var decision = room.decide(new Command.Tick());

    assertThat(decision).isEqualTo(room.accepted(changed(Cause.ENDED, paused(120_000))));
    assertThat(room.decide(ANNA, new Wish.SetAutoAdvance(false)))
        .isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("QU1")
  void no_place_and_no_number_of_films_beyond_the_bounds_is_a_wish() {
    for (int place : List.of(-1, 200)) {
      assertThatThrownBy(() -> new Wish.MoveQueued(1, place)).hasMessage("to must be 0 to 199");
    }
    var items = IntStream.range(0, 201).mapToObj(i -> new QueueItem(i, FILM, ANNA, List.of()));
    assertThatThrownBy(() -> new Queue(true, Queue.Advance.No.NO, items.toList()))
        .hasMessage("a queue has at most 200 items");
  }
}
