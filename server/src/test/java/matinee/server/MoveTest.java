package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.room.Author;
import matinee.room.CommandId;
import matinee.room.Event;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.server.access.Pass;
import matinee.server.access.Passes;
import matinee.server.access.Secret;
import matinee.server.access.SecretRow;
import matinee.server.accounts.Account;
import matinee.server.accounts.Accounts;
import matinee.server.accounts.Belongings;
import matinee.server.accounts.DeviceName;
import matinee.server.accounts.EmailAddress;
import matinee.server.accounts.Guarded;
import matinee.server.accounts.Language;
import matinee.server.accounts.Passport;
import matinee.server.accounts.Password;
import matinee.server.accounts.Passwords;
import matinee.server.accounts.PortraitId;
import matinee.server.accounts.Sessions;
import matinee.server.accounts.SignedIn;
import matinee.server.accounts.Tokens;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.portraits.Pictures;
import matinee.server.portraits.Portraits;
import matinee.server.portraits.Size;
import matinee.server.portraits.Squares;
import matinee.server.portraits.Studio;
import matinee.server.portraits.Taken;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Surroundings;
import matinee.server.sql.Database;
import matinee.server.sql.DatabaseFailure;
import matinee.server.sql.TestPostgres;
import matinee.server.telemetry.Meters;
import matinee.wire.EventType;
import matinee.wire.Events;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A SQLite file with rooms is moved to a real PostgreSQL, and back.
final class MoveTest {
  private static final MemberId ANN = new MemberId("ann");
  private static final String ORIGIN = "192.0.2.1";
  private static final Instant THEN = Instant.ofEpochMilli(1_700_000_000_000L);

  @TempDir private Path folder;
  private final SecureRandom chance = new SecureRandom();
  private final List<RoomId> rooms = new ArrayList<>();
  private String file = "";
  private String server = "";
  private String pass = "";

  /// Three rooms with a film, somebody in them, and different numbers of chat lines.
  @BeforeEach
  void keepRooms() throws Exception {
    file = folder.resolve("matinee.db").toString();
    server = TestPostgres.newDatabase();
    try (var database = Database.open(file, (_, _) -> {})) {
      for (int number = 0; number < 3; number++) {
        var film = new MediaRef.Address("https://example.org/" + number + ".mp4");
        var room = registry(database).create(new Media(film, "Änne 🎬", new Length.Known(600_000)));
        say(database, room, 1_100 * number);
        rooms.add(room);
      }
      new SqlJournal(database).markAlive(Instant.now().minusSeconds(60));
    }
    pass =
        new Passes(Secret.open(folder.resolve("secret"), chance))
            .write(rooms.getFirst(), Pass.of(ANN));
  }

  private RoomRegistry registry(Database database) {
    var time = new RoomTime(Instant.now(), System::nanoTime);
    var journal = new SqlJournal(database);
    return new RoomRegistry(
        new Surroundings(journal, time, ByteBufAllocator.DEFAULT, new Meters()), chance);
  }

  /// Ann comes in and says so many lines.
  private static Appended say(Database database, RoomId room, int lines) {
    var journal = new SqlJournal(database);
    var history = journal.find(room).orElseThrow();
    long head = journal.head(history);
    var events = new ArrayList<Event>(List.of(new Event.Joined(ANN, "Änn")));
    for (int line = 0; line < lines; line++) {
      events.add(new Event.Said("line " + line));
    }
    var entries = new ArrayList<Entry>();
    for (var event : events) {
      long revision = head + entries.size() + 1;
      var by = new Author.ByMember(ANN, new CommandId("c-" + revision));
      var recorded = new Recorded(revision, THEN, by, event);
      var kind = EventType.of(event).wireName();
      entries.add(new Entry(revision, THEN, kind, Events.encode(recorded)));
    }
    return journal.append(history, head, entries);
  }

  private List<Optional<RoomState>> states(String address) {
    try (var database = Database.open(address, (_, _) -> {})) {
      var registry = registry(database);
      return rooms.stream().map(registry::state).toList();
    }
  }

  @Test
  void every_room_is_as_it_was_after_a_move_and_goes_on() throws Exception {
    new Move(file, server, false).run();

    assertThat(states(server)).isEqualTo(states(file)).doesNotContain(Optional.empty());
    try (var database = Database.open(server, (_, _) -> {})) {
      var secret = Secret.shared(new SecretRow(database), folder.resolve("elsewhere"), chance);
      assertThat(new Passes(secret).read(rooms.getFirst(), pass)).contains(Pass.of(ANN));
      assertThat(registry(database).create()).isNotIn(rooms);
      assertThat(say(database, rooms.getLast(), 2)).isEqualTo(Appended.ACCEPTED);
    }
  }

  @Test
  void there_and_back_again_nothing_is_lost() throws Exception {
    var back = folder.resolve("back.db").toString();

    new Move(file, server, false).run();
    new Move(server, back, false).run();

    assertThat(states(back)).isEqualTo(states(file));
    try (var database = Database.open(back, (_, _) -> {})) {
      var secret = Secret.own(new SecretRow(database), folder.resolve("made anew"), chance);
      assertThat(new Passes(secret).read(rooms.getFirst(), pass)).contains(Pass.of(ANN));
    }
  }

  @Test
  void who_is_signed_in_stays_so() throws Exception {
    Tokens tokens;
    try (var database = Database.open(file, (_, _) -> {});
        var passport = passport(database)) {
      tokens = signIn(passport);
    }

    new Move(file, server, false).run();

    try (var database = Database.open(server, (_, _) -> {});
        var passport = passport(database)) {
      assertThat(passport.sessions(ORIGIN).who(tokens.access()))
          .get()
          .extracting(SignedIn::account)
          .isEqualTo(tokens.account());
      assertThat(passport.sessions(ORIGIN).refresh(tokens.refresh())).isPresent();
    }
  }

  @Test
  void how_somebody_looks_goes_along_there_and_back() throws Exception {
    var back = folder.resolve("back.db").toString();
    var picture = new ByteArrayInputStream(Pictures.png(100, 100, Color.RED));
    PortraitId portrait;
    try (var database = Database.open(file, (_, _) -> {});
        var passport = passport(database);
        var studio = new Studio()) {
      var account = signIn(passport).account().id();
      var squares = ((Taken.Done<Squares>) studio.take(picture)).made();
      portrait = portraits(database).set(account, squares, ORIGIN).orElseThrow();
    }

    new Move(file, server, false).run();
    new Move(server, back, false).run();

    var before = look(file, portrait);
    assertThat(before).hasSizeGreaterThan(0);
    assertThat(look(server, portrait)).isEqualTo(before);
    assertThat(look(back, portrait)).isEqualTo(before);
  }

  private byte[] look(String address, PortraitId portrait) {
    try (var database = Database.open(address, (_, _) -> {})) {
      return portraits(database).read(portrait, Size.LARGE).orElseThrow();
    }
  }

  private Portraits portraits(Database database) {
    var trail = Secrets.trail(database, Secret.random(chance));
    return new Portraits(database, trail, Instant::now, chance);
  }

  private Passport passport(Database database) {
    var trail = Secrets.trail(database, Secret.random(chance));
    return new Passport(
        database, trail, Belongings.NONE, new Passwords(4, chance), Instant::now, chance);
  }

  /// Somebody who has registered now.
  private static Tokens signIn(Passport passport) {
    var email = new EmailAddress("ann@example.org");
    var profile = new Account.Profile("Änn", Optional.of(Language.DE), Optional.empty());
    var password = "correct horse";
    passport
        .accounts(ORIGIN)
        .register(new Accounts.Application(email, new Password(password), profile));
    var attempt = new Sessions.Attempt(email, password, DeviceName.NONE, Optional.empty());
    if (passport.sessions(ORIGIN).signIn(attempt)
        instanceof Guarded.Done<Sessions.Entry>(var entry)) {
      return entry.tokens();
    }
    throw new AssertionError("not signed in");
  }

  @Test
  void what_is_not_empty_is_not_moved_to() throws Exception {
    new Move(file, server, false).run();

    assertThatThrownBy(() -> new Move(file, server, true).run())
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("is not empty");
    assertThat(states(server)).isEqualTo(states(file));
  }

  @Test
  void while_a_server_is_at_work_nothing_is_moved_unless_somebody_insists() throws Exception {
    try (var database = Database.open(file, (_, _) -> {})) {
      new SqlJournal(database).markAlive(Instant.now());
    }

    assertThatThrownBy(() -> new Move(file, server, false).run())
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("--force");
    new Move(file, server, true).run();

    assertThat(states(server)).isEqualTo(states(file));
  }

  @Test
  void a_file_that_is_not_there_is_not_made() {
    var missing = folder.resolve("missing.db");

    assertThatThrownBy(() -> new Move(missing.toString(), server, false).run())
        .hasMessageContaining("there is no file");
    assertThat(missing).doesNotExist();
  }

  @Test
  void what_has_no_rooms_is_not_moved_and_gets_no_tables() throws Exception {
    var wrong = TestPostgres.newDatabase();

    assertThatThrownBy(() -> new Move(wrong, folder.resolve("new.db").toString(), false).run())
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("has no tables of Matinee");
    assertThat(folder.resolve("new.db")).doesNotExist();
  }

  @Test
  void tables_of_a_newer_program_are_refused_on_either_side() throws Exception {
    var newer = folder.resolve("newer.db").toString();
    Database.migrate(newer);
    try (var connection = DriverManager.getConnection("jdbc:sqlite:" + newer);
        var statement = connection.createStatement()) {
      statement.execute("update flyway_schema_history set version = '999' where version = '8'");
    }

    for (var move : List.of(new Move(file, newer, true), new Move(newer, server, true))) {
      assertThatThrownBy(move::run).hasMessageContaining("newer than this program");
    }
  }

  /// Everything is copied and compared when the process waits for the table of the secret.
  @Test
  void a_move_that_is_killed_just_before_its_end_leaves_nothing_and_another_can_be_made()
      throws Exception {
    Database.migrate(server);
    try (var watcher = TestPostgres.connect(server);
        var statement = watcher.createStatement()) {
      watcher.setAutoCommit(false);
      statement.execute("lock table secret in share mode");
      try (var process =
          MatineeProcess.run(List.of("move", "--from=sqlite:" + file, "--to=" + server))) {
        await().atMost(Duration.ofSeconds(60)).until(() -> isWaitedFor(statement));
        process.kill();
      }
      watcher.rollback();
    }

    new Move(file, server, false).run();

    assertThat(states(server)).isEqualTo(states(file));
  }

  private static boolean isWaitedFor(Statement statement) throws SQLException {
    try (var rows =
        statement.executeQuery(
            "select count(*) from pg_locks where not granted and relation = 'secret'::regclass")) {
      return rows.next() && rows.getInt(1) > 0;
    }
  }
}
