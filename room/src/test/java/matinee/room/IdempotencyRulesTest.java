package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.STREAM;
import static matinee.room.Story.changed;
import static matinee.room.Story.paused;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class IdempotencyRulesTest {

  @Test
  @Tag("ID1")
  void a_command_sent_again_is_answered_with_the_revision_of_its_first_event() {
    var room = Story.playing().at(20.3);
    var command = room.command(BEN, new Wish.ReportBuffering());
    var after = room.then(command);

    var decision = after.at(60).decide(command);

    assertThat(decision).isEqualTo(new Decision.Repeated(room.state().revision() + 1));
    assertThat(after.state().revision()).isEqualTo(room.state().revision() + 2);
  }

  @Test
  @Tag("ID1")
  void the_same_id_of_another_member_is_another_command() {
    var room = Story.paused();
    var annas = new Command.Ask(new CommandId("one"), ANNA, 0, new Wish.Say("hello"));
    var bens = new Command.Ask(new CommandId("one"), BEN, 0, new Wish.Say("hello"));

    var decision = room.then(annas).decide(bens);

    var author = new Author.ByMember(BEN, new CommandId("one"));
    long revision = room.state().revision() + 2;
    var said = new Recorded(revision, room.now(), author, new Event.Said("hello"));
    assertThat(decision).isEqualTo(new Decision.Accepted(List.of(said)));
  }

  @Test
  @Tag("ID1")
  void a_command_that_was_rejected_may_be_accepted_when_sent_again() {
    var room = Story.paused();
    var pause = room.command(BEN, new Wish.Pause());

    var before = room.decide(pause);
    var after = room.asks(ANNA, new Wish.Play()).decide(pause);

    assertThat(before).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(after).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  @Tag("ID6")
  void what_is_sent_again_and_rejected_stays_rejected_wherever_its_first_copy_arrives() {
    var room = Story.paused();
    var pause = room.command(BEN, new Wish.Pause());

    var decision = room.decide(Story.again(pause));
    var firstCopy = room.then(Story.again(pause)).asks(ANNA, new Wish.Play()).decide(pause);

    var author = new Author.ByMember(BEN, pause.id());
    var refused =
        new Recorded(
            room.state().revision() + 1, room.now(), author, new Event.Refused(Reason.NO_CHANGE));
    assertThat(decision).isEqualTo(new Decision.Rejected(Reason.NO_CHANGE, List.of(refused)));
    assertThat(firstCopy).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("ID6")
  void a_rejection_in_the_history_changes_nothing_but_what_the_room_remembers() {
    var room = Story.paused();
    var before = room.state();

    var after = room.then(Story.again(room.command(BEN, new Wish.Pause()))).state();

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
  @Tag("ID1")
  void what_was_accepted_is_accepted_when_sent_again() {
    var room = Story.paused();
    var play = room.command(BEN, new Wish.Play());

    var decision = room.then(play).decide(Story.again(play));

    assertThat(decision).isEqualTo(new Decision.Repeated(room.state().revision() + 1));
  }

  @Test
  @Tag("ID1")
  void who_has_left_still_gets_the_answer() {
    var room = Story.idle();
    var command = room.command(BEN, new Wish.Say("bye"));

    var decision = room.then(command).then(new Command.Leave(BEN)).decide(command);

    assertThat(decision).isEqualTo(new Decision.Repeated(3));
  }

  @Test
  @Tag("ID2")
  void every_event_of_a_command_carries_its_id() {
    var room = Story.playing().at(20.3);
    var command = room.command(BEN, new Wish.ReportBuffering());

    var authors = authors(room.decide(command));

    var ben = new Author.ByMember(BEN, command.id());
    assertThat(authors).containsExactly(ben, ben);
  }

  @Test
  @Tag("ID3")
  void what_is_already_so_is_no_change() {
    var room = Story.paused();
    var wishes =
        Stream.of(
            new Wish.Pause(),
            new Wish.Seek(0),
            new Wish.SetRate(1.0),
            new Wish.SetControl(Control.EVERYONE),
            new Wish.HandOver(ANNA),
            new Wish.Rename("anna"),
            new Wish.ReportReady(Length.Unknown.UNKNOWN));

    var decisions = wishes.map(wish -> room.decide(ANNA, wish)).distinct();

    assertThat(decisions).containsExactly(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("ID4")
  void a_wish_about_playback_from_before_the_loading_is_stale() {
    var room = Story.paused();
    long seen = room.state().revision();
    var after = room.asks(ANNA, new Wish.Load(STREAM));
    var wishes =
        Stream.of(
            new Wish.Play(),
            new Wish.Pause(),
            new Wish.Seek(61_000),
            new Wish.SetRate(2.0),
            new Wish.ReportReady(Length.Unknown.UNKNOWN),
            new Wish.ReportBuffering(),
            new Wish.ReportUnable());

    var decisions = wishes.map(wish -> after.decide(after.command(BEN, seen, wish))).distinct();

    assertThat(decisions).containsExactly(rejected(Reason.STALE));
  }

  @Test
  @Tag("ID4")
  void a_wish_from_after_the_loading_is_good_although_more_has_happened_since() {
    var room = Story.idle().asks(ANNA, new Wish.Load(STREAM));
    long seen = room.state().revision();
    var after = room.asks(BEN, new Wish.Say("what is this?"));

    var decision = after.decide(after.command(ANNA, seen, new Wish.Seek(61_000)));

    assertThat(decision).isEqualTo(after.accepted(ANNA, changed(Cause.SEEKED, paused(61_000))));
  }

  @Test
  @Tag("ID4")
  void what_is_not_about_the_media_is_good_from_before_its_loading() {
    var room = Story.paused();
    long seen = room.state().revision();
    var after = room.asks(ANNA, new Wish.Load(STREAM));

    var decision = after.decide(after.command(BEN, seen, new Wish.Say("wait!")));

    assertThat(decision).isEqualTo(after.accepted(BEN, new Event.Said("wait!")));
  }

  @Test
  @Tag("ID5")
  void of_the_last_256_commands_each_is_known_as_a_repetition() {
    var room = Story.idle();
    var first = room.command(BEN, new Wish.Say("first"));
    var after = saying(room.then(first), 255);

    var decision = after.decide(first);

    assertThat(decision).isEqualTo(new Decision.Repeated(3));
  }

  @Test
  @Tag("ID5")
  void a_command_that_may_be_a_forgotten_one_is_stale() {
    var room = Story.idle();
    var first = room.command(BEN, new Wish.Say("first"));
    var after = saying(room.then(first), 256);

    var decision = after.decide(first);

    assertThat(decision).isEqualTo(rejected(Reason.STALE));
  }

  @Test
  @Tag("ID5")
  void who_had_seen_the_newest_forgotten_command_cannot_be_repeating_it() {
    var room = Story.idle();
    var after = saying(room.asks(BEN, new Wish.Say("first")), 256);

    var decision = after.decide(after.command(BEN, 3, new Wish.Say("next")));

    assertThat(decision).isEqualTo(after.accepted(BEN, new Event.Said("next")));
  }

  @Test
  @Tag("ID5")
  void who_claims_to_have_seen_more_than_there_is_belongs_to_another_history() {
    var room = Story.paused();

    var decision = room.decide(room.command(ANNA, room.state().revision() + 1, new Wish.Play()));

    assertThat(decision).isEqualTo(rejected(Reason.STALE));
  }

  @Test
  @Tag("ID1")
  void an_id_is_up_to_64_characters_of_the_one_alphabet() {
    var values = List.of("a", "Z-9_", "x".repeat(64), "", "x".repeat(65), "a b", "é", "a/b");

    var good = values.stream().filter(IdempotencyRulesTest::isCommandId).toList();

    assertThat(good).containsExactly("a", "Z-9_", "x".repeat(64));
  }

  private static boolean isCommandId(String value) {
    try {
      return new CommandId(value).value().equals(value);
    } catch (IllegalArgumentException _) {
      return false;
    }
  }

  private static Story saying(Story room, int times) {
    var after = room.enters(CARLA);
    for (int i = 0; i < times; i++) {
      after = after.asks(CARLA, new Wish.Say("number " + i));
    }
    return after;
  }

  private static List<Author> authors(Decision decision) {
    return switch (decision) {
      case Decision.Accepted(var events) -> events.stream().map(Recorded::author).toList();
      case Decision.Repeated _, Decision.Rejected _ -> List.of();
    };
  }
}
