package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.changed;
import static matinee.room.Story.paused;
import static matinee.room.Story.rejected;
import static matinee.room.Story.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemberRulesTest {

  @Test
  @Tag("ME1")
  void who_enters_for_the_first_time_joins_at_the_end() {
    var room = Story.idle().at(5);

    var after = room.then(new Command.Enter(CARLA, "Carla"));

    var carla =
        new Member(
            CARLA,
            "Carla",
            Stay.from(time(5)),
            Rank.USUAL,
            Readiness.BUFFERING,
            Contact.Here.HERE,
            Grace.WHOLE);
    assertThat(after.state().members()).containsExactly(room.member(ANNA), room.member(BEN), carla);
  }

  @Test
  @Tag("ME2")
  void who_was_lost_returns_to_the_same_place() {
    var room = Story.idle().at(5).then(new Command.Lose(ANNA)).at(20);

    var decision = room.decide(new Command.Enter(ANNA, "anna"));

    assertThat(decision).isEqualTo(room.accepted(new Event.Returned(ANNA)));
    assertThat(room.enters(ANNA).state().members()).isEqualTo(Story.idle().state().members());
  }

  @Test
  @Tag("ME2")
  void who_enters_again_under_another_name_is_called_by_it() {
    var room = Story.idle().at(5).then(new Command.Lose(ANNA));

    var decision = room.decide(new Command.Enter(ANNA, "Annabel"));

    assertThat(decision)
        .isEqualTo(room.accepted(new Event.Returned(ANNA), new Event.Renamed(ANNA, "Annabel")));
  }

  @Test
  @Tag("ME2")
  void who_is_here_already_enters_without_effect() {
    var room = Story.idle();

    var decision = room.decide(new Command.Enter(BEN, "ben"));

    assertThat(decision).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("ME3")
  void a_lost_member_is_still_in_the_room_and_not_waited_for() {
    var room = Story.idle().at(5);

    var after = room.then(new Command.Lose(BEN));

    assertThat(after.member(BEN)).isEqualTo(room.member(BEN).with(new Contact.Lost(time(5))));
    assertThat(after.waitedFor()).containsExactly(ANNA);
  }

  @Test
  @Tag("ME3")
  void who_is_lost_or_unknown_cannot_be_lost() {
    var room = Story.idle().then(new Command.Lose(BEN));

    var decisions =
        List.of(room.decide(new Command.Lose(BEN)), room.decide(new Command.Lose(CARLA)));

    assertThat(decisions).containsExactly(rejected(Reason.NO_CHANGE), rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("ME4")
  void who_leaves_gives_up_the_place() {
    var room = Story.playing().at(20);

    var decision = room.decide(new Command.Leave(BEN));

    assertThat(decision).isEqualTo(room.accepted(new Event.Left(BEN)));
    assertThat(room.then(new Command.Leave(BEN)).members()).containsExactly(ANNA);
  }

  @Test
  @Tag("ME4")
  void who_comes_back_after_leaving_joins_at_the_end() {
    var room = Story.idle().then(new Command.Leave(ANNA));

    var after = room.enters(ANNA);

    assertThat(after.members()).containsExactly(BEN, ANNA);
    assertThat(after.hosts()).containsExactly(BEN);
  }

  @Test
  @Tag("ME4")
  void who_is_not_in_the_room_cannot_leave_it() {
    var room = Story.idle();

    var decision = room.decide(new Command.Leave(CARLA));

    assertThat(decision).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("ME4")
  void the_last_one_to_leave_leaves_the_room_paused_where_it_is() {
    var room = Story.playing().at(20).then(new Command.Leave(ANNA)).at(30.3);

    var decision = room.decide(new Command.Leave(BEN));

    assertThat(decision)
        .isEqualTo(room.accepted(new Event.Left(BEN), changed(Cause.ABANDONED, paused(20_000))));
  }

  @Test
  @Tag("ME4")
  void the_last_one_to_be_given_up_leaves_the_room_paused_where_it_was_seen() {
    var room =
        Story.playing().at(20).then(new Command.Leave(ANNA)).at(30.3).then(new Command.Lose(BEN));

    var decision = room.at(90.3).decide(new Command.Leave(BEN));

    assertThat(decision)
        .isEqualTo(
            room.at(90.3).accepted(new Event.Left(BEN), changed(Cause.ABANDONED, paused(20_000))));
  }

  @Test
  @Tag("ME4")
  void the_last_one_to_leave_a_paused_room_just_leaves() {
    var room = Story.paused().then(new Command.Leave(ANNA));

    var decision = room.decide(new Command.Leave(BEN));

    assertThat(decision).isEqualTo(room.accepted(new Event.Left(BEN)));
  }

  @Test
  @Tag("ME5")
  void a_member_may_take_another_name_even_that_of_somebody_else() {
    var room = Story.idle();

    var decision = room.decide(BEN, new Wish.Rename("anna"));

    assertThat(decision).isEqualTo(room.accepted(BEN, new Event.Renamed(BEN, "anna")));
  }

  @Test
  @Tag("ME5")
  void a_name_is_one_line_of_up_to_40_characters() {
    var names =
        List.of(
            "B",
            "Anne-Marie D'Aubigné 🎬",
            "x".repeat(40),
            "",
            "  \t ",
            "x".repeat(41),
            "two\nlines",
            "bell\u0007",
            "c1\u0085",
            "half \ud83c");

    var good = names.stream().filter(MemberRulesTest::isName).toList();

    assertThat(good).containsExactly("B", "Anne-Marie D'Aubigné 🎬", "x".repeat(40));
  }

  @Test
  @Tag("ME5")
  void space_around_a_name_is_not_part_of_it() {
    assertThat(new Wish.Rename("  Ben \n")).isEqualTo(new Wish.Rename("Ben"));
  }

  @Test
  @Tag("ME6")
  void a_room_holds_20_000_members_and_the_lost_ones_count() {
    var members =
        IntStream.range(0, 20_000)
            .mapToObj(
                i ->
                    new Member(
                        new MemberId("member-" + i),
                        "member-" + i,
                        Stay.from(time(0)),
                        Rank.USUAL,
                        Readiness.CATCHING_UP,
                        Contact.Here.HERE,
                        Grace.WHOLE))
            .toList();
    var full = Story.idle().state().with(new People(Members.of(members), List.of(), true));
    var room = new Story(full, time(0)).then(new Command.Lose(new MemberId("member-7")));

    var oneMore = room.decide(new Command.Enter(ANNA, "Anna"));
    var returning = room.decide(new Command.Enter(new MemberId("member-7"), "member-7"));

    assertThat(oneMore).isEqualTo(rejected(Reason.ROOM_FULL));
    assertThat(returning).isEqualTo(room.accepted(new Event.Returned(new MemberId("member-7"))));
  }

  private static boolean isName(String name) {
    try {
      return new Command.Enter(ANNA, name).name().equals(name);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }
}
