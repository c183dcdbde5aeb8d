package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a second device of a member may do: rules CD of protocol/ROOM.md. The last column of the
/// table of rights is tried cell by cell in [RightsTableTest].
class CompanionRulesTest {

  private static Decision onCompanion(Story room, MemberId by, Wish wish) {
    return room.decide(Story.onCompanion(room.command(by, wish)));
  }

  @Test
  @Tag("CD1")
  void what_is_said_on_a_companion_is_said_by_its_member() {
    var room = Story.playing();

    var decision = onCompanion(room, BEN, new Wish.Say("hello"));

    assertThat(decision).isEqualTo(room.accepted(BEN, new Event.Said("hello")));
  }

  @Test
  @Tag("CD1")
  @Tag("OD3")
  void a_muted_member_is_muted_on_its_companion_too() {
    var room = Story.playing().asks(ANNA, new Wish.SetMuted(BEN, true));

    var decision = onCompanion(room, BEN, new Wish.Say("hello"));

    assertThat(decision).isEqualTo(rejected(Reason.MUTED));
  }

  @Test
  @Tag("CD2")
  void the_host_itself_may_not_pause_on_a_companion_and_is_told_that_it_is_the_device() {
    var room = Story.playing();

    var decision = onCompanion(room, ANNA, new Wish.Pause());

    assertThat(decision).isEqualTo(rejected(Reason.NOT_ON_COMPANION));
  }

  @Test
  @Tag("CD2")
  void who_would_have_to_ask_may_not_ask_on_a_companion() {
    var room = Story.playing().asks(ANNA, new Wish.SetControl(Control.all(ControlPolicy.ASK)));

    var decision = onCompanion(room, BEN, new Wish.Pause());

    assertThat(decision).isEqualTo(rejected(Reason.NOT_ON_COMPANION));
  }

  @Test
  @Tag("CD2")
  void a_watcher_may_chat_on_no_device() {
    var room = Story.playing().asks(ANNA, new Wish.SetStanding(BEN, Standing.WATCHER));

    var decision = onCompanion(room, BEN, new Wish.Say("hello"));

    assertThat(decision).isEqualTo(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("CD1")
  @Tag("ID1")
  void a_command_that_comes_again_from_another_device_is_the_same_command() {
    var room = Story.playing();
    var said = room.command(BEN, new Wish.Say("hello"));
    var after = room.then(said);

    var again = after.decide(Story.onCompanion(said));

    assertThat(again).isEqualTo(new Decision.Repeated(after.state().revision()));
  }

  @Test
  @Tag("CD3")
  void a_report_from_a_companion_neither_starts_nor_ends_a_wait() {
    var playing = Story.playing();
    var waiting = Story.waiting();

    var decisions =
        Stream.of(
            onCompanion(playing, BEN, new Wish.ReportBuffering()),
            onCompanion(waiting, BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN)));

    assertThat(decisions).containsOnly(rejected(Reason.NOT_ON_COMPANION));
    assertThat(waiting.waitedFor()).isEqualTo(List.of(BEN));
  }

  @Test
  @Tag("CD3")
  void what_a_companion_says_brings_nobody_back() {
    var room = Story.playing().then(new Command.Lose(BEN));

    var after = room.after(accepted(onCompanion(room, BEN, new Wish.Say("still here"))));

    assertThat(after.member(BEN)).isEqualTo(room.member(BEN).spoke(room.now()));
  }

  private static List<Recorded> accepted(Decision decision) {
    return switch (decision) {
      case Decision.Accepted(var events) -> events;
      case Decision.Repeated _, Decision.Rejected _ -> throw new AssertionError(decision);
    };
  }
}
