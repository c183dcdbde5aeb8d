package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.STREAM;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class RightsRulesTest {
  private static final List<Wish> CONTROL =
      List.of(
          new Wish.Load(STREAM),
          new Wish.Play(),
          new Wish.Pause(),
          new Wish.Seek(61_000),
          new Wish.SetRate(2.0));

  private static final List<Wish> EVERYONES =
      List.of(
          new Wish.Say("hello"),
          new Wish.Rename("Benjamin"),
          new Wish.ReportReady(new Length.Known(120_000)),
          new Wish.ReportBuffering(),
          new Wish.ReportUnable());

  @Test
  @Tag("RI1")
  void everyone_is_the_policy_of_a_new_room() {
    assertThat(RoomState.NEW.control()).isEqualTo(ControlPolicy.EVERYONE);
  }

  @Test
  @Tag("RI1")
  void while_everyone_may_control_no_wish_about_playback_is_refused_for_want_of_rights() {
    var room = Story.playing();

    var decisions = CONTROL.stream().map(wish -> room.decide(BEN, wish));

    assertThat(decisions).doesNotContain(rejected(Reason.NOT_HOST));
  }

  @Test
  @Tag("RI1")
  void while_the_host_controls_every_wish_of_others_about_playback_is_refused() {
    var room = Story.playing().asks(ANNA, new Wish.SetControl(ControlPolicy.HOST_ONLY));

    var decisions = CONTROL.stream().map(wish -> room.decide(BEN, wish)).distinct();

    assertThat(decisions).containsExactly(rejected(Reason.NOT_HOST));
  }

  @Test
  @Tag("RI1")
  void while_the_host_controls_others_still_speak_and_report() {
    var room = Story.playing().asks(ANNA, new Wish.SetControl(ControlPolicy.HOST_ONLY));

    var decisions = EVERYONES.stream().map(wish -> room.decide(BEN, wish));

    assertThat(decisions).doesNotContain(rejected(Reason.NOT_HOST));
  }

  @Test
  @Tag("RI1")
  void control_goes_with_the_host() {
    var room =
        Story.playing()
            .asks(ANNA, new Wish.SetControl(ControlPolicy.HOST_ONLY))
            .asks(ANNA, new Wish.HandOver(BEN));

    var decisions = List.of(room.decide(ANNA, new Wish.Pause()), room.decide(BEN, new Wish.Play()));

    assertThat(decisions).containsExactly(rejected(Reason.NOT_HOST), rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("RI2")
  void the_host_sets_the_control_policy() {
    var room = Story.idle();

    var decision = room.decide(ANNA, new Wish.SetControl(ControlPolicy.HOST_ONLY));

    assertThat(decision)
        .isEqualTo(room.accepted(ANNA, new Event.ControlChanged(ControlPolicy.HOST_ONLY)));
  }

  @Test
  @Tag("RI2")
  void nobody_else_sets_the_control_policy() {
    var room = Story.idle();

    var decision = room.decide(BEN, new Wish.SetControl(ControlPolicy.HOST_ONLY));

    assertThat(decision).isEqualTo(rejected(Reason.NOT_HOST));
  }

  @Test
  @Tag("RI3")
  void who_is_not_a_member_may_do_nothing() {
    var room = Story.playing();

    var control = CONTROL.stream().map(wish -> room.decide(CARLA, wish)).distinct();
    var others = EVERYONES.stream().map(wish -> room.decide(CARLA, wish)).distinct();

    assertThat(control).containsExactly(rejected(Reason.NOT_A_MEMBER));
    assertThat(others).containsExactly(rejected(Reason.NOT_A_MEMBER));
  }

  @Test
  @Tag("RI3")
  void who_has_left_is_not_a_member() {
    var room = Story.playing().then(new Command.Leave(BEN));

    var decision = room.decide(BEN, new Wish.Pause());

    assertThat(decision).isEqualTo(rejected(Reason.NOT_A_MEMBER));
  }
}
