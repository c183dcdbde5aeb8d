package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.STREAM;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class RegionRulesTest {
  private static final RegionName EU = new RegionName("eu");
  private static final RegionName US = new RegionName("us");
  private static final Wish TO_US = new Wish.MoveRoom(US);
  private static final long SHIFT_MS = -12_345;

  /// Anna owns the room, a film from the web plays, Ben is lost, and something is proposed, queued
  /// and said.
  private static Story evening() {
    return Story.idle()
        .asks(ANNA, new Wish.Load(STREAM))
        .asks(ANNA, new Wish.ReportReady(new Length.Known(3_600_000)))
        .asks(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN))
        .asks(ANNA, new Wish.SetControl(Control.all(ControlPolicy.ASK)))
        .asks(ANNA, new Wish.Play())
        .asks(BEN, new Wish.Seek(60_000))
        .asks(ANNA, new Wish.Enqueue(List.of(STREAM)))
        .asks(BEN, new Wish.Say("hello"))
        .then(new Command.Lose(BEN));
  }

  private static Decision arrive(RoomState state, Instant now) {
    return Decider.decide(state, new Command.Arrive(EU, SHIFT_MS), new Moment(now, Duration.ZERO));
  }

  private static RoomState arrived(RoomState state) {
    var decision = arrive(state, state.at().plusMillis(SHIFT_MS));
    return Evolution.evolve(state, decision.events().getFirst());
  }

  @Test
  @Tag("RG1")
  void nothing_happens_any_more_in_a_room_that_has_moved_away() {
    var moved = evening().asks(ANNA, TO_US);
    var commands =
        Stream.of(
            moved.command(ANNA, new Wish.Pause()),
            moved.command(ANNA, TO_US),
            moved.command(BEN, new Wish.Say("still here?")),
            Story.again(moved.command(ANNA, new Wish.Play())),
            new Command.Enter(BEN, "Ben"),
            new Command.Lose(ANNA),
            new Command.Leave(ANNA),
            new Command.Tick(),
            new Command.Interrupt(Instant.EPOCH),
            new Command.Open(STREAM));

    assertThat(commands.map(moved::decide)).containsOnly(rejected(Reason.MOVED));
    assertThat(moved.state().settings().whereabouts()).isEqualTo(new Whereabouts.MovedTo(US));
    assertThat(moved.state().deadline()).isEmpty();
  }

  @Test
  @Tag("RG1")
  void what_was_answered_before_the_move_is_answered_again() {
    var before = evening();
    var move = before.command(ANNA, TO_US);
    var moved = before.then(move);

    assertThat(moved.decide(Story.again(move)))
        .isEqualTo(new Decision.Repeated(before.state().revision() + 1));
  }

  @Test
  @Tag("RG1")
  void a_room_with_an_uploaded_film_stays_where_its_bytes_are() {
    var film = new Wish.Load(Story.FILM);
    var queued = new Wish.Enqueue(List.of(Story.FILM));

    assertThat(Story.idle().asks(ANNA, film).decide(ANNA, TO_US))
        .isEqualTo(rejected(Reason.UPLOADED_FILM));
    assertThat(evening().asks(ANNA, queued).decide(ANNA, TO_US))
        .isEqualTo(rejected(Reason.UPLOADED_FILM));
  }

  @Test
  @Tag("OC1")
  void own_copies_go_along() {
    var room =
        evening()
            .asks(ANNA, new Wish.Load(Story.OWN_COPY))
            .asks(ANNA, new Wish.Enqueue(List.of(Story.OWN_COPY)));

    assertThat(room.decide(ANNA, TO_US)).isEqualTo(room.accepted(ANNA, new Event.MovedAway(US)));
  }

  @Test
  @Tag("EM1")
  void films_of_other_sites_are_loaded_and_queued_like_others_and_go_along() {
    var room =
        evening()
            .asks(ANNA, new Wish.Load(Story.EMBED))
            .asks(ANNA, new Wish.Enqueue(List.of(Story.EMBED)));

    assertThat(room.decide(ANNA, TO_US)).isEqualTo(room.accepted(ANNA, new Event.MovedAway(US)));
  }

  @Test
  @Tag("ST1")
  void films_on_the_pages_of_their_sites_are_loaded_and_queued_like_others_and_go_along() {
    var room =
        evening()
            .asks(ANNA, new Wish.Load(Story.SITE))
            .asks(ANNA, new Wish.Enqueue(List.of(Story.SITE)));

    assertThat(room.decide(ANNA, TO_US)).isEqualTo(room.accepted(ANNA, new Event.MovedAway(US)));
  }

  @Test
  @Tag("RG2")
  void it_arrives_as_it_was_by_another_clock() {
    var moved = evening().asks(ANNA, TO_US).state();
    var there = arrived(moved);
    var later = moved.at().plusSeconds(20);

    assertThat(there.revision()).isEqualTo(moved.revision() + 1);
    assertThat(there.settings().whereabouts()).isEqualTo(Whereabouts.Here.HERE);
    assertThat(there.answered()).isEqualTo(moved.answered());
    assertThat(((Stage.Loaded) there.stage()).positionAt(later.plusMillis(SHIFT_MS)))
        .isEqualTo(((Stage.Loaded) moved.stage()).positionAt(later));
    assertThat(RegionRules.shifted(there, -SHIFT_MS).people()).isEqualTo(moved.people());
    assertThat(RegionRules.shifted(there, -SHIFT_MS).agenda()).isEqualTo(moved.agenda());
    assertThat(there.proposals().getFirst().until())
        .isEqualTo(moved.proposals().getFirst().until().plusMillis(SHIFT_MS));
  }

  @Test
  @Tag("RG2")
  void it_arrives_once_and_moves_on_and_back() {
    var moved = evening().asks(ANNA, TO_US).state();
    var there = arrived(moved);

    assertThat(arrive(there, there.at())).isEqualTo(rejected(Reason.NO_CHANGE));
    var back = new Story(there, there.at()).asks(ANNA, new Wish.MoveRoom(EU)).state();
    assertThat(arrived(back).revision()).isEqualTo(moved.revision() + 3);
  }

  @Test
  @Tag("RG2")
  @Tag("OR2")
  void nothing_there_is_before_what_came_before_it() {
    var moved = evening().asks(ANNA, TO_US).state();
    var early = arrive(moved, moved.at().plusMillis(SHIFT_MS).minusSeconds(5));
    var late = arrive(moved, moved.at().plusMillis(SHIFT_MS).plusSeconds(5));

    assertThat(early.events().getFirst().at()).isEqualTo(moved.at().plusMillis(SHIFT_MS));
    assertThat(late.events().getFirst().at())
        .isEqualTo(moved.at().plusMillis(SHIFT_MS).plusSeconds(5));
  }

  @Test
  void regions_have_short_plain_names() {
    assertThat(new RegionName("ap-south-1").value()).isEqualTo("ap-south-1");
    for (var wrong : List.of("", "EU", "e u", "a".repeat(33))) {
      assertThatThrownBy(() -> new RegionName(wrong)).hasMessageContaining("region");
    }
  }
}
