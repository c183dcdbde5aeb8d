package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import matinee.room.CommandId;
import matinee.room.Device;
import matinee.room.Event;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Reason;
import matinee.room.Wish;
import matinee.wire.Condition;
import matinee.wire.ServerMessage;
import matinee.wire.Vitals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// How a room keeps the companions of its members.
final class CompanionsTest {
  private static final MemberId BOB = new MemberId("bob");

  private final VirtualTime time = new VirtualTime();
  private final List<FakeConnection> all = new ArrayList<>();
  private final FakeConnection ann = kept(new FakeConnection("ann"));
  private final FakeConnection bob = kept(new FakeConnection("bob"));
  private final Room room = NewRoom.at(time);

  @AfterEach
  void readWhatIsLeft() {
    all.forEach(FakeConnection::received);
  }

  private FakeConnection kept(FakeConnection connection) {
    all.add(connection);
    return connection;
  }

  private FakeConnection companionOfBob(String id) {
    return kept(FakeConnection.companion("bob", id));
  }

  /// Ann and Bob are in the room, and so is the telephone of Bob.
  private FakeConnection withPhone() {
    var phone = companionOfBob("phone");
    room.turn(List.of(ann.enter(), bob.enter()));
    room.turn(List.of(phone.enter()));
    return phone;
  }

  private List<MemberId> members() {
    return room.state().members().stream().map(Member::id).toList();
  }

  private static List<Event> events(List<ServerMessage> messages) {
    return messages.stream()
        .filter(ServerMessage.Happened.class::isInstance)
        .map(it -> ((ServerMessage.Happened) it).recorded().event())
        .toList();
  }

  @Test
  @Tag("CD5")
  void a_companion_comes_in_beside_its_member_and_nothing_happens() {
    room.turn(List.of(ann.enter(), bob.enter()));
    var before = room.state();
    var phone = companionOfBob("phone");

    room.turn(List.of(phone.enter()));

    var shown = phone.received();
    assertThat(shown.getFirst())
        .isInstanceOfSatisfying(
            ServerMessage.Welcome.class,
            welcome -> {
              assertThat(welcome.member()).isEqualTo(BOB);
              assertThat(welcome.device()).isEqualTo(Device.COMPANION);
            });
    assertThat(shown).anyMatch(ServerMessage.Snapshot.class::isInstance);
    assertThat(room.state()).isEqualTo(before);
    assertThat(bob.closeCode()).isEqualTo(-1);
  }

  @Test
  @Tag("CD1")
  void what_a_companion_says_everyone_hears_from_its_member() {
    var phone = withPhone();
    bob.received();
    phone.received();

    room.turn(List.of(phone.ask("p-1", 2, new Wish.Say("hello"))));

    assertThat(events(bob.received())).containsExactly(new Event.Said("hello"));
    assertThat(phone.received())
        .contains(new ServerMessage.Accepted(new CommandId("p-1"), 3))
        .anyMatch(ServerMessage.Happened.class::isInstance);
  }

  @Test
  @Tag("CD2")
  void what_a_companion_may_not_is_refused() {
    var phone = withPhone();
    phone.received();

    room.turn(List.of(phone.ask("p-1", 2, new Wish.Rename("Robert"))));

    assertThat(phone.received())
        .containsExactly(new ServerMessage.Rejected(new CommandId("p-1"), Reason.NOT_ON_COMPANION));
  }

  @Test
  @Tag("CD3")
  void a_companion_goes_and_nothing_happens() {
    var phone = withPhone();
    var tablet = companionOfBob("tablet");
    room.turn(List.of(tablet.enter()));
    var before = room.state();

    room.turn(List.of(phone.gone(), tablet.leave()));
    time.advance(Duration.ofMinutes(2));
    room.turn(List.of());

    assertThat(room.state()).isEqualTo(before);
    assertThat(tablet.closeCode()).isEqualTo(1000);
  }

  @Test
  @Tag("CD3")
  @Tag("CD5")
  void what_a_companion_tells_of_a_player_is_not_looked_at() {
    var phone = withPhone();
    ann.received();

    room.turn(List.of(new Letter.Report(phone.connection(), Vitals.of(Condition.BUFFERING))));

    assertThat(ann.received()).isEmpty();
  }

  @Test
  @Tag("CD3")
  @Tag("CD7")
  void a_companion_keeps_no_place_for_its_member_and_goes_with_it() {
    var phone = withPhone();

    room.turn(List.of(bob.gone()));
    time.advance(Duration.ofSeconds(3));
    room.turn(List.of());
    int whileLost = phone.closeCode();
    time.advance(Duration.ofSeconds(60));
    room.turn(List.of());

    assertThat(whileLost).isEqualTo(-1);
    assertThat(members()).doesNotContain(BOB);
    assertThat(phone.closeCode()).isEqualTo(4108);
  }

  @Test
  @Tag("CD7")
  void who_is_put_out_or_banned_is_so_with_all_companions_and_no_one_else_is() {
    var phone = withPhone();
    var annsPhone = kept(FakeConnection.companion("ann", "phone"));
    room.turn(List.of(annsPhone.enter()));

    room.turn(List.of(ann.ask("a-1", 2, new Wish.Kick(BOB))));
    var again = kept(new FakeConnection("bob"));
    var tablet = companionOfBob("tablet");
    room.turn(List.of(again.enter(), tablet.enter()));
    room.turn(List.of(ann.ask("a-2", 4, new Wish.Ban(BOB))));
    var banned = companionOfBob("phone");
    room.turn(List.of(banned.enter()));

    assertThat(phone.closeCode()).isEqualTo(4105);
    assertThat(tablet.closeCode()).isEqualTo(4106);
    assertThat(banned.closeCode()).isEqualTo(4106);
    assertThat(annsPhone.closeCode()).isEqualTo(-1);
  }

  @Test
  @Tag("CD7")
  void who_has_no_place_has_no_companion() {
    var phone = companionOfBob("phone");

    room.turn(List.of(ann.enter(), phone.enter()));

    assertThat(phone.closeCode()).isEqualTo(4108);
    assertThat(members()).doesNotContain(BOB);
  }

  @Test
  @Tag("CD6")
  void a_newer_connection_of_a_companion_replaces_the_older_and_no_other() {
    var phone = withPhone();
    var tablet = companionOfBob("tablet");
    room.turn(List.of(tablet.enter()));

    var again = companionOfBob("phone");
    room.turn(List.of(again.enter()));

    assertThat(phone.closeCode()).isEqualTo(4100);
    assertThat(List.of(tablet.closeCode(), again.closeCode(), bob.closeCode())).containsOnly(-1);
  }

  @Test
  @Tag("CD6")
  void the_fourth_companion_closes_the_one_that_was_there_the_longest() {
    var phone = withPhone();
    var second = companionOfBob("second");
    var third = companionOfBob("third");
    var annsPhone = kept(FakeConnection.companion("ann", "phone"));
    room.turn(List.of(second.enter(), third.enter(), annsPhone.enter()));

    var fourth = companionOfBob("fourth");
    room.turn(List.of(fourth.enter()));

    assertThat(phone.closeCode()).isEqualTo(4109);
    assertThat(List.of(second.closeCode(), third.closeCode(), fourth.closeCode())).containsOnly(-1);
    assertThat(annsPhone.closeCode()).isEqualTo(-1);
  }

  @Test
  @Tag("CD5")
  void who_was_replaced_hears_nothing_more_and_its_end_is_not_that_of_the_newer() {
    var phone = withPhone();
    var again = companionOfBob("phone");
    room.turn(List.of(again.enter()));
    phone.received();
    again.received();

    room.turn(List.of(phone.gone(), bob.ask("b-1", 2, new Wish.Say("hello"))));

    assertThat(phone.received()).isEmpty();
    assertThat(events(again.received())).containsExactly(new Event.Said("hello"));
  }
}
