package matinee.room;

import static matinee.room.Story.ANNA;
import static matinee.room.Story.BEN;
import static matinee.room.Story.CARLA;
import static matinee.room.Story.rejected;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WritersRulesTest {
  private static final Wish HELLO = new Wish.Say("hello");

  /// Anna owns and hosts, Ben is a guest, Carla a member.
  private static final Story ROOM =
      Story.idle().enters(CARLA).asks(ANNA, new Wish.SetStanding(BEN, Standing.GUEST));

  @Test
  @Tag("CH10")
  void everybody_writes_in_a_new_room() {
    assertThat(RoomState.NEW.settings().writers()).isEqualTo(Writers.EVERYBODY);
    assertThat(ROOM.decide(BEN, HELLO)).isEqualTo(ROOM.accepted(BEN, new Event.Said("hello")));
  }

  @Test
  @Tag("CH10")
  void guests_only_read_where_members_write() {
    var room = writing(Writers.MEMBERS);

    assertThat(room.decide(BEN, HELLO)).isEqualTo(rejected(Reason.READ_ONLY));
    assertThat(room.decide(CARLA, HELLO)).isInstanceOf(Decision.Accepted.class);
    assertThat(room.state().mayWrite(room.member(BEN))).isFalse();
    assertThat(room.state().mayWrite(room.member(CARLA))).isTrue();
  }

  @Test
  @Tag("CH10")
  void host_and_owner_alone_write_where_it_is_set_so() {
    var room = writing(Writers.HOSTS).asks(ANNA, new Wish.HandOver(BEN));

    assertThat(room.decide(CARLA, HELLO)).isEqualTo(rejected(Reason.READ_ONLY));
    assertThat(room.decide(ANNA, HELLO)).isInstanceOf(Decision.Accepted.class);
    assertThat(room.decide(BEN, HELLO)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  @Tag("CH10")
  void who_becomes_a_member_writes_at_once() {
    var room = writing(Writers.MEMBERS).asks(ANNA, new Wish.SetStanding(BEN, Standing.MEMBER));

    assertThat(room.decide(BEN, HELLO)).isInstanceOf(Decision.Accepted.class);
  }

  @Test
  @Tag("CH10")
  void a_watcher_does_not_chat_whoever_writes_and_who_is_muted_is_told_that() {
    var watching = ROOM.asks(ANNA, new Wish.SetStanding(BEN, Standing.WATCHER));
    var muted = writing(Writers.MEMBERS).asks(ANNA, new Wish.SetMuted(BEN, true));

    assertThat(watching.decide(BEN, HELLO)).isEqualTo(rejected(Reason.NOT_ALLOWED));
    assertThat(muted.decide(BEN, HELLO)).isEqualTo(rejected(Reason.MUTED));
  }

  @Test
  @Tag("CH10")
  @Tag("CH2")
  void who_only_reads_is_told_that_before_being_told_to_wait() {
    var slow = writing(Writers.HOSTS).asks(ANNA, new Wish.SetSlowMode(new SlowMode.Every(3_600)));

    assertThat(slow.decide(CARLA, HELLO)).isEqualTo(rejected(Reason.READ_ONLY));
  }

  @Test
  @Tag("CH10")
  @Tag("CD1")
  void who_only_reads_does_so_on_a_companion_too() {
    var room = writing(Writers.MEMBERS);

    assertThat(room.decide(Story.onCompanion(room.command(BEN, HELLO))))
        .isEqualTo(rejected(Reason.READ_ONLY));
  }

  @Test
  @Tag("CH10")
  void who_writes_is_set_by_who_runs_the_room_and_once() {
    var members = new Wish.SetWriters(Writers.MEMBERS);
    var room = writing(Writers.MEMBERS);

    assertThat(ROOM.decide(ANNA, members))
        .isEqualTo(ROOM.accepted(ANNA, new Event.WritersChanged(Writers.MEMBERS)));
    assertThat(ROOM.decide(CARLA, members)).isEqualTo(rejected(Reason.NOT_ALLOWED));
    assertThat(room.decide(ANNA, members)).isEqualTo(rejected(Reason.NO_CHANGE));
  }

  private static Story writing(Writers writers) {
    return ROOM.asks(ANNA, new Wish.SetWriters(writers));
  }
}
