package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import matinee.room.Absent;
import matinee.room.Event;
import matinee.room.Evolution;
import matinee.room.Member;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Standing;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import matinee.wire.Decoded;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/// Who owns a room, when very many want to change it at once, over two servers of one PostgreSQL.
@Tag("A-14")
final class RightsRaceTest {
  private static final int ROUNDS = 25;
  private static final int PEOPLE = 20;

  /// Fewer than may be unanswered (CO3).
  private static final int AT_ONCE = 10;

  private static final List<String> STANDINGS = List.of("MEMBER", "GUEST", "WATCHER");

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Racer> racers = new ArrayList<>();
  private String database = "";
  private List<MatineeProcess> servers = List.of();
  private String room = "";

  @BeforeEach
  void start() throws Exception {
    database = TestPostgres.newDatabase();
    servers = all(List.of(() -> server("east"), () -> server("west")));
    room = at(0).newRoom();
  }

  @AfterEach
  void stop() throws InterruptedException {
    racers.forEach(Racer::close);
    for (var server : servers) {
      server.close();
    }
  }

  private MatineeProcess server(String name) throws Exception {
    return MatineeProcess.serving(
        folder.resolve(name),
        database,
        "--commands-per-second=1000",
        "--command-burst=1000",
        "--connections-per-address=1000");
  }

  /// Does all of it at once, each on a thread of its own.
  private static <T> List<T> all(List<Callable<T>> deeds) throws Exception {
    var done = new ArrayList<T>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var deed : threads.invokeAll(deeds)) {
        done.add(deed.get());
      }
    }
    return done;
  }

  /// What a racer does in a race; `number` is its own.
  @FunctionalInterface
  private interface Course {
    void run(Racer racer, int number) throws Exception;
  }

  /// Lets all racers begin in the same moment, and waits for their end.
  private void race(Course course) throws Exception {
    var start = new CyclicBarrier(racers.size());
    var deeds = new ArrayList<Callable<Boolean>>();
    for (int i = 0; i < racers.size(); i++) {
      int number = i;
      deeds.add(
          () -> {
            start.await(1, TimeUnit.MINUTES);
            course.run(racers.get(number), number);
            return true;
          });
    }
    all(deeds);
  }

  private Stranger at(int server) {
    return new Stranger(http, servers.get(server % servers.size()).port());
  }

  /// The first of them owns the room; every other is at the other server.
  private void enter(int people) throws Exception {
    for (int i = 0; i < people; i++) {
      var racer = Racer.enter(at(i), room);
      for (var earlier : racers) {
        earlier.see(racer);
      }
      racers.add(racer);
    }
  }

  private List<Recorded> journal() {
    try (var opened = Database.open(database, (_, _) -> {})) {
      Journal journal = new SqlJournal(opened);
      var history = journal.find(new RoomId(room)).orElseThrow();
      return journal.since(history, 0, Integer.MAX_VALUE).stream()
          .map(entry -> decoded(entry.body()))
          .map(message -> ((ServerMessage.Happened) message).recorded())
          .toList();
    }
  }

  private static ServerMessage decoded(String text) {
    return switch (ServerMessages.decode(text)) {
      case Decoded.Value<ServerMessage>(var message) -> message;
      case Decoded.Malformed<ServerMessage>(var field, var why) ->
          throw new AssertionError(field + " " + why + " in " + text);
    };
  }

  private static RoomState state(JsonNode snapshot) {
    return ((ServerMessage.Snapshot) decoded(snapshot.toString())).state();
  }

  private static long owners(RoomState state) {
    return Stream.concat(
            state.members().stream().map(it -> it.rank().standing()),
            state.people().absent().stream().map(Absent::standing))
        .filter(Standing.OWNER::equals)
        .count();
  }

  /// There has been one owner at any time, and at most one host; each gift that somebody was told
  /// of has been made, once; and whoever comes in at either server is shown what the journal says.
  private void checkAll() throws Exception {
    var shown = new ArrayList<RoomState>();
    for (int i = 0; i < servers.size(); i++) {
      try (var visit = at(i).enter(at(i).ticket(room))) {
        shown.add(state(visit.snapshot()));
      }
    }
    var state = RoomState.NEW;
    var replayed = new ArrayList<RoomState>();
    for (var recorded : journal()) {
      state = Evolution.evolve(state, recorded);
      replayed.add(state.withoutAnswers());
      assertThat(owners(state)).as("owners after %s", recorded).isEqualTo(1);
      assertThat(state.members().stream().filter(Member::isHost).count())
          .as("hosts after %s", recorded)
          .isEqualTo(state.members().isEmpty() ? 0 : 1);
    }
    assertThat(gifts()).isEqualTo(racers.stream().mapToInt(Racer::given).sum());
    for (var one : shown) {
      assertThat(one).isEqualTo(replayed.get(Math.toIntExact(one.revision() - 1)));
    }
  }

  private long gifts() {
    return journal().stream().filter(it -> it.event() instanceof Event.OwnerChanged).count();
  }

  @Test
  void a_room_that_two_give_to_one_another_at_once_has_one_owner_at_any_time() throws Exception {
    enter(2);

    race(
        (racer, number) -> {
          for (int i = 0; i < 2 * ROUNDS; i++) {
            racer.give(racers.get(1 - number));
            if (i % AT_ONCE == 0) {
              racer.hearOut();
            }
          }
          racer.hearOut();
        });

    assertThat(gifts()).isPositive();
    checkAll();
  }

  @Test
  void who_gives_the_room_away_and_leaves_while_the_other_leaves_too_leaves_it_one_owner()
      throws Exception {
    enter(2);

    for (int i = 0; i < ROUNDS; i++) {
      int round = i;
      race(
          (racer, number) -> {
            racer.give(racers.get(1 - number));
            racer.leave();
            racer.comeBack(at(number + round));
          });
    }

    assertThat(gifts()).isPositive();
    checkAll();
  }

  @Test
  void of_two_who_put_one_another_down_at_once_one_owns_the_room() throws Exception {
    enter(2);

    for (int i = 0; i < ROUNDS; i++) {
      race(
          (racer, number) -> {
            var other = racers.get(1 - number);
            racer.setStanding(other, "WATCHER");
            racer.handOver(other);
            racer.give(other);
            racer.setStanding(other, "GUEST");
            racer.hearOut();
          });
    }

    assertThat(gifts()).isPositive();
    checkAll();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void a_hundred_wishes_at_once_by_whoever_comes_and_goes_leave_the_room_one_owner(long seed)
      throws Exception {
    enter(PEOPLE);

    race((racer, number) -> wish(racer, number, new Random(seed * PEOPLE + number)));

    checkAll();
  }

  /// Five wishes of what chance says.
  private void wish(Racer racer, int number, Random chance) throws Exception {
    for (int i = 0; i < 5; i++) {
      var other = racers.get((number + 1 + chance.nextInt(PEOPLE - 1)) % PEOPLE);
      switch (chance.nextInt(8)) {
        case 0 -> {
          racer.leave();
          racer.comeBack(at(chance.nextInt(2)));
        }
        case 1 -> racer.handOver(other);
        case 2, 3 -> racer.setStanding(other, STANDINGS.get(chance.nextInt(STANDINGS.size())));
        default -> racer.give(other);
      }
    }
    racer.hearOut();
  }
}
