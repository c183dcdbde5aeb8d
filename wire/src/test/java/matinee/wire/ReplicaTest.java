package matinee.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.Evolution;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.wire.Replica.Taken;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A client's copy of the room.
@Tag("EN4")
final class ReplicaTest {
  private static final Recorded FIRST = joined(1, "ann");
  private static final Recorded SECOND = joined(2, "ben");
  private static final Recorded THIRD = joined(3, "cem");
  private static final RoomState AFTER_FIRST = Evolution.evolve(RoomState.NEW, FIRST);

  private final Replica replica = new Replica();

  @Test
  void before_it_has_seen_the_room_nothing_follows() {
    var taken = replica.apply(new ServerMessage.Happened(FIRST));

    assertThat(taken).isEqualTo(Taken.GAP);
    assertThat(replica.resume()).isEqualTo(Resume.Fresh.FRESH);
  }

  @Test
  void the_next_event_is_applied_one_known_already_is_not_and_one_further_on_is_a_gap() {
    replica.apply(new ServerMessage.Snapshot("epoch", AFTER_FIRST));

    var known = replica.apply(new ServerMessage.Happened(FIRST));
    var gap = replica.apply(new ServerMessage.Happened(THIRD));
    var next = replica.apply(new ServerMessage.Happened(SECOND));

    assertThat(known).isEqualTo(Taken.KNOWN);
    assertThat(gap).isEqualTo(Taken.GAP);
    assertThat(next).isEqualTo(Taken.APPLIED);
    assertThat(replica.state()).isEqualTo(Evolution.evolve(AFTER_FIRST, SECOND));
    assertThat(replica.resume()).isEqualTo(new Resume.From("epoch", 2));
  }

  @Test
  void a_snapshot_counts_whatever_was_known() {
    replica.apply(new ServerMessage.Snapshot("epoch", Evolution.evolve(AFTER_FIRST, SECOND)));

    var taken = replica.apply(new ServerMessage.Snapshot("another", AFTER_FIRST));

    assertThat(taken).isEqualTo(Taken.APPLIED);
    assertThat(replica.resume()).isEqualTo(new Resume.From("another", 1));
  }

  @Test
  @Tag("EN6")
  void of_a_giant_it_knows_those_who_are_shown_and_goes_on_from_what_was_counted() {
    replica.apply(new ServerMessage.Snapshot("epoch", AFTER_FIRST));
    var ben = Evolution.evolve(AFTER_FIRST, SECOND).members().getLast();

    var counted = replica.apply(new ServerMessage.Crowd(7, 500, 499, List.of(ben), List.of()));
    var next = replica.apply(new ServerMessage.Happened(joined(8, "cem")));
    var late = replica.apply(new ServerMessage.Crowd(7, 500, 499, List.of(), List.of()));
    var gone = replica.apply(new ServerMessage.Crowd(8, 500, 498, List.of(), List.of(ben.id())));

    assertThat(List.of(counted, next, late, gone))
        .containsExactly(Taken.APPLIED, Taken.APPLIED, Taken.KNOWN, Taken.APPLIED);
    assertThat(replica.state().members().stream().map(Member::id))
        .containsExactly(new MemberId("ann"), new MemberId("cem"));
    assertThat(replica.resume()).isEqualTo(new Resume.From("epoch", 8));
  }

  private static Recorded joined(long revision, String member) {
    var event = new Event.Joined(new MemberId(member), member);
    return new Recorded(revision, Instant.ofEpochMilli(revision), Author.Room.ROOM, event);
  }
}
