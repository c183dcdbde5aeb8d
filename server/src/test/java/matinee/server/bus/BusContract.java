package matinee.server.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import matinee.room.Author;
import matinee.room.CommandId;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import matinee.wire.BusMessage;
import matinee.wire.Events;
import matinee.wire.Seat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What servers on one PostgreSQL learn of one another, by whatever carrier.
abstract class BusContract {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final MemberId ANN = new MemberId("ann");

  private final List<Server> servers = new ArrayList<>();
  private String address = "";
  private RoomId room = RoomId.random(new Random(1));

  /// A way to carry messages for the server called `node`.
  abstract Carrier carrier(String node);

  /// A server: its database, its bus, and what its room has heard.
  final class Server {
    final BlockingQueue<News> heard = new LinkedBlockingQueue<>();
    final Database database = Database.open(address, (_, _) -> {});
    final Journal journal = new SqlJournal(database);
    final SqlBus bus;

    Server(String node) {
      bus = new SqlBus(node, database, carrier(node), Instant::now, System::nanoTime);
      servers.add(this);
    }

    History history() {
      return journal.find(room).orElseThrow();
    }

    RoomBus join() {
      return bus.join(history(), heard::add);
    }

    /// Waits until this is heard, whatever else is.
    void hears(News news) {
      await().atMost(LONG).until(() -> heard.contains(news));
    }

    /// Waits until the other is known to live.
    void knowsOthers() {
      await().atMost(LONG).until(bus::hasOthers);
    }
  }

  /// Two servers that know of each other.
  record Both(Server east, Server west) {}

  Both both() {
    var both = new Both(new Server("east"), new Server("west"));
    both.east().knowsOthers();
    both.west().knowsOthers();
    return both;
  }

  @BeforeEach
  void makeARoom() throws SQLException {
    address = TestPostgres.newDatabase();
    try (var database = Database.open(address, (_, _) -> {})) {
      new SqlJournal(database).create(room, "epoch", Instant.now());
    }
  }

  @AfterEach
  void stop() {
    for (var server : servers) {
      server.bus.close();
      server.database.close();
    }
  }

  static Recorded said(long revision, String text) {
    return new Recorded(
        revision,
        Instant.ofEpochMilli(1_800_000_000_000L),
        new Author.ByMember(ANN, new CommandId("c" + revision)),
        new Event.Said(text));
  }

  static Entry entry(Recorded event) {
    return new Entry(event.revision(), event.at(), "said", Events.encode(event));
  }

  static Seat seat(String member) {
    return new Seat(
        new MemberId(member), Instant.ofEpochMilli(1_800_000_000_000L), Optional.empty());
  }

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
  void who_is_connected_to_one_the_other_learns() {
    var both = both();
    var east = both.east();
    var west = both.west();
    var line = east.join();
    west.join();
    var all = new BusMessage.Seats("east", 5, List.of(seat("ann"), seat("bob")));
    var changes = new BusMessage.SeatChanges("east", 5, List.of(seat("bob")), List.of());

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
    var all = new BusMessage.Seats("east", 5, List.of(seat("ann")));
    var changes = new BusMessage.SeatChanges("east", 5, List.of(seat("ann")), List.of());
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
    var all = new BusMessage.Seats("east", 5, List.of(seat("ann")));
    west.join();
    east.join()
        .seated(new BusMessage.SeatChanges("east", 5, all.taken(), List.of()), true, () -> all);
    await().atMost(LONG).until(() -> !west.heard.isEmpty());

    east.bus.die();

    west.hears(new News.Died("east"));
    var again = west.join();
    assertThat(again.found()).isEmpty();
    assertThat(again.abandoned()).isPresent();
  }
}
