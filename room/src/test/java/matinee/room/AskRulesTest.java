package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.STREAM;
import static matinee.room.Story.changed;
import static matinee.room.Story.paused;
import static matinee.room.Story.rejected;
import static matinee.room.Story.time;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class AskRulesTest {
  private static final Control ASK = Control.all(ControlPolicy.ASK);

  /// As [Story#playing], and others than the host have to ask.
  private static Story asking() {
    return Story.playing().asks(ANNA, new Wish.SetControl(ASK)).at(20);
  }

  private static Wish answer(Story room, MemberId member, boolean accepted) {
    return new Wish.Answer(
        member, room.state().proposalOf(member).orElseThrow().revision(), accepted);
  }

  @Test
  @Tag("AS1")
  void what_a_member_wishes_is_proposed_and_the_film_goes_on() {
    var room = asking();

    var decision = room.decide(BEN, new Wish.Pause());

    assertThat(decision)
        .isEqualTo(room.accepted(BEN, new Event.Proposed(BEN, new Wish.Pause(), time(50))));
    assertThat(room.asks(BEN, new Wish.Pause()).playback()).isEqualTo(room.playback());
  }

  @Test
  @Tag("AS5")
  void fifty_proposals_wait_at_a_time_and_who_has_one_may_change_it() {
    var room = asking();
    for (int i = 0; i < 50; i++) {
      var guest = new MemberId("guest-" + i);
      room = room.enters(guest).asks(guest, new Wish.Pause());
    }

    var oneMore = room.decide(BEN, new Wish.Pause());
    var another = room.asks(new MemberId("guest-0"), new Wish.Seek(1_000));

    assertThat(oneMore).isEqualTo(rejected(Reason.PROPOSALS_FULL));
    assertThat(another.state().proposals()).hasSize(50);
  }

  @Test
  @Tag("AS1")
  void host_and_owner_need_not_ask() {
    var room = asking().enters(CARLA).asks(ANNA, new Wish.HandOver(BEN));

    var decisions =
        Stream.of(ANNA, BEN, CARLA).map(who -> room.asks(who, new Wish.Pause()).playback());

    assertThat(decisions).containsExactly(paused(9_700), paused(9_700), room.playback());
  }

  @Test
  @Tag("AS1")
  void what_could_not_be_done_is_not_proposed() {
    var room = asking();

    var decisions =
        List.of(
            room.decide(BEN, new Wish.Play()),
            room.decide(BEN, new Wish.Seek(999_000)),
            room.asks(BEN, new Wish.Pause()).decide(BEN, new Wish.Pause()));

    assertThat(decisions)
        .containsExactly(
            rejected(Reason.NO_CHANGE), rejected(Reason.OUT_OF_RANGE), rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("AS1")
  void a_new_proposal_replaces_the_one_before() {
    var room = asking().asks(BEN, new Wish.Pause());

    var after = room.asks(BEN, new Wish.Seek(0));

    assertThat(after.state().proposals())
        .containsExactly(new Proposal(BEN, new Wish.Seek(0), after.state().revision(), time(50)));
  }

  @Test
  @Tag("AS1")
  void a_guest_asks_for_what_guests_may_do_and_for_nothing_else() {
    var room = asking().asks(ANNA, new Wish.SetStanding(BEN, Standing.GUEST));

    var decisions = List.of(new Wish.Load(STREAM), new Wish.SetRate(2.0)).stream();

    assertThat(decisions.map(wish -> room.decide(BEN, wish)).distinct())
        .containsExactly(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("AS2")
  void what_is_accepted_happens_as_it_is_then() {
    var room = asking().asks(BEN, new Wish.Pause()).at(22);

    var decision = room.decide(ANNA, answer(room, BEN, true));

    assertThat(decision)
        .isEqualTo(
            room.accepted(
                ANNA,
                new Event.ProposalEnded(BEN, ProposalEnd.ACCEPTED),
                changed(Cause.PAUSED, paused(11_700))));
  }

  @Test
  @Tag("AS2")
  void what_is_accepted_and_can_not_be_done_any_more_just_ends() {
    var asked = asking().asks(BEN, new Wish.Pause());
    var room = asked.asks(ANNA, new Wish.Pause());

    var decision = room.decide(ANNA, answer(room, BEN, true));

    assertThat(decision)
        .isEqualTo(room.accepted(ANNA, new Event.ProposalEnded(BEN, ProposalEnd.ACCEPTED)));
  }

  @Test
  @Tag("AS2")
  void what_is_declined_ends() {
    var room = asking().asks(BEN, new Wish.Pause());

    var after = room.asks(ANNA, answer(room, BEN, false));

    assertThat(after.state().proposals()).isEmpty();
    assertThat(after.playback()).isEqualTo(room.playback());
  }

  @Test
  @Tag("AS2")
  void only_what_is_still_proposed_is_answered() {
    var before = asking().asks(BEN, new Wish.Pause());
    var old = answer(before, BEN, true);
    var room = before.asks(BEN, new Wish.Seek(0));

    var decisions = List.of(room.decide(ANNA, old), room.decide(BEN, answer(room, BEN, true)));

    assertThat(decisions)
        .containsExactly(rejected(Reason.NO_SUCH_PROPOSAL), rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("AS3")
  void its_author_withdraws_it() {
    var room = asking().asks(BEN, new Wish.Pause());

    var decision = room.decide(BEN, new Wish.Withdraw());
    var again = room.asks(BEN, new Wish.Withdraw()).decide(BEN, new Wish.Withdraw());

    assertThat(decision)
        .isEqualTo(room.accepted(BEN, new Event.ProposalEnded(BEN, ProposalEnd.WITHDRAWN)));
    assertThat(again).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("AS3")
  void it_goes_with_the_media_the_control_and_with_whoever_made_it() {
    var room = asking().asks(BEN, new Wish.Pause());

    var after =
        Stream.of(
            room.asks(ANNA, new Wish.Load(STREAM)),
            room.asks(ANNA, new Wish.SetControl(Control.EVERYONE)),
            room.asks(ANNA, new Wish.SetStanding(BEN, Standing.WATCHER)),
            room.asks(ANNA, new Wish.HandOver(BEN)),
            room.then(new Command.Leave(BEN)));

    assertThat(after.map(it -> it.state().proposals())).allMatch(List::isEmpty);
  }

  @Test
  @Tag("AS4")
  void after_half_a_minute_without_an_answer_it_ends() {
    var room = asking().asks(BEN, new Wish.Pause());

    var early = room.at(49.9).decide(new Command.Tick());
    var late = room.at(50).decide(new Command.Tick());

    assertThat(room.state().deadline()).hasValue(time(50));
    assertThat(early).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(late)
        .isEqualTo(room.at(50).accepted(new Event.ProposalEnded(BEN, ProposalEnd.EXPIRED)));
  }
}
