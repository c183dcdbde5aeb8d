package matinee.server.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import matinee.wire.BusMessage;
import org.junit.jupiter.api.Test;

/// What servers on one PostgreSQL learn of one another, by whatever carrier.
abstract class BusContract extends BusServers {

  @Test
  void what_one_appends_the_other_learns_to_be_there() {
    var both = both();
    var east = both.east();
    var west = both.west();
    var line = east.join();
    west.join();
    var event = said(1, "hello");

    east.journal.append(east.history(), 0, List.of(entry(event)));
    line.advanced("epoch", List.of(event));

    await()
        .atMost(LONG)
        .until(
            () ->
                west.heard.contains(new News.Reached(1))
                    || west.heard.contains(
                        new News.Said(new BusMessage.Advanced("epoch", List.of(event)))));
    assertThat(east.heard).doesNotContain(new News.Reached(1));
  }

  @Test
  void what_was_appended_without_a_word_is_learnt_as_well() {
    var both = both();
    var east = both.east();
    var west = both.west();
    west.join();

    east.journal.append(east.history(), 0, List.of(entry(said(1, "hello"))));

    west.hears(new News.Reached(1));
  }

  @Test
  void what_a_server_appended_that_is_taken_for_gone_is_learnt_though_nobody_else_lives() {
    var both = both();
    var east = both.east();
    var west = both.west();
    west.join();
    east.bus.close();
    await().atMost(LONG).until(() -> !west.bus.hasOthers());

    east.journal.append(east.history(), 0, List.of(entry(said(1, "my last word"))));

    west.hears(new News.Reached(1));
  }

  @Test
  void who_is_connected_to_one_the_other_learns() {
    var both = both();
    var east = both.east();
    var west = both.west();
    var line = east.join();
    west.join();
    var all = new BusMessage.Seats("east", 5, List.of(seat("ann"), seat("bob")), List.of());
    var changes = new BusMessage.SeatChanges("east", 5, List.of(seat("bob")), List.of(), List.of());

    line.seated(changes, true, () -> all);

    await()
        .atMost(LONG)
        .until(
            () ->
                west.heard.contains(new News.Said(all))
                    || west.heard.contains(new News.Said(changes)));
  }

  @Test
  void who_joins_later_finds_who_is_connected_elsewhere() {
    var east = new Server("east");
    var all = new BusMessage.Seats("east", 5, List.of(seat("ann")), List.of());
    var changes = new BusMessage.SeatChanges("east", 5, List.of(seat("ann")), List.of(), List.of());
    east.join().seated(changes, true, () -> all);
    var west = new Server("west");
    west.knowsOthers();

    await().atMost(LONG).until(() -> west.join().found().equals(List.of(all)));
  }

  @Test
  void a_server_that_stops_saying_that_it_lives_is_told_to_be_dead() {
    var both = both();
    var east = both.east();
    var west = both.west();
    var all = new BusMessage.Seats("east", 5, List.of(seat("ann")), List.of());
    west.join();
    var changes = new BusMessage.SeatChanges("east", 5, all.taken(), List.of(), List.of());
    east.join().seated(changes, true, () -> all);
    await().atMost(LONG).until(() -> !west.heard.isEmpty());

    east.bus.die();

    west.hears(new News.Died("east"));
    var again = west.join();
    assertThat(again.found()).isEmpty();
    assertThat(again.abandoned()).isPresent();
  }
}
