package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import matinee.room.Event;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.room.Wish;
import matinee.wire.Replica;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What the people of a room of more than 300 are told.
@Tag("EN6")
class GiantRoomTest {
  private static final int IN_A_TURN = 50;

  private final Hall hall = new Hall();

  @Test
  void of_a_burst_of_joins_nobody_is_told_more_when_more_come() {
    var ofSome = new Hall();
    var ofMany = new Hall();

    ofSome.crowd(450);
    ofMany.crowd(1_000);

    assertThat(ofMany.messagesEach()).isLessThanOrEqualTo(ofSome.messagesEach());
    assertThat(ofMany.bytesEach()).isLessThanOrEqualTo(ofSome.bytesEach());
  }

  @Test
  void who_comes_into_a_giant_is_shown_who_runs_it_and_itself() {
    hall.enters("ann");
    hall.crowd(400);

    var bob = hall.enters("bob");

    var known = hall.known(bob);
    assertThat(ids(known.members())).containsExactly("ann", "bob");
    assertThat(known.people().giant()).isTrue();
    assertThat(known.revision()).isEqualTo(hall.room.state().revision());
  }

  @Test
  void who_was_there_when_the_room_became_a_giant_is_shown_the_same() {
    hall.enters("ann");
    var bob = hall.enters("bob");

    hall.crowd(400);
    hall.pass(1_000);

    var known = hall.known(bob);
    assertThat(ids(known.members())).containsExactly("ann", "bob");
    assertThat(known.revision()).isEqualTo(hall.room.state().revision());
  }

  @Test
  void whoever_speaks_is_shown_before_it_is_heard() {
    var ann = hall.enters("ann");
    hall.crowd(400);
    hall.pass(60_000);
    hall.enters("bob");
    hall.news(ann);

    hall.asks(hall.crowd.get(7), new Wish.Say("hello"));

    var heard = hall.news(ann);
    var state = hall.room.state();
    assertThat(heard)
        .hasSize(2)
        .first()
        .isInstanceOfSatisfying(
            ServerMessage.Crowd.class,
            it -> {
              assertThat(ids(it.shown())).containsExactly("m7");
              assertThat(List.of(it.revision(), it.members(), it.here()))
                  .containsExactly(state.revision() - 1, 402L, 402L);
            });
    assertThat(heard.getLast())
        .isInstanceOfSatisfying(
            ServerMessage.Happened.class,
            it -> assertThat(it.recorded().event()).isEqualTo(new Event.Said("hello")));
  }

  @Test
  void who_comes_and_goes_is_counted_four_times_a_second_at_most() {
    var ann = hall.enters("ann");
    hall.crowd(400);
    hall.pass(1_000);
    hall.news(ann);

    for (int i = 0; i < 100; i++) {
      hall.time.advance(Duration.ofMillis(10));
      hall.turn(List.of(hall.crowd.get(i).leave()));
    }
    hall.pass(1_000);

    var told = hall.news(ann);
    var revision = hall.room.state().revision();
    assertThat(told).hasSizeBetween(4, 6).hasOnlyElementsOfType(ServerMessage.Crowd.class);
    assertThat(told.getLast())
        .isEqualTo(new ServerMessage.Crowd(revision, 301, 301, List.of(), List.of()));
  }

  @Test
  void who_runs_a_giant_changes_for_everyone() {
    var ann = hall.enters("ann");
    hall.enters("bob");
    hall.crowd(400);

    hall.asks(ann, new Wish.HandOver(new MemberId("bob")));
    hall.pass(1_000);

    var known = hall.known(hall.crowd.getFirst());
    assertThat(ids(known.members().stream().filter(Member::isHost).toList()))
        .containsExactly("bob");
  }

  @Test
  void who_is_muted_in_a_giant_knows_it() {
    var ann = hall.enters("ann");
    hall.crowd(400);
    var muted = new MemberId("m3");

    hall.asks(ann, new Wish.SetMuted(muted, true));

    var known = hall.known(hall.crowd.get(3));
    assertThat(known.member(muted).orElseThrow().rank().muted()).isTrue();
  }

  @Test
  @Tag("CH2")
  void who_is_too_quick_is_told_when_the_time_has_come() {
    hall.enters("ann");
    hall.crowd(400);
    var quick = hall.crowd.get(5);
    hall.news(quick);

    hall.asks(quick, new Wish.Say("first!"));

    assertThat(hall.news(quick))
        .filteredOn(ServerMessage.Rejected.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            ServerMessage.Rejected.class,
            it -> {
              assertThat(it.reason()).isEqualTo("TOO_SOON");
              assertThat(it.until()).contains(VirtualTime.START.plusSeconds(10));
            });
  }

  @Test
  void a_room_that_is_a_giant_no_more_shows_everyone_again() {
    var ann = hall.enters("ann");
    hall.crowd(320);

    hall.turn(hall.crowd.stream().limit(80).map(FakeConnection::leave).toList());

    var known = hall.known(ann);
    assertThat(known.people().giant()).isFalse();
    assertThat(known).isEqualTo(hall.room.state().withoutAnswers());
  }

  private static List<String> ids(List<Member> members) {
    return members.stream().map(member -> member.id().value()).toList();
  }

  /// A room, those who are connected to it, and what each of them has been told.
  private static final class Hall {
    private final VirtualTime time = new VirtualTime();
    private final Room room = NewRoom.at(time);
    private final Map<FakeConnection, List<ServerMessage>> heard = new LinkedHashMap<>();
    private final List<FakeConnection> crowd = new ArrayList<>();

    FakeConnection enters(String member) {
      var connection = new FakeConnection(member);
      heard.put(connection, new ArrayList<>());
      turn(List.of(connection.enter()));
      return connection;
    }

    /// So many come, 50 at a time.
    void crowd(int count) {
      for (int from = 0; from < count; from += IN_A_TURN) {
        var coming =
            IntStream.range(from, Math.min(count, from + IN_A_TURN))
                .mapToObj(i -> new FakeConnection("m" + i))
                .toList();
        crowd.addAll(coming);
        coming.forEach(connection -> heard.put(connection, new ArrayList<>()));
        turn(coming.stream().map(FakeConnection::enter).toList());
      }
    }

    void asks(FakeConnection who, Wish wish) {
      var id = "c-" + room.state().revision();
      turn(List.of(who.ask(id, room.state().revision(), wish)));
    }

    void turn(List<Letter> letters) {
      room.turn(letters);
      heard.forEach((connection, messages) -> messages.addAll(connection.received()));
    }

    void pass(int ms) {
      time.advance(Duration.ofMillis(ms));
      turn(List.of());
    }

    /// What `who` has been told since the last time this was asked.
    List<ServerMessage> news(FakeConnection who) {
      var all = heard.getOrDefault(who, List.of());
      var news = List.copyOf(all);
      all.clear();
      return news;
    }

    /// The copy of the room that `who` has, which must have been told everything.
    RoomState known(FakeConnection who) {
      var replica = new Replica();
      for (var message : heard.getOrDefault(who, List.of())) {
        assertThat(replica.apply(message)).as(message.toString()).isNotEqualTo(Replica.Taken.GAP);
      }
      return replica.state();
    }

    int messagesEach() {
      return heard.values().stream().mapToInt(List::size).sum() / heard.size();
    }

    long bytesEach() {
      return heard.values().stream()
              .flatMap(List::stream)
              .mapToLong(it -> ServerMessages.encode(it).getBytes(StandardCharsets.UTF_8).length)
              .sum()
          / heard.size();
    }
  }
}
