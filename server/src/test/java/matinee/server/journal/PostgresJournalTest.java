package matinee.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import matinee.server.sql.Database;
import matinee.server.sql.DatabaseFailure;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The journal on a real PostgreSQL server, which several servers write to at once.
final class PostgresJournalTest extends JournalContract {
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_000L);

  private static final int ROUNDS = 20;

  private String address = "";
  private Database database;

  @BeforeEach
  void open() throws SQLException {
    address = TestPostgres.newDatabase();
    database = another();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// Another server's way to the same database.
  private Database another() {
    return Database.open(address, (_, _) -> {});
  }

  @Override
  Journal journal() {
    return new SqlJournal(database);
  }

  private static Entry said(long revision, String by) {
    return new Entry(revision, NOW, "said", "{\"by\":\"" + by + "\"}");
  }

  @Test
  @Tag("OR1")
  void of_two_servers_that_write_the_same_revision_one_wins_and_the_other_is_told()
      throws Exception {
    var seed = 7;
    try (var other = another();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var journals = List.of(journal(), new SqlJournal(other));
      var rooms = new ArrayList<History>();
      for (int i = 0; i < 20; i++) {
        rooms.add(journal().create(RoomId.random(new Random(seed + i)), "e1", NOW));
      }
      var races = new ArrayList<Callable<Integer>>();
      for (var room : rooms) {
        for (int i = 0; i < journals.size(); i++) {
          var journal = journals.get(i);
          var by = "server-" + i;
          races.add(() -> accepted(journal, room, by));
        }
      }

      int accepted = 0;
      for (var race : threads.invokeAll(races)) {
        accepted += race.get();
      }

      var written = new ArrayList<Long>();
      for (var room : rooms) {
        var entries = journal().since(room, 0, 1_000);
        written.add((long) entries.size());
        assertThat(entries.stream().map(Entry::revision))
            .containsExactlyElementsOf(LongStream.rangeClosed(1, entries.size()).boxed().toList());
      }
      assertThat(written).containsOnly(50L);
      assertThat(accepted).isEqualTo(20 * 50);
    }
  }

  /// Appends until the room has 50 events; how many of them are this server's.
  private static int accepted(Journal journal, History room, String by) {
    int accepted = 0;
    for (long head = journal.head(room); head < 50; head = journal.head(room)) {
      if (journal.append(room, head, List.of(said(head + 1, by))) == Appended.ACCEPTED) {
        accepted++;
      }
    }
    return accepted;
  }

  /// Each server is held up until it has both rooms' events to write, in opposite orders, and then
  /// writes them in one transaction.
  @Test
  @Tag("F-16")
  void servers_that_gather_events_of_the_same_rooms_in_opposite_orders_do_not_wait_in_a_ring()
      throws Exception {
    var one = journal().create(RoomId.random(new Random(1)), "e1", NOW);
    var two = journal().create(RoomId.random(new Random(2)), "e1", NOW);
    var other = another();
    int accepted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (long head = 0; head < ROUNDS; head++) {
        var gate = new CountDownLatch(1);
        var here = new Gathering(database, gate, threads);
        var there = new Gathering(other, gate, threads);
        here.append(one, head, "here");
        here.append(two, head, "here");
        there.append(two, head, "there");
        there.append(one, head, "there");

        gate.countDown();

        accepted += here.accepted() + there.accepted();
      }
    }
    other.close();
    database.close(); // what a connection has counted is told at its end
    database = another();

    assertThat(accepted).isEqualTo(2 * ROUNDS);
    assertThat(deadlocks()).isZero();
    assertThat(List.of(journal().head(one), journal().head(two))).containsOnly((long) ROUNDS);
  }

  /// What one server has to write while its writer waits at `gate`.
  private static final class Gathering {
    private final Database database;
    private final ExecutorService threads;
    private final List<Future<Appended>> appends = new ArrayList<>();

    Gathering(Database database, CountDownLatch gate, ExecutorService threads) throws Exception {
      this.database = database;
      this.threads = threads;
      var held = new CountDownLatch(1);
      var _ =
          database.writeLater(
              0,
              _ -> {
                held.countDown();
                return awaits(gate);
              });
      held.await();
    }

    private static boolean awaits(CountDownLatch gate) {
      try {
        gate.await();
        return true;
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    /// Returns when the event waits behind those before it.
    void append(History room, long head, String by) {
      var thread = new AtomicReference<Thread>();
      appends.add(
          threads.submit(
              () -> {
                thread.set(Thread.currentThread());
                return new SqlJournal(database).append(room, head, List.of(said(head + 1, by)));
              }));
      await()
          .atMost(Duration.ofSeconds(60))
          .until(() -> thread.get() != null && thread.get().getState() == Thread.State.WAITING);
    }

    int accepted() throws Exception {
      int accepted = 0;
      for (var append : appends) {
        accepted += append.get() == Appended.ACCEPTED ? 1 : 0;
      }
      return accepted;
    }
  }

  private long deadlocks() throws SQLException {
    try (var connection = TestPostgres.connect(address);
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select deadlocks from pg_stat_database where datname = current_database()")) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void servers_that_make_rooms_at_once_give_each_a_key_of_its_own() throws Exception {
    try (var other = another();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var journals = List.of(journal(), new SqlJournal(other));
      var making = new ArrayList<Callable<Long>>();
      for (int i = 0; i < 100; i++) {
        var journal = journals.get(i % 2);
        var id = RoomId.random(new Random(i));
        making.add(() -> journal.create(id, "e1", NOW).key());
      }

      var keys = new ArrayList<Long>();
      for (var made : threads.invokeAll(making)) {
        keys.add(made.get());
      }

      assertThat(keys).doesNotHaveDuplicates().hasSize(100);
    }
  }

  @Test
  @Tag("CO4")
  void a_connection_that_breaks_fails_what_it_was_writing_and_is_opened_again() throws Exception {
    var room = journal().create(RoomId.random(new Random(1)), "e1", NOW);
    journal().append(room, 0, List.of(said(1, "before")));

    TestPostgres.cutConnections(address);

    assertThatThrownBy(() -> journal().append(room, 1, List.of(said(2, "lost"))))
        .isInstanceOf(DatabaseFailure.class);
    assertThat(journal().since(room, 0, 10)).containsExactly(said(1, "before"));
    assertThat(journal().append(room, 1, List.of(said(2, "after")))).isEqualTo(Appended.ACCEPTED);
    assertThat(journal().since(room, 0, 10)).containsExactly(said(1, "before"), said(2, "after"));
  }

  @Test
  void what_cannot_be_reached_is_named_without_its_password() {
    assertThatThrownBy(() -> Database.open("postgres://ann:secret@127.0.0.1:1/films", (_, _) -> {}))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("postgres://127.0.0.1:1/films")
        .hasMessageNotContaining("secret");
  }

  @Test
  void what_names_no_database_is_refused_with_how_to_write_it() {
    assertThatThrownBy(() -> Database.open("mysql://somewhere/films", (_, _) -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("postgres://USER:PASSWORD@HOST:5432/NAME");
  }
}
