package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.rejected;
import static matinee.room.Story.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChatRulesTest {
  private static final Wish HELLO = new Wish.Say("hello");

  @Test
  @Tag("CH1")
  void what_is_said_is_an_event_in_the_order_of_all_others() {
    var room = Story.playing().at(15).asks(ANNA, new Wish.Pause()).at(16);

    var decision = room.decide(BEN, new Wish.Say("why?"));

    assertThat(decision).isEqualTo(room.accepted(BEN, new Event.Said("why?")));
  }

  @Test
  @Tag("CH1")
  void what_is_said_twice_is_said_twice_and_what_is_sent_twice_is_said_once() {
    var room = Story.idle();
    var first = room.command(BEN, new Wish.Say("ha"));
    var after = room.then(first);

    var saidAgain = after.decide(BEN, new Wish.Say("ha"));
    var sentAgain = after.decide(first);

    assertThat(saidAgain).isEqualTo(after.accepted(BEN, new Event.Said("ha")));
    assertThat(sentAgain).isEqualTo(new Decision.Repeated(3));
  }

  @Test
  @Tag("CH1")
  void what_is_said_moves_nothing_else_in_the_room() {
    var room = Story.playing().at(22);

    var after = room.asks(ANNA, new Wish.Say("Ben?")).state();

    var before = room.state();
    assertThat(after)
        .isEqualTo(
            new RoomState(
                before.revision() + 1,
                room.now(),
                before.stage(),
                before.settings(),
                before.people().changing(ANNA, anna -> anna.spoke(room.now())),
                before.agenda(),
                after.answered()));
  }

  @Test
  @Tag("CH1")
  void a_message_has_1_to_2000_characters_and_may_have_several_lines() {
    var texts =
        List.of(
            "y",
            "two\nlines 🎬",
            "x".repeat(2_000),
            "",
            " \n ",
            "x".repeat(2_001),
            "tab\there",
            "bell\u0007");

    var good = texts.stream().filter(ChatRulesTest::isMessage).toList();

    assertThat(good).containsExactly("y", "two\nlines 🎬", "x".repeat(2_000));
  }

  @Test
  @Tag("CH2")
  void in_slow_mode_a_member_waits_between_two_messages_and_after_joining() {
    var room = slow(30).at(5).enters(CARLA);

    var tooSoon = room.at(34.999).decide(CARLA, HELLO);
    var first = room.at(35).asks(CARLA, HELLO);
    var again = first.at(64.999).decide(CARLA, HELLO);
    var later = first.at(65).asks(CARLA, HELLO);

    assertThat(tooSoon).isEqualTo(rejected(Reason.TOO_SOON));
    assertThat(first.state().mayChatFrom(first.member(CARLA))).contains(time(65));
    assertThat(again).isEqualTo(rejected(Reason.TOO_SOON));
    assertThat(later.member(CARLA).stay().spokeAt()).isEqualTo(time(65));
  }

  @Test
  @Tag("CH2")
  void in_slow_mode_who_has_been_here_for_long_enough_may_speak_at_once() {
    var room = slow(30).at(40);

    var said = room.decide(BEN, HELLO);

    assertThat(said).isEqualTo(room.accepted(BEN, new Event.Said("hello")));
  }

  @Test
  @Tag("CH2")
  void owner_and_host_say_what_they_like_in_slow_mode() {
    var room = slow(3_600).asks(ANNA, new Wish.HandOver(BEN));

    var after = room.asks(ANNA, HELLO).asks(ANNA, HELLO).asks(BEN, HELLO).asks(BEN, HELLO);

    assertThat(after.state().mayChatFrom(after.member(ANNA))).isEmpty();
    assertThat(after.state().mayChatFrom(after.member(BEN))).isEmpty();
  }

  @Test
  @Tag("CH2")
  void slow_mode_is_set_by_who_runs_the_room_and_taken_back() {
    var room = slow(30);
    var usual = new Wish.SetSlowMode(SlowMode.AsUsual.AS_USUAL);

    var byBen = room.decide(BEN, usual);
    var same = room.decide(ANNA, new Wish.SetSlowMode(new SlowMode.Every(30)));
    var over = room.asks(ANNA, usual).asks(BEN, HELLO).decide(BEN, HELLO);

    assertThat(byBen).isEqualTo(rejected(Reason.NOT_ALLOWED));
    assertThat(same).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(over).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  @Tag("CH2")
  void slow_mode_is_at_most_an_hour() {
    assertThat(SlowMode.Every.isAllowed(3_600)).isTrue();
    assertThat(SlowMode.Every.isAllowed(3_601)).isFalse();
    assertThat(SlowMode.Every.isAllowed(-1)).isFalse();
  }

  private static Story slow(int seconds) {
    return Story.idle().asks(ANNA, new Wish.SetSlowMode(new SlowMode.Every(seconds)));
  }

  private static boolean isMessage(String text) {
    try {
      return new Wish.Say(text).text().equals(text);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
