package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class OrderInRoomRulesTest {

  @Test
  @Tag("OD1")
  void who_is_put_out_gives_up_the_place_and_may_come_back() {
    var room = Story.idle();

    var decision = room.decide(ANNA, new Wish.Kick(BEN));
    var after = room.asks(ANNA, new Wish.Kick(BEN));

    assertThat(decision).isEqualTo(room.accepted(ANNA, new Event.Kicked(BEN)));
    assertThat(after.members()).containsExactly(ANNA);
    assertThat(after.enters(BEN).members()).containsExactly(ANNA, BEN);
  }

  @Test
  @Tag("OD1")
  void when_the_owner_puts_the_host_out_the_owner_hosts() {
    var room = Story.idle().enters(CARLA).asks(ANNA, new Wish.HandOver(BEN));

    var after = room.asks(ANNA, new Wish.Kick(BEN));

    assertThat(after.hosts()).containsExactly(ANNA);
  }

  @Test
  @Tag("OD1")
  void a_wait_for_somebody_who_is_put_out_ends() {
    var room = Story.waiting().at(22);

    var after = room.asks(ANNA, new Wish.Kick(BEN));

    assertThat(after.playback()).isEqualTo(Story.playing(10_000, 22.3));
  }

  @Test
  @Tag("OD2")
  void who_is_banned_may_not_come_back_until_let_back() {
    var room = Story.idle().asks(ANNA, new Wish.Ban(BEN));

    var again = room.decide(new Command.Enter(BEN, "Ben"));
    var back = room.asks(ANNA, new Wish.Unban(BEN)).enters(BEN);

    assertThat(room.members()).containsExactly(ANNA);
    assertThat(again).isEqualTo(rejected(Reason.BANNED));
    assertThat(back.members()).containsExactly(ANNA, BEN);
    assertThat(back.state().people().absent()).isEmpty();
  }

  @Test
  @Tag("OD2")
  void who_is_let_back_is_what_it_was() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.SetStanding(BEN, Standing.GUEST))
            .asks(ANNA, new Wish.Ban(BEN))
            .asks(ANNA, new Wish.Unban(BEN));

    assertThat(room.enters(BEN).member(BEN).role()).isEqualTo(Role.GUEST);
  }

  @Test
  @Tag("OD2")
  void only_who_is_banned_is_let_back() {
    var room = Story.idle();

    assertThat(room.decide(ANNA, new Wish.Unban(BEN))).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  @Test
  @Tag("OD2")
  void the_list_of_banned_holds_200_and_none_of_them_is_forgotten() {
    var room = Story.idle();
    for (int i = 0; i < 200; i++) {
      var noise = new MemberId("noise-" + i);
      room = room.enters(noise).asks(ANNA, new Wish.Ban(noise));
    }
    for (int i = 0; i < 120; i++) {
      var guest = new MemberId("guest-" + i);
      room =
          room.enters(guest)
              .asks(ANNA, new Wish.SetStanding(guest, Standing.GUEST))
              .then(new Command.Leave(guest));
    }

    var oneMore = room.decide(ANNA, new Wish.Ban(BEN));
    var absent = room.state().people().absent();

    assertThat(oneMore).isEqualTo(rejected(Reason.BAN_LIST_FULL));
    assertThat(absent).hasSize(300);
    assertThat(absent.stream().filter(Absent::banned)).hasSize(200);
  }

  @Test
  @Tag("OD3")
  void who_is_muted_is_refused_the_chat_and_nothing_else() {
    var room = Story.playing().asks(ANNA, new Wish.SetMuted(BEN, true));

    var decisions =
        List.of(
            room.decide(BEN, new Wish.Say("hello")),
            room.asks(ANNA, new Wish.SetMuted(BEN, false)).decide(BEN, new Wish.Pause()));

    assertThat(decisions.getFirst()).isEqualTo(rejected(Reason.MUTED));
    assertThat(decisions.getLast()).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  @Tag("OD3")
  void who_was_muted_is_muted_after_coming_back_and_heard_as_host() {
    var room =
        Story.idle()
            .asks(ANNA, new Wish.SetMuted(BEN, true))
            .then(new Command.Leave(BEN))
            .enters(BEN);

    var asMember = room.decide(BEN, new Wish.Say("hello"));
    var asHost = room.asks(ANNA, new Wish.HandOver(BEN)).decide(BEN, new Wish.Say("hello"));

    assertThat(asMember).isEqualTo(rejected(Reason.MUTED));
    assertThat(asHost).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  @Tag("OD4")
  void into_a_locked_room_come_those_with_a_place_and_the_owner() {
    var room =
        Story.idle()
            .then(new Command.Lose(BEN))
            .asks(ANNA, new Wish.SetLocked(true))
            .then(new Command.Leave(ANNA));

    var decisions =
        List.of(
            room.decide(new Command.Enter(CARLA, "Carla")),
            room.decide(new Command.Enter(BEN, "ben")),
            room.decide(new Command.Enter(ANNA, "Anna")));

    assertThat(decisions)
        .containsExactly(
            rejected(Reason.LOCKED),
            room.accepted(new Event.Returned(BEN)),
            room.accepted(new Event.Joined(ANNA, "Anna")));
  }

  @Test
  @Tag("OD4")
  void what_is_locked_already_is_no_change() {
    var room = Story.idle();

    assertThat(room.decide(ANNA, new Wish.SetLocked(false))).isEqualTo(rejected(Reason.NO_CHANGE));
  }
}
