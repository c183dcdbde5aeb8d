package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LineRulesTest {
  /// What Ben said as event 3.
  private static final Line HELLO = new Line(BEN, "hello", false, 0, List.of());

  private static final Line REMOVED = new Line(BEN, "hello", true, 1, List.of());

  private static final Story ROOM = Story.idle().asks(BEN, new Wish.Say("hello"));

  private static Decision decide(Story room, MemberId by, Wish wish, Line line) {
    return room.decide(room.command(by, wish).citing(Optional.of(line)));
  }

  @Test
  @Tag("CH3")
  void who_said_something_may_say_it_otherwise() {
    var edited = decide(ROOM, BEN, new Wish.Edit(3, "good evening"), HELLO);

    assertThat(edited).isEqualTo(ROOM.accepted(BEN, new Event.LineEdited(3, "good evening")));
  }

  @Test
  @Tag("CH3")
  void nobody_edits_what_others_said_or_what_is_no_line_or_to_the_same() {
    var wish = new Wish.Edit(3, "good evening");

    assertThat(decide(ROOM, ANNA, wish, HELLO)).isEqualTo(rejected(Reason.NOT_ALLOWED));
    assertThat(ROOM.decide(BEN, wish)).isEqualTo(rejected(Reason.NO_SUCH_LINE));
    assertThat(decide(ROOM, BEN, wish, REMOVED)).isEqualTo(rejected(Reason.NO_SUCH_LINE));
    assertThat(decide(ROOM, BEN, new Wish.Edit(3, " hello "), HELLO))
        .isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("CH3")
  @Tag("OD3")
  void who_is_muted_edits_nothing_and_gives_nothing_but_takes_back_what_it_said() {
    var room = ROOM.asks(ANNA, new Wish.SetMuted(BEN, true));

    assertThat(decide(room, BEN, new Wish.Edit(3, "ha"), HELLO)).isEqualTo(rejected(Reason.MUTED));
    assertThat(decide(room, BEN, new Wish.React(3, "👍", true), HELLO))
        .isEqualTo(rejected(Reason.MUTED));
    assertThat(decide(room, BEN, new Wish.RemoveLine(3), HELLO))
        .isEqualTo(room.accepted(BEN, new Event.LineRemoved(3, BEN)));
  }

  @Test
  @Tag("CH3")
  @Tag("CH5")
  void what_is_said_otherwise_mentions_whom_it_names_then_and_the_same_text_is_no_change() {
    var wish = new Wish.Edit(3, "hello Anna and Carla", List.of(ANNA, CARLA));

    assertThat(decide(ROOM, BEN, wish, HELLO))
        .isEqualTo(
            ROOM.accepted(
                BEN, new Event.LineEdited(3, "hello Anna and Carla", List.of(ANNA, CARLA))));
    assertThat(decide(ROOM, BEN, new Wish.Edit(3, "hello", List.of(ANNA)), HELLO))
        .isEqualTo(rejected(Reason.NO_CHANGE));
    assertThatThrownBy(() -> new Wish.Edit(3, "ha", List.of(ANNA, ANNA)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("CH10")
  void who_only_reads_edits_nothing_and_gives_nothing_but_takes_back_what_it_said() {
    var room = ROOM.asks(ANNA, new Wish.SetWriters(Writers.HOSTS));
    var muted = room.asks(ANNA, new Wish.SetMuted(BEN, true));
    var edit = new Wish.Edit(3, "ha");

    assertThat(decide(room, BEN, edit, HELLO)).isEqualTo(rejected(Reason.READ_ONLY));
    assertThat(decide(room, BEN, new Wish.React(3, "👍", true), HELLO))
        .isEqualTo(rejected(Reason.READ_ONLY));
    assertThat(decide(muted, BEN, edit, HELLO)).isEqualTo(rejected(Reason.MUTED));
    assertThat(decide(room, BEN, new Wish.RemoveLine(3), HELLO))
        .isEqualTo(room.accepted(BEN, new Event.LineRemoved(3, BEN)));
  }

  @Test
  @Tag("CH4")
  void a_line_is_removed_by_its_author_and_by_those_above_it() {
    var room = ROOM.enters(CARLA);
    var wish = new Wish.RemoveLine(3);

    assertThat(decide(room, BEN, wish, HELLO))
        .isEqualTo(room.accepted(BEN, new Event.LineRemoved(3, BEN)));
    assertThat(decide(room, ANNA, wish, HELLO))
        .isEqualTo(room.accepted(ANNA, new Event.LineRemoved(3, BEN)));
    assertThat(decide(room, CARLA, wish, HELLO)).isEqualTo(rejected(Reason.NOT_ALLOWED));
    assertThat(decide(room, BEN, wish, REMOVED)).isEqualTo(rejected(Reason.NO_SUCH_LINE));
  }

  @Test
  @Tag("CH4")
  @Tag("RI4")
  void the_host_does_not_remove_what_the_owner_said_also_while_the_owner_is_away() {
    var room = ROOM.asks(ANNA, new Wish.HandOver(BEN));
    var annas = new Line(ANNA, "mine", false, 0, List.of());
    var alone = room.then(new Command.Leave(ANNA));

    assertThat(decide(room, BEN, new Wish.RemoveLine(3), annas))
        .isEqualTo(rejected(Reason.NOT_ALLOWED));
    assertThat(decide(alone, BEN, new Wish.RemoveLine(3), annas))
        .isEqualTo(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("CH4")
  void the_host_removes_what_somebody_said_who_has_left_for_good() {
    var room = ROOM.then(new Command.Leave(BEN));

    assertThat(decide(room, ANNA, new Wish.RemoveLine(3), HELLO))
        .isEqualTo(room.accepted(ANNA, new Event.LineRemoved(3, BEN)));
  }

  @Test
  @Tag("CH5")
  void what_is_said_may_answer_a_line_mention_members_and_name_a_place_of_the_film() {
    var room = Story.paused();
    var regards = new Regards(OptionalLong.of(3), List.of(ANNA, CARLA), OptionalLong.of(120_000));

    var said = decide(room, BEN, new Wish.Say("there!", regards), HELLO);

    assertThat(said).isEqualTo(room.accepted(BEN, new Event.Said("there!", regards)));
  }

  @Test
  @Tag("CH5")
  void what_it_has_regard_to_must_be_there() {
    var answer = new Wish.Say("what?", new Regards(OptionalLong.of(3), List.of(), none()));
    var room = Story.paused();
    var stale = room.command(BEN, 2, placed(1));

    assertThat(ROOM.decide(ANNA, answer)).isEqualTo(rejected(Reason.NO_SUCH_LINE));
    assertThat(decide(ROOM, ANNA, answer, REMOVED)).isEqualTo(rejected(Reason.NO_SUCH_LINE));
    assertThat(ROOM.decide(BEN, placed(1))).isEqualTo(rejected(Reason.NO_MEDIA));
    assertThat(room.decide(BEN, placed(120_001))).isEqualTo(rejected(Reason.OUT_OF_RANGE));
    assertThat(room.decide(stale)).isEqualTo(rejected(Reason.STALE));
  }

  @Test
  @Tag("CH5")
  void twenty_are_mentioned_at_most_each_once() {
    var many = IntStream.range(0, 21).mapToObj(i -> new MemberId("m" + i)).toList();

    assertThat(new Regards(none(), many.subList(0, 20), none()).mentions()).hasSize(20);
    assertThatThrownBy(() -> new Regards(none(), many, none()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Regards(none(), List.of(ANNA, ANNA), none()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Tag("CH6")
  void each_gives_a_line_an_emoji_once_and_takes_back_its_own() {
    var liked = new Line(BEN, "hello", false, 1, List.of(new Reaction("👍", ANNA)));
    var give = new Wish.React(3, "👍", true);
    var takeBack = new Wish.React(3, "👍", false);

    assertThat(decide(ROOM, ANNA, give, HELLO))
        .isEqualTo(ROOM.accepted(ANNA, new Event.Reacted(3, "👍", true)));
    assertThat(decide(ROOM, ANNA, give, liked)).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(decide(ROOM, BEN, takeBack, liked)).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(decide(ROOM, ANNA, takeBack, liked))
        .isEqualTo(ROOM.accepted(ANNA, new Event.Reacted(3, "👍", false)));
  }

  @Test
  @Tag("CH6")
  void a_line_has_twenty_different_emojis_at_most() {
    var twenty =
        IntStream.range(0, 20)
            .mapToObj(i -> new Reaction(Character.toString(0x1F600 + i), ANNA))
            .toList();
    var full = new Line(BEN, "hello", false, 20, twenty);

    assertThat(decide(ROOM, BEN, new Wish.React(3, "👍", true), full))
        .isEqualTo(rejected(Reason.LINE_FULL));
    assertThat(decide(ROOM, BEN, new Wish.React(3, "😀", true), full))
        .isEqualTo(ROOM.accepted(BEN, new Event.Reacted(3, "😀", true)));
  }

  @Test
  @Tag("CH6")
  void one_emoji_is_one_for_those_who_see_it() {
    var one =
        List.of(
            "👍",
            "👍🏽",
            "❤️",
            "❤",
            "👩‍👩‍👧‍👦",
            "🇫🇮",
            "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
            "4️⃣",
            "☺️",
            "🏳️‍🌈");
    var none = List.of("", "a", "👍👍", "👍 ", "4", "🇫", "👩‍", "\u200d", "<b>", "🏽", "text");

    assertThat(one).allMatch(Emoji::isOne);
    assertThat(none).noneMatch(Emoji::isOne);
  }

  @Test
  @Tag("CH7")
  void a_line_is_changed_200_times_and_can_be_removed_even_then() {
    var worn = new Line(BEN, "hello", false, 200, List.of());

    assertThat(decide(ROOM, BEN, new Wish.Edit(3, "ha"), worn))
        .isEqualTo(rejected(Reason.LINE_FULL));
    assertThat(decide(ROOM, ANNA, new Wish.React(3, "👍", true), worn))
        .isEqualTo(rejected(Reason.LINE_FULL));
    assertThat(decide(ROOM, BEN, new Wish.RemoveLine(3), worn))
        .isEqualTo(ROOM.accepted(BEN, new Event.LineRemoved(3, BEN)));
  }

  @Test
  @Tag("CH3")
  void a_line_is_what_its_events_make_of_it() {
    var said = by(BEN, 3, new Event.Said("hello"));
    var edited = by(BEN, 4, new Event.LineEdited(3, "good evening"));
    var given = by(ANNA, 5, new Event.Reacted(3, "👍", true));
    var takenBack = by(ANNA, 6, new Event.Reacted(3, "👍", false));
    var removed = by(ANNA, 7, new Event.LineRemoved(3, BEN));

    assertThat(Line.of(List.of(said, edited, given)))
        .contains(new Line(BEN, "good evening", false, 2, List.of(new Reaction("👍", ANNA))));
    assertThat(Line.of(List.of(said, given, takenBack, removed)))
        .contains(new Line(BEN, "hello", true, 3, List.of()));
    assertThat(Line.of(List.of(removed))).isEmpty();
    assertThat(Line.of(List.of())).isEmpty();
  }

  private static Recorded by(MemberId member, long revision, Event event) {
    var author = new Author.ByMember(member, new CommandId("c-" + revision));
    return new Recorded(revision, Story.time(revision), author, event);
  }

  private static Wish placed(long positionMs) {
    return new Wish.Say("here", new Regards(none(), List.of(), OptionalLong.of(positionMs)));
  }

  private static OptionalLong none() {
    return OptionalLong.empty();
  }
}
