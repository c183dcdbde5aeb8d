package matinee.server.whereabouts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import matinee.room.MemberId;
import matinee.server.accounts.Account;
import matinee.server.audit.AuditTrail;
import matinee.server.journal.RoomId;
import matinee.server.people.Village;
import matinee.server.places.Permit;
import matinee.server.places.Places;
import matinee.server.places.Trace;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What holds of where people are, in whatever database it is written. Ann is at the one server,
/// her friend Ben asks the other.
abstract class WhereaboutsContract {
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");

  /// No round comes by itself.
  private static final Duration NEVER = Duration.ofDays(1);

  private final Village.Kind kind;
  private final Set<Sighting> here = new HashSet<>();
  private final AtomicInteger heard = new AtomicInteger();
  @TempDir private Path folder;
  private Village village;
  private Whereabouts one;
  private Whereabouts other;
  private Places places;
  private Account ann;
  private Account ben;

  WhereaboutsContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    one = server(village.database(), "one");
    other = server(village.otherDatabase(), "other");
    one.see(() -> Set.copyOf(here));
    places =
        new Places(
            village.database(),
            new AuditTrail(village.database(), head -> "signed " + head),
            village::now);
    ann = village.person("Ann");
    ben = village.person("Ben");
    village.befriend(ann, ben);
    var _ = other.listen(ben.id(), heard::incrementAndGet);
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    village.close();
  }

  private Whereabouts server(Database database, String node) {
    return new Whereabouts(database, node, village::now, NEVER);
  }

  /// A second passes on both.
  private void round() {
    village.pass(Duration.ofSeconds(1));
    one.round();
    other.round();
  }

  private void rounds(int many) {
    for (int i = 0; i < many; i++) {
      round();
    }
  }

  private static Sighting anywhere(Account account) {
    return new Sighting(account.id(), Optional.empty());
  }

  private static Sighting in(Account account, RoomId room) {
    return new Sighting(account.id(), Optional.of(room));
  }

  private void enter(Account account, RoomId room) {
    var arrival =
        new Places.Arrival(
            room,
            new MemberId("m-" + account.id().value()),
            "A",
            Trace.of(account.id()),
            "192.0.2.1");
    var _ = places.of(account.id(), arrival, Optional.empty(), Permit.FREE);
    here.add(in(account, room));
  }

  private Present present(RoomId... rooms) {
    return new Present(ann.id(), List.of(rooms));
  }

  @Test
  void a_friend_at_another_server_is_seen_and_told_of_and_gone_after_a_few_seconds() {
    here.add(anywhere(ann));
    round();

    assertThat(other.friends(ben.id())).containsExactly(present());
    assertThat(heard).hasValue(1);

    here.clear();
    rounds(Whereabouts.ROUNDS);

    assertThat(other.friends(ben.id())).isEmpty();
    assertThat(heard).hasValue(2);
  }

  @Test
  void whoever_comes_back_at_once_was_never_away() {
    here.add(anywhere(ann));
    round();
    here.clear();
    rounds(Whereabouts.ROUNDS - 1);
    here.add(anywhere(ann));
    rounds(Whereabouts.ROUNDS);

    assertThat(other.friends(ben.id())).containsExactly(present());
    assertThat(heard).hasValue(1);
  }

  @Test
  void a_room_is_seen_only_while_its_friend_lets_it() {
    here.add(anywhere(ann));
    enter(ann, ROOM);
    round();
    assertThat(other.friends(ben.id())).containsExactly(present());

    assertThat(places.show(ann.id(), ROOM, true)).isTrue();
    one.touch(ann.id());
    round();
    assertThat(other.friends(ben.id())).containsExactly(present(ROOM));
    assertThat(heard).hasValue(2);

    assertThat(places.show(ann.id(), ROOM, false)).isTrue();
    assertThat(other.friends(ben.id())).containsExactly(present());
  }

  @Test
  void a_room_where_one_is_no_more_is_not_seen_though_it_may_be() {
    here.add(anywhere(ann));
    enter(ann, ROOM);
    assertThat(places.show(ann.id(), ROOM, true)).isTrue();
    round();
    here.remove(in(ann, ROOM));
    rounds(Whereabouts.ROUNDS);

    assertThat(other.friends(ben.id())).containsExactly(present());
    assertThat(places.isShown(ann.id(), ROOM)).contains(true);
    assertThat(places.isShown(ben.id(), ROOM)).isEmpty();
  }

  @Test
  void whoever_lets_nobody_see_that_they_are_here_is_not_seen() {
    here.add(anywhere(ann));
    enter(ann, ROOM);
    assertThat(places.show(ann.id(), ROOM, true)).isTrue();
    round();

    var _ = village.one().show(ann, false);

    assertThat(other.friends(ben.id())).isEmpty();
    assertThat(village.circle(ann).isShown()).isFalse();
  }

  @Test
  void strangers_see_nothing_and_hear_nothing_nor_do_those_who_are_friends_no_more() {
    var carl = village.person("Carl");
    var told = new AtomicInteger();
    var _ = other.listen(carl.id(), told::incrementAndGet);
    here.add(anywhere(ann));
    round();

    assertThat(other.friends(carl.id())).isEmpty();
    assertThat(told).hasValue(0);

    var _ = village.one().remove(ann, ben.id());

    assertThat(other.friends(ben.id())).isEmpty();
  }

  @Test
  void what_a_server_saw_that_is_silent_for_a_minute_counts_for_nothing() {
    here.add(anywhere(ann));
    round();

    village.pass(SightingRows.SILENT);

    assertThat(other.friends(ben.id())).isEmpty();
  }

  @Test
  void a_server_that_was_silent_for_long_is_seen_again() {
    here.add(anywhere(ann));
    round();

    village.pass(SightingRows.GONE.multipliedBy(2));
    other.round();
    assertThat(village.rows("whereabouts")).isZero();
    one.round();

    assertThat(other.friends(ben.id())).containsExactly(present());
  }

  @Test
  void nobody_is_at_a_server_that_stops() {
    here.add(anywhere(ann));
    round();

    one.close();

    assertThat(other.friends(ben.id())).isEmpty();
  }

  @Test
  void whoever_is_gone_is_forgotten_after_ten_minutes() {
    here.add(anywhere(ann));
    round();
    here.clear();
    rounds(Whereabouts.ROUNDS);
    assertThat(village.rows("whereabouts")).isEqualTo(1);

    village.pass(SightingRows.GONE);
    round();

    assertThat(village.rows("whereabouts")).isZero();
  }

  @Test
  void whoever_listens_no_more_is_told_nothing() {
    var told = new AtomicInteger();
    var stop = other.listen(ben.id(), told::incrementAndGet);
    stop.run();
    here.add(anywhere(ann));
    round();

    assertThat(told).hasValue(0);
    assertThat(heard).hasValue(1);
  }
}
