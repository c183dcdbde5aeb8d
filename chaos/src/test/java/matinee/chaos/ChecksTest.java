package matinee.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import matinee.chaos.Convergence.Copy;
import matinee.chaos.Convergence.Head;
import matinee.room.Author;
import matinee.room.CommandId;
import matinee.room.Control;
import matinee.room.ControlPolicy;
import matinee.room.Event;
import matinee.room.Reason;
import matinee.room.Recorded;
import matinee.room.Wish;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Each checker catches what it is for, and nothing else catches it; none complains of a good
/// trial.
final class ChecksTest {
  private final Planted planted = new Planted();

  /// The names of the checkers that complain.
  private List<String> complaining() {
    var evidence = planted.evidence();
    return Check.ALL.stream()
        .filter(check -> !check.broken(evidence).isEmpty())
        .map(Check::name)
        .toList();
  }

  private Recorded event(Author author, Event event) {
    return new Recorded(
        planted.head() + 1, Instant.ofEpochMilli(1_700_000_000_000L), author, event);
  }

  @Test
  void a_good_trial_is_good() {
    assertThat(complaining()).isEmpty();
  }

  @Test
  void an_accepted_command_that_is_not_in_the_history_is_noticed() {
    planted.ann.add(new Entry.Asked(5, new CommandId("lost"), 1, new Wish.Say("lost")));
    planted.ann.add(new Entry.Accepted(6, Planted.EPOCH, new CommandId("lost"), 6));

    assertThat(complaining()).containsExactly("AcceptedOnce");
  }

  @Test
  void an_accepted_command_that_stands_elsewhere_is_noticed() {
    planted.ann.add(new Entry.Accepted(6, Planted.EPOCH, new CommandId("a1"), 1));

    assertThat(complaining()).containsExactly("AcceptedOnce");
  }

  @Test
  void a_rejected_command_that_is_in_the_history_is_noticed() {
    planted.ann.add(new Entry.Rejected(6, Planted.EPOCH, new CommandId("a1"), "NO_CHANGE"));

    assertThat(complaining()).containsExactly("AcceptedOnce");
  }

  @Test
  @Tag("ID6")
  void a_rejection_that_stands_in_the_history_is_good() {
    var id = new CommandId("b2");
    planted.ben.add(new Entry.Asked(5, id, planted.head(), new Wish.Pause()));
    planted.ben.add(new Entry.Entered(6, Planted.EPOCH, "another door"));
    planted.events.add(
        event(new Author.ByMember(Planted.BEN, id), new Event.Refused(Reason.NO_CHANGE)));
    planted.ben.add(new Entry.Rejected(7, Planted.EPOCH, id, "NO_CHANGE"));

    assertThat(complaining()).isEmpty();
  }

  @Test
  void a_command_that_takes_effect_twice_is_noticed() {
    planted.asks(planted.ben, "b2", new Wish.Say("between"));
    var first =
        planted.events.stream()
            .filter(
                it -> it.author() instanceof Author.ByMember by && by.member().equals(Planted.ANN))
            .findFirst()
            .orElseThrow();
    planted.events.add(event(first.author(), first.event()));

    assertThat(complaining()).contains("AcceptedOnce");
  }

  @Test
  void a_client_that_is_told_over_a_gap_is_noticed() {
    planted.asks(planted.ben, "b2", new Wish.Say("unheard"));
    planted.asks(planted.ben, "b3", new Wish.Say("heard"));
    planted.ann.add(
        new Entry.Told(5, Planted.EPOCH, planted.head(), planted.state(planted.head())));

    assertThat(complaining()).containsExactly("RevisionsRise");
  }

  @Test
  void a_gap_that_the_client_noticed_itself_is_noticed() {
    planted.ann.add(new Entry.Gap(5, Planted.EPOCH, 4, 6));

    assertThat(complaining()).containsExactly("RevisionsRise");
  }

  @Test
  void a_snapshot_that_is_older_than_what_the_client_had_is_noticed() {
    planted.show(planted.ben, 3);

    assertThat(complaining()).containsExactly("RevisionsRise");
  }

  @Test
  void a_snapshot_over_a_gap_is_as_it_should_be() {
    planted.asks(planted.ben, "b2", new Wish.Say("unheard"));
    planted.show(planted.ann, planted.head());

    assertThat(complaining()).isEmpty();
  }

  @Test
  void a_hole_in_the_history_is_noticed() {
    planted.events.remove(3);

    assertThat(complaining()).contains("RevisionsRise");
  }

  @Test
  void a_client_with_another_state_is_noticed() {
    planted.asks(planted.ben, "b2", new Wish.Say("more"));
    planted.ann.add(new Entry.Told(5, Planted.EPOCH, planted.head(), 17));

    assertThat(complaining()).containsExactly("OneState");
  }

  @Test
  void a_revision_that_nobody_wrote_is_noticed() {
    planted.ann.add(new Entry.Told(5, Planted.EPOCH, planted.head() + 1, 17));

    assertThat(complaining()).containsExactly("OneState");
  }

  @Test
  void a_command_of_somebody_without_the_right_is_noticed() {
    var hostOnly = Control.all(ControlPolicy.HOST_ONLY);
    var id = new CommandId("b2");
    planted.ben.add(new Entry.Asked(5, id, planted.head(), new Wish.SetControl(hostOnly)));
    planted.events.add(
        event(new Author.ByMember(Planted.BEN, id), new Event.ControlChanged(hostOnly)));

    assertThat(complaining()).containsExactly("NothingWithoutRight");
  }

  @Test
  void an_effect_that_nobody_asked_for_is_noticed() {
    planted.events.add(
        event(new Author.ByMember(Planted.BEN, new CommandId("ghost")), new Event.Said("not me")));

    assertThat(complaining()).containsExactly("NothingWithoutRight");
  }

  @Test
  void an_effect_other_than_what_was_asked_for_is_noticed() {
    var id = new CommandId("b2");
    planted.ben.add(new Entry.Asked(5, id, planted.head(), new Wish.Rename("Benjamin")));
    planted.events.add(event(new Author.ByMember(Planted.BEN, id), new Event.Said("other")));

    assertThat(complaining()).containsExactly("NothingWithoutRight");
  }

  @Test
  void a_node_that_does_not_run_or_ended_by_itself_is_noticed() {
    planted.node = new Evidence.NodeStory("node1", false, 1, 2, List.of());
    assertThat(complaining()).containsExactly("SameProcess");

    planted.node = new Evidence.NodeStory("node1", true, 0, 2, List.of());
    assertThat(complaining()).containsExactly("SameProcess");
  }

  @Test
  void an_exception_that_nobody_caught_is_noticed_and_a_failed_database_is_not() {
    planted.node =
        new Evidence.NodeStory(
            "node1", true, 0, 1, List.of("DatabaseFailure: the connection is closed"));
    assertThat(complaining()).isEmpty();

    planted.node =
        new Evidence.NodeStory(
            "node1", true, 0, 1, List.of("Exception in thread \"room\" java.lang.Error"));
    assertThat(complaining()).containsExactly("SameProcess");
  }

  @Test
  void that_somebody_came_while_a_node_closed_is_no_fault_but_any_other_exception_is() {
    var closing = "WARN ServerBootstrap: Failed to register an accepted channel: [id: 0x1]";
    var exception = "java.lang.IllegalStateException";

    planted.node = new Evidence.NodeStory("node1", true, 0, 1, List.of(closing, exception));
    assertThat(complaining()).isEmpty();

    planted.node =
        new Evidence.NodeStory("node1", true, 0, 1, List.of(closing, exception, exception));
    assertThat(complaining()).containsExactly("SameProcess");
  }

  @Test
  void status_500_and_unreadable_messages_are_noticed() {
    planted.ann.add(new Entry.Status(5, "/api/rooms", 503));
    assertThat(complaining()).isEmpty();

    planted.ann.add(new Entry.Status(5, "/api/rooms", 500));
    assertThat(complaining()).containsExactly("SameProcess");
  }

  @Test
  void who_is_not_connected_waits_lags_or_differs_has_not_converged() {
    var heads = Map.of("r", new Head("e", 7));
    var good = new Copy("ann", "r", true, true, "e", 7, 1);

    var lacks =
        Stream.of(
                good,
                new Copy("ben", "r", false, true, "e", 7, 1),
                new Copy("ben", "r", true, false, "e", 7, 1),
                new Copy("ben", "r", true, true, "e", 6, 1),
                new Copy("ben", "r", true, true, "other", 7, 1),
                new Copy("ben", "r", true, true, "e", 7, 2))
            .map(copy -> Convergence.lacks(List.of(good, copy), heads).isPresent())
            .toList();

    assertThat(lacks).containsExactly(false, true, true, true, true, true);
  }

  @Test
  void the_same_seed_draws_the_same_schedule_and_every_fault_comes() {
    var drawn = Schedule.draw(Chance.of(7, "schedule"), Faults.ALL, 600_000);

    assertThat(Schedule.draw(Chance.of(7, "schedule"), Faults.ALL, 600_000)).isEqualTo(drawn);
    assertThat(drawn.planned().stream().map(Schedule.Planned::fault).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(new ArrayList<>(Faults.ALL));
  }
}
