package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GiantRulesTest {

  @Test
  @Tag("GI1")
  void with_the_301st_member_a_room_becomes_a_giant() {
    var room = crowd(Story.idle(), 298);

    var decision = room.decide(new Command.Enter(member(298), "One more"));

    assertThat(room.state().people().giant()).isFalse();
    assertThat(decision)
        .isEqualTo(
            room.accepted(new Event.Joined(member(298), "One more"), new Event.GiantChanged(true)));
  }

  @Test
  @Tag("GI1")
  void a_giant_is_one_until_fewer_than_250_are_connected() {
    var giant = crowd(Story.idle(), 299);

    var with250 = without(giant, 51);
    var with249 = with250.decide(new Command.Lose(member(51)));
    var with300 = crowd(with250.then(new Command.Lose(member(51))), 51);

    assertThat(with250.state().people().members().here()).isEqualTo(250);
    assertThat(with250.state().people().giant()).isTrue();
    assertThat(with249)
        .isEqualTo(with250.accepted(new Event.Lost(member(51)), new Event.GiantChanged(false)));
    assertThat(with300.state().people().members().here()).isEqualTo(300);
    assertThat(with300.state().people().giant()).isFalse();
  }

  @Test
  @Tag("GI2")
  void a_wait_ends_as_the_room_becomes_a_giant() {
    var room = crowd(Story.waiting().at(22), 298);

    var after = room.enters(member(298));

    assertThat(room.waitedFor()).containsExactly(BEN);
    assertThat(after.waitedFor()).isEmpty();
    assertThat(after.playback()).isEqualTo(Story.playing(10_000, 22.3));
  }

  @Test
  @Tag("GI2")
  void a_giant_plays_at_once_whoever_is_not_ready() {
    var giant = crowd(Story.idle(), 299).asks(ANNA, new Wish.Load(Story.FILM)).at(5);

    var after = giant.asks(ANNA, new Wish.Play());

    assertThat(after.playback()).isEqualTo(Story.playing(0, 5.3));
  }

  @Test
  @Tag("GI2")
  void reports_of_being_ready_are_not_kept_in_a_giant_but_teach_the_length() {
    var giant = crowd(Story.idle(), 299).asks(ANNA, new Wish.Load(Story.STREAM));
    var length = new Length.Known(60_000);

    var ready = giant.decide(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));
    var buffering = giant.decide(BEN, new Wish.ReportBuffering());
    var unable = giant.decide(BEN, new Wish.ReportUnable());
    var learnt = giant.decide(BEN, new Wish.ReportReady(length));

    assertThat(ready).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(buffering).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(unable).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(learnt).isEqualTo(giant.accepted(BEN, new Event.LengthLearnt(length)));
  }

  @Test
  @Tag("GI2")
  void a_room_that_is_a_giant_no_more_waits_for_who_has_been_ready_since() {
    var usual =
        without(crowd(Story.idle().asks(ANNA, new Wish.Load(Story.FILM)), 299), 52)
            .at(5)
            .asks(ANNA, new Wish.Play())
            .ready(BEN)
            .at(9);

    var others = usual.decide(member(100), new Wish.ReportBuffering());
    var ben = usual.asks(BEN, new Wish.ReportBuffering());

    assertThat(others).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(ben.waitedFor()).containsExactly(BEN);
  }

  @Test
  @Tag("CH2")
  void a_giant_is_slow_unless_it_is_set_otherwise() {
    var giant = crowd(Story.idle(), 299).at(10).asks(BEN, new Wish.Say("hello")).at(19.999);

    var again = giant.decide(BEN, new Wish.Say("hello"));
    var later = giant.at(20).decide(BEN, new Wish.Say("hello"));
    var free =
        giant
            .asks(ANNA, new Wish.SetSlowMode(new SlowMode.Every(0)))
            .decide(BEN, new Wish.Say("hello"));

    assertThat(again).isEqualTo(rejected(Reason.TOO_SOON));
    assertThat(later).isInstanceOf(Decision.Accepted.class);
    assertThat(free).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  @Tag("GI1")
  @Tag("GI2")
  @Tag("HO1")
  void whoever_comes_and_goes_a_giant_has_a_host_and_waits_for_nobody() {
    long seed = RandomGenerator.getDefault().nextLong();
    System.out.println("giants at random: seed " + seed);
    var chance = new Random(seed);
    var state = crowd(Story.paused(), 290).state();
    int changes = 0;
    for (int i = 0; i < 9_000; i++) {
      var moment = new Moment(Story.time(i), Story.LEAD);
      boolean grows = i / 3_000 % 2 == 0;

      var decision = Decider.decide(state, coming(state, chance, grows), moment);

      if (decision instanceof Decision.Accepted(var events)) {
        boolean before = state.people().giant();
        for (var event : events) {
          state = Evolution.evolve(state, event);
        }
        check(state);
        changes += before == state.people().giant() ? 0 : 1;
      }
    }
    assertThat(changes).as("how often it became a giant or a usual room").isGreaterThanOrEqualTo(2);
  }

  private static void check(RoomState state) {
    var members = state.members();
    long here = members.stream().filter(Member::isHere).count();
    assertThat(state.people().members().here()).isEqualTo(here);
    assertThat(members.stream().filter(Member::isHost)).hasSize(1);
    assertThat(members).allMatch(one -> state.member(one.id()).equals(Optional.of(one)));
    if (state.people().giant()) {
      assertThat(here).isGreaterThanOrEqualTo(250);
      assertThat(state.waitedFor()).isEmpty();
      assertThat(members).allMatch(one -> one.readiness() == Readiness.CATCHING_UP);
    } else {
      assertThat(here).isLessThanOrEqualTo(300);
    }
  }

  private static Command coming(RoomState state, Random chance, boolean grows) {
    var who = member(chance.nextInt(700));
    boolean comes = chance.nextInt(10) < (grows ? 7 : 3);
    return switch (chance.nextInt(8)) {
      case 0 -> ask(state, who, new Wish.ReportReady(Length.Unknown.UNKNOWN));
      case 1 -> ask(state, who, new Wish.ReportBuffering());
      case 2 -> ask(state, who, chance.nextBoolean() ? new Wish.Play() : new Wish.Pause());
      case 3 -> new Command.Lose(who);
      default -> comes ? new Command.Enter(who, who.value()) : new Command.Leave(who);
    };
  }

  private static Command ask(RoomState state, MemberId by, Wish wish) {
    return new Command.Ask(new CommandId("c-" + state.revision()), by, state.revision(), wish);
  }

  private static MemberId member(int number) {
    return new MemberId("m" + number);
  }

  /// With `count` more, called m0 and so on.
  private static Story crowd(Story room, int count) {
    return IntStream.range(0, count)
        .boxed()
        .reduce(room, (before, i) -> before.then(entering(i)), (_, later) -> later);
  }

  private static Command entering(int number) {
    return new Command.Enter(member(number), member(number).value());
  }

  /// Without the first `count` of the crowd, who are lost.
  private static Story without(Story room, int count) {
    return IntStream.range(0, count)
        .boxed()
        .reduce(room, (before, i) -> before.then(new Command.Lose(member(i))), (_, later) -> later);
  }
}
