package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.netty.buffer.ByteBufAllocator;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import matinee.room.Absent;
import matinee.room.CommandId;
import matinee.room.Control;
import matinee.room.ControlPolicy;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.Role;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Standing;
import matinee.room.Wish;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import matinee.wire.ServerMessage;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A database file as the server wrote it before migration V3, when control was one policy for
/// everything and nobody had a standing, comes through V3 and all after it whole and usable.
final class OldDataTest {
  private static final RoomId ROOM = new RoomId("MsQXIwtLsUOA_GKQv1oKUA");
  private static final RoomId EMPTY = new RoomId("7iyoMbb5z-srTrJzd1K47A");
  private static final MemberId ANN = new MemberId("ann");
  private static final MemberId BOB = new MemberId("bob");

  /// The history of the room, an event a line, as it was written then.
  private static final String EVENTS =
      """
      {"type":"mediaLoaded","revision":1,"atMs":1001,"media":{"ref":{"type":"address","url":"https://films.example/a.mp4"},"title":"Old film"}}
      {"type":"joined","revision":2,"atMs":1002,"member":"ann","name":"Ann"}
      {"type":"joined","revision":3,"atMs":1003,"member":"bob","name":"Bob"}
      {"type":"controlChanged","revision":4,"atMs":1004,"by":"ann","command":"a-1","control":"HOST_ONLY"}
      {"type":"lengthLearnt","revision":5,"atMs":1005,"by":"ann","command":"a-2","lengthMs":888000}
      {"type":"readinessChanged","revision":6,"atMs":1005,"by":"ann","command":"a-2","member":"ann","readiness":"READY"}
      {"type":"said","revision":7,"atMs":1006,"by":"bob","command":"b-1","text":"I read \\"control\\":\\"HOST_ONLY\\" somewhere"}
      {"type":"controlChanged","revision":8,"atMs":1007,"by":"ann","command":"a-3","control":"EVERYONE"}
      {"type":"playbackChanged","revision":9,"atMs":1008,"by":"bob","command":"b-2","cause":"SEEKED","playback":{"type":"paused","positionMs":61500,"rate":1}}
      {"type":"controlChanged","revision":10,"atMs":1009,"by":"ann","command":"a-4","control":"HOST_ONLY"}
      {"type":"hostChanged","revision":11,"atMs":1010,"by":"ann","command":"a-5","host":"bob"}
      {"type":"left","revision":12,"atMs":1011,"member":"ann"}
      """;

  /// The state after the third event, in the form of then: no reader of today takes it.
  private static final String SNAPSHOT =
      """
      {"revision":3,"atMs":1003,"stage":{"type":"idle"},"control":"EVERYONE","gate":{"type":"everyone"},\
      "members":[{"id":"ann","name":"Ann","joinedAtMs":1002,"role":"HOST","readiness":"READY"}],\
      "answered":{"horizon":0,"answers":[]}}""";

  @TempDir private Path folder;

  private final VirtualTime time = new VirtualTime();

  private Path file() {
    return folder.resolve("matinee.db");
  }

  private Database open() {
    return Database.open(file().toString(), (_, _) -> {});
  }

  private Surroundings around(Database database) {
    return new Surroundings(
        new SqlJournal(database),
        time.from(VirtualTime.START),
        ByteBufAllocator.DEFAULT,
        new UnmeteredRooms());
  }

  @BeforeEach
  void leaveAFileAsItWas() throws Exception {
    var url = "jdbc:sqlite:" + file();
    Flyway.configure()
        .dataSource(url, "", "")
        .locations("classpath:db/migration")
        .target("2")
        .load()
        .migrate();
    try (var connection = DriverManager.getConnection(url)) {
      insert(connection, "insert into alive values (1, 1011)");
      insert(connection, "insert into film values ('f_1', 'Sintel', 'WEBM', 4, 900)");
      insert(connection, "insert into room values (1, ?, 'e-1', 1000)", ROOM.value());
      insert(connection, "insert into room values (2, ?, 'e-2', 2000)", EMPTY.value());
      insert(connection, "insert into snapshot values (1, 3, ?)", SNAPSHOT);
      for (var body : EVENTS.lines().toList()) {
        insert(
            connection,
            "insert into event values (1, ?1 ->> 'revision', ?1 ->> 'atMs', ?1 ->> 'type', ?1)",
            body);
      }
    }
  }

  private static void insert(Connection connection, String sql, String... values) throws Exception {
    try (var statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setString(i + 1, values[i]);
      }
      statement.executeUpdate();
    }
  }

  @Test
  void rooms_members_and_what_was_set_are_as_they_were() {
    try (var database = open()) {
      var rooms = new RoomRegistry(around(database), new Random(1));

      var state = rooms.state(ROOM).orElseThrow();

      var media =
          new Media(
              new MediaRef.Address("https://films.example/a.mp4"),
              "Old film",
              new Length.Known(888_000));
      assertThat(state.revision()).isEqualTo(12);
      assertThat(state.at()).isEqualTo(Instant.ofEpochMilli(1_011));
      assertThat(state.stage())
          .isEqualTo(new Stage.Loaded(media, 1, new Playback.Paused(61_500, 1.0)));
      assertThat(state.settings().control()).isEqualTo(Control.all(ControlPolicy.HOST_ONLY));
      assertThat(state.queue()).isEqualTo(RoomState.NEW.queue());
      assertThat(state.members())
          .extracting(Member::id, Member::name, Member::role)
          .containsExactly(tuple(BOB, "Bob", Role.HOST));
      assertThat(state.people().absent())
          .containsExactly(new Absent(ANN, "Ann", Standing.OWNER, false, false));
      assertThat(rooms.state(EMPTY).orElseThrow().revision()).isZero();
    }
  }

  @Test
  void what_was_said_is_untouched_even_where_it_looks_like_a_setting() {
    try (var database = open()) {
      var rooms = new RoomRegistry(around(database), new Random(1));

      var chat = rooms.chat(ROOM, 1_000, 100).events();

      assertThat(chat).contains(EVENTS.lines().toList().get(6));
      assertThat(chat)
          .contains(
              """
              {"type":"controlChanged","revision":8,"atMs":1007,"by":"ann","command":"a-3","control":{"load":"EVERYONE","playPause":"EVERYONE","seek":"EVERYONE","speed":"EVERYONE"}}""");
    }
  }

  @Test
  void the_room_goes_on_and_what_happens_now_is_kept_with_it() {
    long accepted;
    try (var database = open()) {
      var around = around(database);
      var history = around.journal().find(ROOM).orElseThrow();
      var room = Room.open(history, around, Optional.empty(), _ -> {});
      var ann = new FakeConnection("ann");

      room.turn(List.of(ann.enter()));
      accepted = room.state().revision() + 1;
      room.turn(List.of(ann.ask("a-6", room.state().revision(), new Wish.Seek(1_000))));
      room.putAway();

      assertThat(ann.received())
          .contains(new ServerMessage.Accepted(new CommandId("a-6"), accepted));
      assertThat(room.state().member(ANN).orElseThrow().role()).isEqualTo(Role.OWNER);
    }
    try (var database = open()) {
      var state = new RoomRegistry(around(database), new Random(1)).state(ROOM).orElseThrow();

      assertThat(state.revision()).isEqualTo(accepted);
      assertThat(state.members()).extracting(Member::id).containsExactly(BOB, ANN);
      assertThat(state.stage())
          .isInstanceOfSatisfying(
              Stage.Loaded.class,
              loaded -> assertThat(loaded.playback()).isEqualTo(new Playback.Paused(1_000, 1.0)));
    }
  }
}
