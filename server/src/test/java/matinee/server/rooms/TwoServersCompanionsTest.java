package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import matinee.wire.CloseCode;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Companions of one member at two servers: there are no more of them than at one.
final class TwoServersCompanionsTest extends TwoServers {
  private static final int OPEN = -1;

  /// The companion `id` of Ann comes to `server`, and everybody hears of it a second later.
  private FakeConnection comes(Server server, String id) {
    var companion = FakeConnection.companion("ann", id);
    server.turn(companion.enter());
    pass(Duration.ofSeconds(1));
    return companion;
  }

  private static List<Integer> codes(FakeConnection... companions) {
    return Stream.of(companions).map(FakeConnection::closeCode).toList();
  }

  @Test
  @Tag("CD6")
  void a_fourth_closes_the_one_that_has_been_connected_the_longest_wherever_it_is() {
    annIsEastAndBobIsWest();
    var first = comes(east, "z");
    var second = comes(west, "y");
    var third = comes(east, "x");

    var fourth = comes(west, "w");

    assertThat(codes(first, second, third, fourth))
        .containsExactly(CloseCode.OTHER_COMPANIONS.number(), OPEN, OPEN, OPEN);
  }

  @Test
  @Tag("CD6")
  void of_those_who_come_to_two_servers_at_once_three_stay_in_the_end() {
    annIsEastAndBobIsWest();
    var here = Stream.of("a", "b", "c").map(it -> FakeConnection.companion("ann", it)).toList();
    var there = Stream.of("d", "e", "f").map(it -> FakeConnection.companion("ann", it)).toList();

    east.turn(here.stream().map(FakeConnection::enter).toArray(Letter[]::new));
    west.turn(there.stream().map(FakeConnection::enter).toArray(Letter[]::new));
    pass(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));

    assertThat(codes(here.get(0), there.get(0), here.get(1)))
        .containsOnly(CloseCode.OTHER_COMPANIONS.number());
    assertThat(codes(there.get(1), here.get(2), there.get(2))).containsOnly(OPEN);
  }

  @Test
  @Tag("CD6")
  void the_same_companion_at_the_other_server_replaces_the_older_connection() {
    annIsEastAndBobIsWest();
    var older = comes(east, "phone");

    var newer = comes(west, "phone");

    assertThat(codes(older, newer)).containsExactly(CloseCode.REPLACED.number(), OPEN);
  }

  @Test
  @Tag("CD6")
  void who_has_gone_elsewhere_does_not_count_any_more() {
    annIsEastAndBobIsWest();
    var gone = comes(east, "a");
    var second = comes(west, "b");
    var third = comes(west, "c");
    east.turn(gone.gone());
    pass(Duration.ofSeconds(1));

    var fourth = comes(west, "d");

    assertThat(codes(second, third, fourth)).containsOnly(OPEN);
  }

  @Test
  @Tag("CD6")
  void those_of_a_dead_server_do_not_count_any_more() {
    annIsEastAndBobIsWest();
    comes(east, "a");
    comes(east, "b");
    comes(east, "c");
    bus.kill("east", time.from(VirtualTime.START).now());
    west.turn();

    var fourth = comes(west, "d");
    var fifth = comes(west, "e");

    assertThat(codes(fourth, fifth)).containsOnly(OPEN);
  }

  @Test
  @Tag("CD6")
  void a_server_that_comes_later_knows_those_that_are_there() {
    annIsEastAndBobIsWest();
    var first = comes(east, "a");
    var second = comes(east, "b");
    var third = comes(east, "c");

    var north = new Server("north");
    var fourth = comes(north, "d");
    pass(Duration.ofSeconds(1));

    assertThat(codes(first, second, third, fourth))
        .containsExactly(CloseCode.OTHER_COMPANIONS.number(), OPEN, OPEN, OPEN);
  }

  @Test
  @Tag("CD5")
  void a_server_keeps_the_room_as_long_as_a_companion_is_there_though_its_member_is_elsewhere() {
    annIsEastAndBobIsWest();
    west.turn(bob.leave());
    comes(west, "phone");

    pass(Duration.ofMinutes(10));

    assertThat(west.room.isIdle()).isFalse();
  }
}
