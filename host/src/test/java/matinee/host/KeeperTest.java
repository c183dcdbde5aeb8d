package matinee.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import matinee.room.Access;
import matinee.room.CommandId;
import matinee.room.Device;
import matinee.room.Door;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Reason;
import matinee.room.RegionName;
import matinee.room.RoomTitle;
import matinee.room.Standing;
import matinee.room.Wish;
import matinee.wire.ClientMessage;
import matinee.wire.CloseCode;
import matinee.wire.Condition;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.Signal;
import matinee.wire.Vitals;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A room that one of those who are in it keeps.
final class KeeperTest {
  private static final MemberId BEN = new MemberId("ben");
  private static final Media FILM =
      new Media(
          new MediaRef.Address("https://example.org/film.mp4"), "Film", new Length.Known(120_000));

  private final FakePeers room = FakePeers.newRoom();

  private static ServerMessage rejected(String id, Reason reason) {
    return new ServerMessage.Rejected(new CommandId(id), reason);
  }

  private static ServerMessage accepted(String id, long revision) {
    return new ServerMessage.Accepted(new CommandId(id), revision);
  }

  @Test
  @Tag("PE1")
  void who_comes_in_is_welcomed_and_shown_the_room_by_the_clock_of_its_keeper() {
    room.enters("anna");

    assertThat(room.received("anna"))
        .containsExactly(
            new ServerMessage.Welcome(
                new MemberId("anna"), Device.SCREEN, "first", FakePeers.START_MS),
            new ServerMessage.Snapshot("first", room.state().withoutAnswers()));
  }

  @Test
  @Tag("PE1")
  void what_one_wishes_all_hear_and_the_author_reads_that_it_happened() {
    room.enters("anna", "ben");
    room.received("anna");
    room.received("ben");

    room.asks("ben", "c1", new Wish.Load(FILM));

    var heard = room.received("anna");
    assertThat(heard).hasSize(1).first().isInstanceOf(ServerMessage.Happened.class);
    assertThat(room.received("ben")).containsExactly(heard.getFirst(), accepted("c1", 3));
    assertThat(room.replica("anna").state()).isEqualTo(room.replica("ben").state());
  }

  @Test
  void what_is_sent_again_happens_once_and_what_was_refused_stays_so() {
    room.enters("anna");
    var load = room.request("anna", "c1", new Wish.Load(FILM));
    var play = room.request("anna", "c2", new Wish.Play());
    room.sends("anna", play).sends("anna", load).received("anna");

    room.sends("anna", load.sentAgain()).sends("anna", play);

    assertThat(room.received("anna"))
        .containsExactly(accepted("c1", 2), rejected("c2", Reason.NO_MEDIA));
  }

  @Test
  void a_probe_is_answered_with_the_room_time_to_its_fraction() {
    room.enters("anna").pass(10);
    room.received("anna");

    room.sends("anna", new ClientMessage.Heartbeat(7.5, Vitals.of(Condition.WATCHING)));

    double nowMs = FakePeers.START_MS + 10;
    assertThat(room.received("anna").getFirst())
        .isEqualTo(new ServerMessage.HeartbeatAnswer(7.5, nowMs, nowMs));
  }

  @Test
  void a_deadline_of_the_room_is_kept_when_it_comes() {
    room.enters("anna").asks("anna", "c1", new Wish.Load(FILM));
    room.asks("anna", "c2", new Wish.ReportReady(Length.Unknown.UNKNOWN));
    room.asks("anna", "c3", new Wish.Play());

    for (int i = 0; i < 13; i++) {
      room.beats("anna").pass(10_000);
    }

    assertThat(room.state().deadline()).isEmpty();
    assertThat(room.replica("anna").state().stage()).isEqualTo(room.state().stage());
  }

  @Test
  void who_vanishes_is_lost_after_3_s_and_gone_after_60_more() {
    room.enters("anna", "ben").vanishes("ben");

    room.pass(2_999);
    var before = room.state().member(BEN).orElseThrow();
    room.pass(2);
    var lost = room.state().member(BEN).orElseThrow();
    for (int i = 0; i < 6; i++) {
      room.beats("anna").pass(10_000);
    }

    assertThat(before.isHere()).isTrue();
    assertThat(lost.isHere()).isFalse();
    assertThat(room.state().member(BEN)).isEmpty();
  }

  @Test
  void who_comes_back_is_told_what_was_missed_and_nothing_else_of_the_room() {
    room.enters("anna", "ben").vanishes("ben");
    var known = room.replica("ben").resume();
    room.asks("anna", "c1", new Wish.Say("still here?"));
    room.received("ben");

    room.opens("ben again", "ben").sends("ben again", new ClientMessage.Enter(known));

    var received = room.received("ben again");
    assertThat(received).hasSize(3);
    assertThat(received.get(1)).isInstanceOf(ServerMessage.Happened.class);
    assertThat(received.get(2)).isInstanceOf(ServerMessage.Presence.class);
  }

  @Test
  void a_newer_connection_of_a_member_replaces_the_older() {
    room.enters("anna", "ben");

    room.opens("newer", "ben").sends("newer", new ClientMessage.Enter(Resume.Fresh.FRESH));
    room.vanishes("ben").beats("newer").pass(5_000);

    assertThat(room.closed("ben")).isEqualTo(CloseCode.REPLACED);
    assertThat(room.state().member(BEN).filter(Member::isHere)).isPresent();
  }

  @Test
  void who_is_malformed_is_told_where_and_closed_the_twentieth_time() {
    room.enters("anna");
    room.received("anna");

    room.sends("anna", "{\"type\":\"seek\",\"id\":\"c1\",\"seen\":1,\"positionMs\":-1}");
    var told = room.received("anna");
    var before = room.isClosed("anna");
    IntStream.range(1, 20).forEach(_ -> room.sends("anna", "nonsense"));

    assertThat(told)
        .hasSize(1)
        .first()
        .isInstanceOfSatisfying(
            ServerMessage.Error.class, error -> assertThat(error.field()).isEqualTo("positionMs"));
    assertThat(before).isFalse();
    assertThat(room.closed("anna")).isEqualTo(CloseCode.TOO_MANY_ERRORS);
  }

  @Test
  void who_sends_too_much_or_too_long_or_nothing_at_all_is_closed() {
    room.enters("anna", "ben", "carla").opens("dan", "dan").opens("eva", "eva");

    room.sends("anna", " ".repeat(30_000) + "ä".repeat(20_000));
    IntStream.range(0, 101).forEach(_ -> room.beats("ben"));
    room.sends("dan", new ClientMessage.Leave());
    room.pass(25_001);

    assertThat(List.of("anna", "ben", "carla", "dan", "eva").stream().map(room::closed))
        .containsExactly(
            CloseCode.TOO_LARGE,
            CloseCode.TOO_MANY_MESSAGES,
            CloseCode.NO_HEARTBEAT,
            CloseCode.NOT_ENTERED,
            CloseCode.NOT_ENTERED);
  }

  @Test
  void forty_commands_at_once_are_decided_and_the_next_is_not() {
    room.enters("anna");
    IntStream.range(0, 40).forEach(i -> room.asks("anna", "c" + i, new Wish.Say("word " + i)));
    room.received("anna");

    room.asks("anna", "late", new Wish.Say("one too many")).pass(50);
    room.asks("anna", "later", new Wish.Say("in time"));

    assertThat(room.received("anna"))
        .startsWith(
            new ServerMessage.Rejected(new CommandId("late"), ServerMessage.Rejected.RATE_LIMITED))
        .endsWith(accepted("later", 42));
  }

  @Test
  void what_is_signalled_is_told_together_four_times_a_second() {
    room.enters("anna", "ben").pass(1_000);
    room.received("anna");
    var cheer = new ClientMessage.Signalled(new Signal.Cheer("🎉"));

    room.sends("ben", cheer).sends("ben", cheer).sends("ben", cheer).pass(250);

    var counts =
        room.received("anna").stream()
            .map(ServerMessage.Signals.class::cast)
            .map(signals -> signals.cheers().getFirst().count());
    assertThat(counts).containsExactly(1L, 2L);
  }

  @Test
  void who_is_put_out_is_closed_at_once_and_who_leaves_is_not_missed() {
    room.enters("anna", "ben", "carla");

    room.asks("anna", "c1", new Wish.Kick(BEN)).sends("carla", new ClientMessage.Leave());

    assertThat(room.closed("ben")).isEqualTo(CloseCode.KICKED);
    assertThat(room.closed("carla")).isEqualTo(CloseCode.LEFT);
    assertThat(room.state().members().stream().map(Member::id))
        .containsExactly(new MemberId("anna"));
  }

  @Test
  @Tag("PE2")
  void a_ninth_is_not_let_in_and_a_seventeenth_connection_is_closed() {
    IntStream.range(0, 9).forEach(i -> room.enters("m" + i));
    IntStream.range(0, 9).forEach(i -> room.opens("o" + i, "m" + i));

    assertThat(room.closed("m8")).isEqualTo(CloseCode.ROOM_FULL);
    assertThat(room.state().members()).hasSize(8);
    assertThat(room.closed("o8")).isEqualTo(CloseCode.OVERLOADED);
    assertThat(room.isClosed("o7")).isFalse();
  }

  @Test
  @Tag("PE3")
  void a_line_that_the_keeper_holds_no_more_is_none() {
    room.enters("anna").asks("anna", "first", new Wish.Say("the first line"));
    for (int i = 0; i < 2_000; i++) {
      room.beats("anna").pass(50);
      room.asks("anna", "c" + i, new Wish.Say("word " + i));
    }
    room.received("anna");

    room.asks("anna", "old", new Wish.Edit(2, "another text")).pass(50);
    room.asks("anna", "new", new Wish.Edit(3, "another text"));

    assertThat(room.received("anna"))
        .contains(rejected("old", Reason.NO_SUCH_LINE), accepted("new", 2_003));
  }

  @Test
  @Tag("PE3")
  void who_was_away_over_the_removal_of_a_line_is_shown_the_room_anew() {
    room.enters("anna", "ben").vanishes("ben");
    var known = room.replica("ben").resume();
    room.asks("anna", "c1", new Wish.Say("a secret"));
    room.asks("anna", "c2", new Wish.RemoveLine(3));
    room.received("ben");

    room.enters("carla").opens("ben again", "ben");
    room.sends("ben again", new ClientMessage.Enter(known));

    assertThat(room.received("ben again"))
        .contains(new ServerMessage.Snapshot("first", room.state().withoutAnswers()));
  }

  @Test
  @Tag("PE4")
  void what_needs_a_server_is_refused() {
    room.enters("anna");
    room.received("anna");
    var listed = new Door(Access.PUBLIC, 100, Standing.MEMBER, RoomTitle.Untitled.UNTITLED);

    room.asks("anna", "move", new Wish.MoveRoom(new RegionName("north")));
    room.asks("anna", "list", new Wish.SetDoor(listed));

    assertThat(room.received("anna"))
        .containsExactly(
            rejected("move", Reason.NO_SUCH_REGION), rejected("list", Reason.NO_PUBLIC_LIST));
  }

  @Test
  void a_door_for_the_invited_lets_those_back_in_who_had_a_place() {
    room.enters("anna", "ben").sends("ben", new ClientMessage.Leave());
    var closed = new Door(Access.INVITED, 100, Standing.MEMBER, RoomTitle.Untitled.UNTITLED);
    room.asks("anna", "c1", new Wish.SetDoor(closed));

    room.enters("carla").opens("ben again", "ben");
    room.sends("ben again", new ClientMessage.Enter(Resume.Fresh.FRESH));

    assertThat(room.closed("carla")).isEqualTo(CloseCode.NOT_INVITED);
    assertThat(room.state().member(BEN)).isPresent();
  }

  @Test
  void two_connections_are_not_called_the_same_and_names_are_names() {
    room.enters("anna");

    assertThatThrownBy(() -> room.opens("anna", "anna"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> room.keeper().opened("ben", BEN, "", room.nowMs()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
