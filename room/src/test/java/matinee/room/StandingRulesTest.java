package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class StandingRulesTest {

  @Test
  @Tag("HO4")
  void the_first_who_ever_entered_owns_the_room() {
    var room = Story.newRoom().enters(BEN).enters(ANNA);

    assertThat(room.member(BEN).role()).isEqualTo(Role.OWNER);
    assertThat(room.member(ANNA).role()).isEqualTo(Role.MEMBER);
  }

  @Test
  @Tag("HO4")
  void the_owner_is_owner_again_after_coming_back_and_another_hosts_meanwhile() {
    var room = Story.idle().then(new Command.Leave(ANNA));

    var back = room.enters(ANNA);

    assertThat(room.member(BEN).role()).isEqualTo(Role.HOST);
    assertThat(back.member(ANNA).rank()).isEqualTo(new Rank(Standing.OWNER, false, false));
    assertThat(back.hosts()).containsExactly(BEN);
  }

  @Test
  @Tag("HO4")
  void a_room_that_all_have_left_still_belongs_to_its_owner() {
    var room = Story.idle().then(new Command.Leave(ANNA)).then(new Command.Leave(BEN));

    var after = room.enters(CARLA).enters(ANNA);

    assertThat(after.member(CARLA).role()).isEqualTo(Role.HOST);
    assertThat(after.member(ANNA).role()).isEqualTo(Role.OWNER);
  }

  @Test
  @Tag("HO4")
  void nobody_is_made_owner() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Wish.SetStanding(BEN, Standing.OWNER))
        .withMessage("standing must be one that can be given");
  }

  @Test
  @Tag("RI4")
  void a_host_acts_on_members_but_not_on_the_owner() {
    var room = Story.idle().enters(CARLA).asks(ANNA, new Wish.HandOver(BEN));

    var decisions =
        List.of(
            room.decide(BEN, new Wish.SetStanding(CARLA, Standing.GUEST)),
            room.decide(BEN, new Wish.SetStanding(ANNA, Standing.GUEST)),
            room.decide(BEN, new Wish.SetStanding(BEN, Standing.GUEST)),
            room.decide(BEN, new Wish.SetStanding(new MemberId("dan"), Standing.GUEST)));

    assertThat(decisions)
        .containsExactly(
            room.accepted(BEN, new Event.StandingChanged(CARLA, Standing.GUEST)),
            rejected(Reason.NOT_ALLOWED),
            rejected(Reason.NOT_ALLOWED),
            rejected(Reason.NO_SUCH_MEMBER));
  }

  @Test
  @Tag("RI5")
  void a_standing_is_kept_while_its_owner_is_away() {
    var room = Story.idle().asks(ANNA, new Wish.SetStanding(BEN, Standing.WATCHER));

    var away = room.then(new Command.Leave(BEN));
    var back = away.enters(BEN);

    assertThat(away.state().people().absent())
        .containsExactly(new Absent(BEN, "ben", Standing.WATCHER, false, false));
    assertThat(back.member(BEN).role()).isEqualTo(Role.WATCHER);
    assertThat(back.state().people().absent()).isEmpty();
  }

  @Test
  @Tag("RI5")
  void of_more_than_300_absent_ones_the_first_to_leave_is_forgotten_but_not_the_owner() {
    var room = Story.idle().then(new Command.Leave(ANNA));
    for (int i = 0; i < 300; i++) {
      var guest = new MemberId("guest-" + i);
      room =
          room.enters(guest)
              .asks(BEN, new Wish.SetStanding(guest, Standing.GUEST))
              .then(new Command.Leave(guest));
    }

    var absent = room.state().people().absent().stream().map(Absent::id).toList();

    assertThat(absent)
        .hasSize(300)
        .startsWith(ANNA, new MemberId("guest-1"))
        .endsWith(new MemberId("guest-299"));
  }

  @Test
  @Tag("RI5")
  void who_is_made_a_member_again_is_like_everyone() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.SetStanding(BEN, Standing.GUEST))
            .asks(ANNA, new Wish.SetStanding(BEN, Standing.MEMBER));

    var again = room.decide(ANNA, new Wish.SetStanding(BEN, Standing.MEMBER));

    assertThat(again).isEqualTo(rejected(Reason.NO_CHANGE));
    assertThat(room.then(new Command.Leave(BEN)).state().people().absent()).isEmpty();
  }

  @Test
  @Tag("GA2")
  void nobody_waits_for_a_watcher() {
    var room = Story.waiting().at(22);

    var after = room.asks(ANNA, new Wish.SetStanding(BEN, Standing.WATCHER));

    assertThat(room.waitedFor()).containsExactly(BEN);
    assertThat(after.waitedFor()).isEmpty();
    assertThat(after.playback()).isEqualTo(Story.playing(10_000, 22.3));
  }
}
