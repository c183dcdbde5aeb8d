package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import matinee.room.Access;
import matinee.room.Credential;
import matinee.room.Door;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.RoomTitle;
import matinee.room.Standing;
import matinee.room.Wish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What becomes of the connections of those whom a room's door does not let in, and of all when it
/// is closed.
final class DoorOfARoomTest {
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

  private static Wish door(Access access) {
    return new Wish.SetDoor(new Door(access, 20_000, Standing.MEMBER, RoomTitle.Untitled.UNTITLED));
  }

  @Test
  @Tag("AC2")
  void who_has_not_shown_what_the_door_wants_is_closed() {
    room.turn(List.of(ann.enter()));

    room.turn(List.of(ann.ask("a-1", 1, door(Access.PASSWORD)), bob.enter()));
    var again = new FakeConnection("bob");
    room.turn(List.of(ann.ask("a-2", 2, door(Access.INVITED)), again.enter()));

    assertThat(bob.closeCode()).isEqualTo(4112);
    assertThat(again.closeCode()).isEqualTo(4111);
    assertThat(room.state().members()).extracting(Member::id).doesNotContain(BOB);
  }

  @Test
  @Tag("AC2")
  void who_has_shown_it_is_let_in() {
    var guest = new Credential.Invited(Standing.GUEST);
    var invited = new FakeConnection(new Entrant.OnScreen(BOB, "Bob", guest));

    room.turn(List.of(ann.enter()));
    room.turn(List.of(ann.ask("a-1", 1, door(Access.INVITED)), invited.enter()));
    invited.received();

    assertThat(room.state().members()).extracting(Member::id).contains(BOB);
    assertThat(room.state().members().getLast().rank().standing()).isEqualTo(Standing.GUEST);
  }

  @Test
  @Tag("AC7")
  void when_the_room_is_closed_so_is_everybody_and_whoever_comes_later() {
    var phone = FakeConnection.companion("bob", "phone");
    room.turn(List.of(ann.enter(), bob.enter()));
    room.turn(List.of(phone.enter()));

    room.turn(List.of(ann.ask("a-1", 2, new Wish.CloseRoom())));
    var again = new FakeConnection("bob");
    room.turn(List.of(again.enter()));
    room.turn(List.of(ann.gone(), bob.gone(), phone.gone()));
    time.advance(Duration.ofMinutes(10));

    assertThat(Stream.of(ann, bob, phone, again).map(FakeConnection::closeCode)).containsOnly(4110);
    assertThat(room.isIdle()).isTrue();
  }
}
