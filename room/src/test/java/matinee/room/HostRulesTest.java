package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HostRulesTest {

  @Test
  @Tag("HO1")
  void the_first_to_enter_is_the_host_and_nobody_else() {
    var room = Story.newRoom().enters(BEN).enters(ANNA).enters(CARLA);

    var hosts = room.hosts();

    assertThat(hosts).containsExactly(BEN);
  }

  @Test
  @Tag("HO1")
  void the_first_to_enter_a_room_that_was_left_by_all_is_the_host() {
    var room = Story.idle().then(new Command.Leave(ANNA)).then(new Command.Leave(BEN));

    var hosts = room.enters(CARLA).enters(ANNA).hosts();

    assertThat(hosts).containsExactly(CARLA);
  }

  @Test
  @Tag("HO2")
  void when_the_host_leaves_the_longest_present_becomes_host() {
    var room = Story.idle().enters(CARLA);

    var hosts = room.then(new Command.Leave(ANNA)).hosts();

    assertThat(hosts).containsExactly(BEN);
  }

  @Test
  @Tag("HO2")
  void the_owner_comes_before_members_and_members_before_guests() {
    var room =
        Story.idle()
            .enters(CARLA)
            .asks(ANNA, new Wish.HandOver(CARLA))
            .asks(ANNA, new Wish.SetStanding(BEN, Standing.GUEST));

    var afterHost = room.then(new Command.Leave(CARLA));
    var afterOwner = afterHost.enters(CARLA).then(new Command.Leave(ANNA));

    assertThat(afterHost.hosts()).containsExactly(ANNA);
    assertThat(afterOwner.hosts()).containsExactly(CARLA);
  }

  @Test
  @Tag("HO2")
  void a_lost_member_is_passed_over_while_somebody_is_connected() {
    var room = Story.idle().enters(CARLA).then(new Command.Lose(BEN));

    var hosts = room.then(new Command.Leave(ANNA)).hosts();

    assertThat(hosts).containsExactly(CARLA);
  }

  @Test
  @Tag("HO2")
  void if_nobody_is_connected_the_longest_present_becomes_host() {
    var room = Story.idle().enters(CARLA).then(new Command.Lose(CARLA)).then(new Command.Lose(BEN));

    var hosts = room.then(new Command.Leave(ANNA)).hosts();

    assertThat(hosts).containsExactly(BEN);
  }

  @Test
  @Tag("HO2")
  void a_lost_host_stays_host_until_it_gives_up_the_place() {
    var room = Story.idle().then(new Command.Lose(ANNA));

    var hosts = room.hosts();

    assertThat(hosts).containsExactly(ANNA);
  }

  @Test
  @Tag("HO2")
  void when_another_leaves_the_host_stays() {
    var room = Story.idle().enters(CARLA);

    var hosts = room.then(new Command.Leave(BEN)).hosts();

    assertThat(hosts).containsExactly(ANNA);
  }

  @Test
  @Tag("HO3")
  void the_host_may_hand_over_to_another_member() {
    var room = Story.idle();

    var decision = room.decide(ANNA, new Wish.HandOver(BEN));

    assertThat(decision).isEqualTo(room.accepted(ANNA, new Event.HostChanged(BEN)));
    assertThat(room.asks(ANNA, new Wish.HandOver(BEN)).hosts()).containsExactly(BEN);
  }

  @Test
  @Tag("HO3")
  void nobody_else_may_hand_over() {
    var room = Story.idle();

    var decision = room.decide(BEN, new Wish.HandOver(BEN));

    assertThat(decision).isEqualTo(rejected(Reason.NOT_ALLOWED));
  }

  @Test
  @Tag("HO3")
  void the_owner_takes_back() {
    var room = Story.idle().asks(ANNA, new Wish.HandOver(BEN));

    var decisions =
        List.of(
            room.decide(ANNA, new Wish.HandOver(ANNA)), room.decide(ANNA, new Wish.HandOver(BEN)));

    assertThat(decisions)
        .containsExactly(
            room.accepted(ANNA, new Event.HostChanged(ANNA)), rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("HO3")
  void nobody_can_hand_over_to_somebody_who_is_not_a_member() {
    var room = Story.idle();

    var decision = room.decide(ANNA, new Wish.HandOver(CARLA));

    assertThat(decision).isEqualTo(rejected(Reason.NO_SUCH_MEMBER));
  }
}
