package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ChatRulesTest {

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
                before.people(),
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

  private static boolean isMessage(String text) {
    try {
      return new Wish.Say(text).text().equals(text);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
