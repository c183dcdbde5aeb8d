package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import matinee.room.Agenda;
import matinee.room.Author;
import matinee.room.CommandId;
import matinee.room.Members;
import matinee.room.People;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Wish;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import matinee.wire.ClientMessage;
import matinee.wire.Decoded;
import matinee.wire.Events;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed under load and started again: what it had accepted is there, once; nobody's
/// revision goes back; everyone sees the same.
final class CrashTest {
  private static final long SEED = 20_261_121;
  private static final int ROOMS = 3;
  private static final int MEMBERS = 4;
  private static final int COMMANDS_BEFORE_THE_KILL = 150;

  @TempDir private Path data;
  private String database = "";

  /// A member who commands all the time, and what was heard by it.
  private static final class Person {
    private final String room;
    private final String name;
    private final Random random;
    private final Map<String, Wish> unanswered = new TreeMap<>();
    private final Set<String> accepted = new TreeSet<>();
    private final Set<String> rejected = new TreeSet<>();
    private final List<Recorded> heard = new ArrayList<>();
    private String epoch = "";
    private long revision;
    private int commands;

    private Person(String room, int number) {
      this.room = room;
      name = "m" + number;
      random = new Random(SEED + number);
    }

    private void enter(TestClient client) throws Exception {
      client.send(
          new ClientMessage.Enter(
              epoch.isEmpty() ? Resume.Fresh.FRESH : new Resume.From(epoch, revision)));
      epoch = ((ServerMessage.Welcome) client.next()).epoch();
    }

    /// Commands until the connection breaks.
    private void commandUntilKilled(TestClient client, Runnable onAnswer) throws Exception {
      enter(client);
      hear(client.await(ServerMessage.Snapshot.class));
      try {
        while (true) {
          command(client, name + "-" + commands++, wish());
          while (!unanswered.isEmpty()) {
            hear(client.next());
          }
          onAnswer.run();
        }
      } catch (IOException | AssertionError _) {
        // the server is gone
      }
    }

    private Wish wish() {
      return random.nextBoolean()
          ? new Wish.Say("line " + commands)
          : new Wish.Seek(random.nextInt(7_000_000));
    }

    private void command(TestClient client, String id, Wish wish) throws IOException {
      unanswered.put(id, wish);
      client.send(new ClientMessage.Request(new CommandId(id), revision, wish));
    }

    /// Comes back, sends again what was not answered, and listens until everything is.
    private void resume(TestClient client) throws Exception {
      enter(client);
      for (var open : Map.copyOf(unanswered).entrySet()) {
        command(client, open.getKey(), open.getValue());
      }
      command(client, name + "-last", new Wish.Say("back"));
      while (!unanswered.isEmpty()) {
        hear(client.next());
      }
    }

    private void hear(ServerMessage message) {
      switch (message) {
        case ServerMessage.Snapshot(_, var state) -> revision = state.revision();
        case ServerMessage.Happened(var recorded) -> {
          assertThat(recorded.revision()).isEqualTo(revision + 1);
          revision = recorded.revision();
          heard.add(recorded);
        }
        case ServerMessage.Accepted(var id, _) -> {
          unanswered.remove(id.value());
          accepted.add(id.value());
        }
        case ServerMessage.Rejected(var id, _, _) -> {
          unanswered.remove(id.value());
          rejected.add(id.value());
        }
        default -> {}
      }
    }
  }

  @Test
  @Tag("CO1")
  @Tag("CO4")
  @Tag("OR1")
  @Tag("EN4")
  void what_was_accepted_before_a_kill_is_there_once_after_it() throws Exception {
    database = data.resolve("matinee.db").toString();

    killAndComeBack();
  }

  @Test
  @Tag("CO1")
  @Tag("CO4")
  @Tag("OR1")
  @Tag("EN4")
  void on_postgresql_too_what_was_accepted_before_a_kill_is_there_once_after_it() throws Exception {
    database = TestPostgres.newDatabase();

    killAndComeBack();
  }

  private void killAndComeBack() throws Exception {
    System.out.println("seed " + SEED);
    var people = new ArrayList<Person>();
    var answers = new CountDownLatch(COMMANDS_BEFORE_THE_KILL);
    try (var server = new ClerkProcess(data, database);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int room = 0; room < ROOMS; room++) {
        var id = server.newRoom();
        for (int member = 0; member < MEMBERS; member++) {
          people.add(new Person(id, member));
        }
      }
      for (var person : people) {
        var client = server.client(person.room, person.name);
        threads.submit(
            () -> {
              person.commandUntilKilled(client, answers::countDown);
              return person;
            });
      }
      answers.await();
      server.kill();
    }

    try (var server = new ClerkProcess(data, database);
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var back = new ArrayList<Callable<Person>>();
      for (var person : people) {
        back.add(
            () -> {
              try (var client = server.client(person.room, person.name)) {
                person.resume(client);
              }
              return person;
            });
      }
      for (var done : threads.invokeAll(back)) {
        done.get();
      }
      for (var room : people.stream().map(person -> person.room).distinct().toList()) {
        assertThat(seenBy(server, room, "x")).isEqualTo(seenBy(server, room, "y"));
      }
      server.kill();
    }
    people.forEach(this::checkHistory);
    assertThat(people).allSatisfy(person -> assertThat(person.accepted).hasSizeGreaterThan(3));
  }

  /// The room as `member` is shown it, without the members: they differ by who looks.
  private static RoomState seenBy(ClerkProcess server, String room, String member)
      throws Exception {
    try (var client = server.client(room, member)) {
      var state = client.enter().state();
      return new RoomState(
          0,
          Instant.EPOCH,
          state.stage(),
          state.settings(),
          new People(Members.of(List.of()), List.of(), false),
          new Agenda(List.of(), state.queue()),
          state.answered());
    }
  }

  /// Each accepted command of `person` is in the history once, no rejected one is, and what was
  /// heard is what is there.
  private void checkHistory(Person person) {
    var history = history(person.room);
    var inHistory =
        history.stream()
            .map(Recorded::author)
            .filter(
                it -> it instanceof Author.ByMember by && by.member().value().equals(person.name))
            .map(it -> ((Author.ByMember) it).command().value())
            .toList();
    assertThat(inHistory).doesNotHaveDuplicates().containsAll(person.accepted);
    assertThat(inHistory).noneMatch(person.rejected::contains);
    assertThat(history).containsAll(person.heard);
  }

  private List<Recorded> history(String room) {
    var opened = Database.open(database, (_, _) -> {});
    try {
      var journal = new SqlJournal(opened);
      var found = journal.find(new RoomId(room)).orElseThrow();
      return journal.since(found, 0, 1_000_000).stream()
          .map(entry -> ((Decoded.Value<Recorded>) Events.decode(entry.body())).value())
          .toList();
    } finally {
      opened.close();
    }
  }
}
