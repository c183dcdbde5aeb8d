package matinee.server.bus;

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

/// Servers on one PostgreSQL, made and stopped for each test, and what they tell one another of.
abstract class BusServers {
  static final Duration LONG = Duration.ofSeconds(60);
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
  record Both(Server east, Server west) {

    /// Waits until a carrier reaches both.
    void awaitCarried() {
      await().atMost(LONG).until(() -> east.bus.isCarried() && west.bus.isCarried());
    }
  }

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

  /// What a test does to Redis.
  @FunctionalInterface
  interface Step {
    void take() throws Exception;
  }

  /// Redis goes, and comes back: what is appended meanwhile is learnt from the database, and what
  /// is appended afterwards through Redis.
  void losesNothingWhenRedis(Step goes, Step comesBack) throws Exception {
    var both = both();
    var east = both.east();
    var west = both.west();
    var line = east.join();
    west.join();
    both.awaitCarried();

    goes.take();
    await().atMost(LONG).until(() -> !west.bus.isCarried());
    east.journal.append(east.history(), 0, List.of(entry(said(1, "without"))));
    west.hears(new News.Reached(1));
    comesBack.take();
    both.awaitCarried();
    var event = said(2, "with");
    east.journal.append(east.history(), 1, List.of(entry(event)));
    line.advanced("epoch", List.of(event));

    west.hears(new News.Said(new BusMessage.Advanced("epoch", List.of(event))));
  }
}
