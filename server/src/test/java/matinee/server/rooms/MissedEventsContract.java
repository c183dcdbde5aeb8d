package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import matinee.room.Decider;
import matinee.room.Wish;
import matinee.server.bus.News;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.server.journal.ReadsOfJournal;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What is told to those who come back to a room that one or two servers keep, and what of it is
/// read from the database for that.
abstract class MissedEventsContract {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final int HELD = 32;
  private static final List<String> NOTHING = List.of();
  private static final List<String> MISSED = List.of("since");

  private final VirtualTime time = new VirtualTime();
  private final RoomTime roomTime = time.from(VirtualTime.START);
  private final FakeBus bus = new FakeBus();

  /// All connections there were, and what each was told.
  private final Map<FakeConnection, List<ServerMessage>> told = new LinkedHashMap<>();

  private Database database;
  private Journal journal;
  private History history;

  /// The address of an empty database.
  abstract String newDatabase() throws Exception;

  @BeforeEach
  void makeARoom() throws Exception {
    database = Database.open(newDatabase(), (_, _) -> {});
    journal = new SqlJournal(database);
    history = journal.create(RoomId.random(new Random(0)), "epoch", VirtualTime.START);
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// A server that keeps the room. What others tell it waits for its next turn.
  private final class Server {
    final List<News> heard = new ArrayList<>();
    final ReadsOfJournal reads = new ReadsOfJournal(journal);
    final Room room;

    Server(String name) {
      var around =
          new Surroundings(
              reads.journal(),
              roomTime,
              ByteBufAllocator.DEFAULT,
              new UnmeteredRooms(),
              Decider::decide,
              Tracing.OFF,
              bus.of(name));
      room = Room.open(history, around, Optional.empty(), heard::add);
      reads.taken();
    }

    void turn(Letter... letters) {
      var all = new ArrayList<Letter>();
      heard.forEach(news -> all.add(new Letter.Heard(news)));
      heard.clear();
      all.addAll(Arrays.asList(letters));
      room.turn(all);
      told.forEach((connection, messages) -> messages.addAll(connection.received()));
    }

    /// `who` says `text` `times` times.
    void says(FakeConnection who, String text, int times) {
      for (int i = 0; i < times; i++) {
        long seen = room.state().revision();
        turn(who.ask("c" + seen, seen, new Wish.Say(text)));
      }
    }

    /// What is told to `member`, who has seen the events up to `revision` and comes in now.
    List<ServerMessage> welcomes(String member, long revision) {
      var connection = connection(member);
      turn(connection.enter(new Resume.From("epoch", revision)));
      return told(connection);
    }
  }

  private FakeConnection connection(String member) {
    var connection = new FakeConnection(member);
    told.put(connection, new ArrayList<>());
    return connection;
  }

  private List<ServerMessage> told(FakeConnection connection) {
    return told.getOrDefault(connection, List.of());
  }

  /// `member`, who is new in the room, at `server`.
  private FakeConnection at(Server server, String member) {
    var connection = connection(member);
    server.turn(connection.enter());
    return connection;
  }

  private static List<Long> revisions(List<ServerMessage> messages) {
    return messages.stream()
        .filter(ServerMessage.Happened.class::isInstance)
        .map(it -> ((ServerMessage.Happened) it).recorded().revision())
        .toList();
  }

  private static List<Long> fromTo(long first, long last) {
    return LongStream.rangeClosed(first, last).boxed().toList();
  }

  @Test
  @Tag("EN2")
  void who_has_missed_32_events_is_told_them_without_a_look_at_the_journal() {
    var server = new Server("east");
    var ann = at(server, "ann");
    var bob = at(server, "bob");
    long seen = server.room.state().revision();
    server.turn(bob.gone());
    server.says(ann, "hello", HELD);

    var told = server.welcomes("bob", seen);

    assertThat(server.reads.taken()).isEqualTo(NOTHING);
    assertThat(revisions(told)).isEqualTo(fromTo(seen + 1, seen + HELD));
    assertThat(told).doesNotHaveAnyElementsOfTypes(ServerMessage.Snapshot.class);
  }

  @Test
  @Tag("EN2")
  void who_has_missed_more_is_told_all_of_it_from_the_journal() {
    var server = new Server("east");
    var ann = at(server, "ann");
    var bob = at(server, "bob");
    long seen = server.room.state().revision();
    server.turn(bob.gone());
    server.says(ann, "hello", HELD + 1);

    var told = server.welcomes("bob", seen);

    assertThat(server.reads.taken()).isEqualTo(MISSED);
    assertThat(revisions(told)).isEqualTo(fromTo(seen + 1, seen + HELD + 1));
  }

  @Test
  @Tag("EN2")
  void of_long_events_only_so_many_are_held_as_have_room_and_the_journal_has_the_rest() {
    var server = new Server("east");
    var ann = at(server, "ann");
    at(server, "bob");
    long seen = server.room.state().revision();
    server.says(ann, "x".repeat(2_000), HELD);

    var few = server.welcomes("bob", seen + HELD - 10);
    var ofFew = server.reads.taken();
    var all = server.welcomes("bob", seen);
    var ofAll = server.reads.taken();

    assertThat(ofFew).isEqualTo(NOTHING);
    assertThat(revisions(few)).isEqualTo(fromTo(seen + HELD - 9, seen + HELD));
    assertThat(ofAll).isEqualTo(MISSED);
    assertThat(revisions(all)).isEqualTo(fromTo(seen + 1, seen + HELD));
  }

  @Test
  @Tag("EN2")
  void a_room_that_was_read_from_the_journal_holds_the_events_that_came_with_it() {
    var first = new Server("east");
    var ann = at(first, "ann");
    at(first, "bob");
    long seen = first.room.state().revision();
    first.says(ann, "hello", 5);
    bus.kill("east", VirtualTime.START);

    var second = new Server("west");
    var told = second.welcomes("bob", seen);

    assertThat(second.reads.taken()).isEqualTo(NOTHING);
    assertThat(revisions(told)).isEqualTo(fromTo(seen + 1, seen + 5));
  }

  @Test
  @Tag("EN2")
  void a_room_that_was_read_from_its_snapshot_alone_asks_the_journal_for_what_was_before() {
    var first = new Server("east");
    var ann = at(first, "ann");
    at(first, "bob");
    long seen = first.room.state().revision();
    first.says(ann, "hello", 5);
    first.room.putAway();
    await().atMost(LONG).until(() -> journal.snapshot(history).isPresent());

    var second = new Server("west");
    var nothingMissed = second.welcomes("ann", seen + 5);
    var ofNothing = second.reads.taken();
    var told = second.welcomes("bob", seen);

    assertThat(ofNothing).isEqualTo(NOTHING);
    assertThat(revisions(nothingMissed)).isEmpty();
    assertThat(second.reads.taken()).isEqualTo(MISSED);
    assertThat(revisions(told)).isEqualTo(fromTo(seen + 1, seen + 5));
  }

  @Test
  @Tag("EN2")
  @Tag("OR1")
  void what_another_server_has_appended_is_held_too_in_order_and_without_its_gaps() {
    var east = new Server("east");
    var west = new Server("west");
    var ann = at(east, "ann");
    at(west, "bob");
    east.turn();
    long seen = east.room.state().revision();
    east.says(ann, "told", 3);
    west.turn();
    east.says(ann, "told to nobody", 3);
    west.heard.clear();
    east.says(ann, "told", 3);
    west.turn();
    west.reads.taken();

    var told = west.welcomes("bob", seen);

    assertThat(west.reads.taken()).isEqualTo(NOTHING);
    assertThat(revisions(told)).isEqualTo(fromTo(seen + 1, seen + 9));
  }

  @Test
  @Tag("EN2")
  void who_knows_another_history_of_the_room_is_shown_the_room() {
    var server = new Server("east");
    var ann = at(server, "ann");
    server.says(ann, "hello", 3);
    var again = connection("ann");

    server.turn(again.enter(new Resume.From("another", server.room.state().revision() - 1)));

    assertThat(revisions(told(again))).isEmpty();
    assertThat(told(again)).hasAtLeastOneElementOfType(ServerMessage.Snapshot.class);
  }

  /// Bob goes from one server to the other and back while Ann talks, messages between the servers
  /// are lost, and people are taken for lost.
  @Test
  @Tag("EN2")
  @Tag("EN4")
  void whoever_comes_and_goes_while_events_arrive_is_told_each_of_them_once_and_in_order() {
    IntStream.rangeClosed(1, 10).forEach(this::comingAndGoing);
  }

  private void comingAndGoing(int seed) {
    var chance = new Random(seed);
    history = journal.create(RoomId.random(chance), "epoch", VirtualTime.START);
    var east = new Server("east of " + seed);
    var west = new Server("west of " + seed);
    var ann = at(east, "ann");
    var bob = at(west, "bob");
    long first = west.room.state().revision();
    var revisions = new ArrayList<Long>();
    for (int i = 0; i < 12; i++) {
      east.says(ann, "hello", chance.nextInt(10));
      if (chance.nextInt(3) == 0) {
        west.heard.clear();
      }
      time.advance(Duration.ofMillis(chance.nextInt(2_000)));
      east.turn(bob.gone());
      west.turn(bob.gone());
      revisions.addAll(revisions(told(bob)));
      east.says(ann, "hello", chance.nextInt(50));
      bob = connection("bob");
      long seen = revisions.isEmpty() ? first : revisions.getLast();
      var here = chance.nextBoolean() ? east : west;
      here.turn(bob.enter(new Resume.From("epoch", seen)));
    }
    for (var server : List.of(east, west)) {
      server.heard.add(new News.Reached(journal.head(history)));
      server.turn();
    }
    revisions.addAll(revisions(told(bob)));
    assertThat(revisions).as("seed %d", seed).isEqualTo(fromTo(first + 1, revisions.getLast()));
    assertThat(revisions.getLast()).as("seed %d", seed).isEqualTo(journal.head(history));
    bus.kill("east of " + seed, VirtualTime.START);
    bus.kill("west of " + seed, VirtualTime.START);
  }
}
