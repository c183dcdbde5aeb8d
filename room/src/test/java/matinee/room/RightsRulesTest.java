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
    assertThat(RoomState.NEW.settings().control()).isEqualTo(Control.EVERYONE);
  }

  @Test
  @Tag("RI1")
  void while_everyone_may_control_no_wish_about_playback_is_refused_for_want_of_rights() {
    var room = Story.playing();

    var decisions = CONTROL.stream().map(wish -> room.decide(BEN, wish));

    assertThat(decisions).doesNotContain(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("RI1")
  void while_the_host_controls_every_wish_of_others_about_playback_is_refused() {
    var room = Story.playing().asks(ANNA, new Wish.SetControl(Story.HOST_ONLY));

    var decisions = CONTROL.stream().map(wish -> room.decide(BEN, wish)).distinct();

    assertThat(decisions).containsExactly(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("RI1")
  void while_the_host_controls_others_still_speak_and_report() {
    var room = Story.playing().asks(ANNA, new Wish.SetControl(Story.HOST_ONLY));

    var decisions = EVERYONES.stream().map(wish -> room.decide(BEN, wish));

    assertThat(decisions).doesNotContain(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("RI1")
  void control_goes_with_the_host_and_stays_with_the_owner() {
    var room =
        Story.playing()
            .enters(CARLA)
            .asks(ANNA, new Wish.SetControl(Story.HOST_ONLY))
            .asks(ANNA, new Wish.HandOver(BEN))
            .asks(ANNA, new Wish.HandOver(CARLA));

    var decisions =
        List.of(
            room.decide(ANNA, new Wish.Play()),
            room.decide(BEN, new Wish.Play()),
            room.decide(CARLA, new Wish.Play()));

    assertThat(decisions)
        .containsExactly(
            rejected(Reason.NO_CHANGE), rejected(Reason.NOT_ALLOWED), rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("RI1")
  void what_everyone_may_and_what_the_host_alone_may_is_chosen_for_each_action() {
    var control =
        new Control(
            ControlPolicy.HOST_ONLY,
            ControlPolicy.EVERYONE,
            ControlPolicy.HOST_ONLY,
            ControlPolicy.EVERYONE,
            ControlPolicy.EVERYONE);
    var room = Story.playing().asks(ANNA, new Wish.SetControl(control));

    var refused =
        CONTROL.stream()
            .filter(wish -> room.decide(BEN, wish).equals(rejected(Reason.NOT_ALLOWED)))
            .toList();

    assertThat(refused).containsExactly(new Wish.Load(STREAM), new Wish.Seek(61_000));
  }

  @Test
  @Tag("RI2")
  void the_host_sets_the_control() {
    var room = Story.idle();

    var decision = room.decide(ANNA, new Wish.SetControl(Story.HOST_ONLY));

    assertThat(decision).isEqualTo(room.accepted(ANNA, new Event.ControlChanged(Story.HOST_ONLY)));
  }

  @Test
  @Tag("RI2")
  void nobody_else_sets_the_control() {
    var room = Story.idle();

    var decision = room.decide(BEN, new Wish.SetControl(Story.HOST_ONLY));

    assertThat(decision).isEqualTo(rejected(Reason.NOT_ALLOWED));
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
