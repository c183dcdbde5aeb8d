package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of the connections of those whom a room puts out or does not let in.
final class OrderInRoomTest {
  private static final MemberId BOB = new MemberId("bob");

  private final VirtualTime time = new VirtualTime();
  private final FakeConnection ann = new FakeConnection("ann");
  private final FakeConnection bob = new FakeConnection("bob");
  private final Room room = NewRoom.at(time);

  @AfterEach
  void readWhatIsLeft() {
    ann.received();
    bob.received();
  }

  private List<MemberId> members() {
    return room.state().members().stream().map(Member::id).toList();
  }

  @Test
  @Tag("OD1")
  void who_is_put_out_is_closed_and_may_come_back() {
    room.turn(List.of(ann.enter(), bob.enter()));

    room.turn(List.of(ann.ask("a-1", 2, new Wish.Kick(BOB))));
    var after = members();
    var again = new FakeConnection("bob");
    room.turn(List.of(again.enter()));
    again.received();

    assertThat(bob.closeCode()).isEqualTo(4105);
    assertThat(after).doesNotContain(BOB);
    assertThat(members()).contains(BOB);
  }

  @Test
  @Tag("OD2")
  void who_is_banned_is_closed_now_and_whenever_it_comes() {
    room.turn(List.of(ann.enter(), bob.enter()));

    room.turn(List.of(ann.ask("a-1", 2, new Wish.Ban(BOB))));
    var again = new FakeConnection("bob");
    room.turn(List.of(again.enter()));

    assertThat(bob.closeCode()).isEqualTo(4106);
    assertThat(again.closeCode()).isEqualTo(4106);
    assertThat(members()).doesNotContain(BOB);
  }

  @Test
  @Tag("OD4")
  void who_is_new_is_closed_while_the_room_is_locked() {
    room.turn(List.of(ann.enter()));

    room.turn(List.of(ann.ask("a-1", 1, new Wish.SetLocked(true)), bob.enter()));

    assertThat(bob.closeCode()).isEqualTo(4107);
    assertThat(members()).doesNotContain(BOB);
  }

  @Test
  @Tag("OD1")
  void who_comes_in_and_is_put_out_in_the_same_turn_is_closed_as_put_out() {
    room.turn(List.of(ann.enter(), bob.enter()));
    room.turn(List.of(bob.gone()));
    var again = new FakeConnection("bob");

    room.turn(List.of(again.enter(), ann.ask("a-1", 2, new Wish.Kick(BOB))));

    assertThat(again.closeCode()).isEqualTo(4105);
    assertThat(members()).doesNotContain(BOB);
  }
}
