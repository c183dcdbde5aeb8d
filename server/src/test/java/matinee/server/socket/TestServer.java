package matinee.server.socket;

import io.netty.buffer.ByteBufAllocator;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.random.RandomGenerator;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.server.Config;
import matinee.server.access.Admission;
import matinee.server.access.Crowd;
import matinee.server.access.MemorySpent;
import matinee.server.access.Secret;
import matinee.server.access.Tickets;
import matinee.server.journal.Journal;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;
import matinee.server.load.Headroom;
import matinee.server.regions.Regions;
import matinee.server.rooms.Entrant;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Surroundings;
import matinee.server.telemetry.Meters;

/// A sync server on a free loopback port, with its rooms in a memory journal, and one room to go
/// to.
final class TestServer implements AutoCloseable {
  static final Media FILM =
      new Media(
          new MediaRef.Address("https://example.org/film.mp4"), "Film", new Length.Known(600_000));

  /// How many connections one address may have.
  static final int MAX_CONNECTIONS = 200;

  /// How many are let in a second.
  static final int NEWCOMERS = 2_000;

  final Meters meters = new Meters();
  final Journal journal = new MemoryJournal();
  final RoomRegistry rooms;
  final RoomId room;

  /// Runs ahead of the real clock by as much as a test says: silence and limits are measured by it.
  private final AtomicLong aheadNanos = new AtomicLong();

  private final AtomicReference<Double> memory = new AtomicReference<>(0.0);
  private final Headroom headroom = new Headroom(memory::get, () -> {}, this::nanoTime);

  final MemorySpent spent = new MemorySpent();
  private final RandomGenerator chance = new SecureRandom();
  private final Tickets tickets;
  private final SyncServer sync;

  TestServer() throws Exception {
    var time = new RoomTime(Instant.now(), System::nanoTime);
    rooms =
        new RoomRegistry(new Surroundings(journal, time, ByteBufAllocator.DEFAULT, meters), chance);
    tickets =
        new Tickets(
            Secret.random(chance),
            spent,
            () -> time.now().plusNanos(aheadNanos.get()),
            chance,
            new Crowd(MAX_CONNECTIONS, () -> 1));
    sync = SyncServer.start(config(), rooms, tickets, time, headroom, meters, this::nanoTime);
    room = rooms.create(FILM);
  }

  private static Config config() {
    return new Config(
        new Config.Listen(Config.Role.ALL, "127.0.0.1", 0, 0, Optional.empty()),
        new Config.Storage(Path.of("unused"), "unused", Optional.empty()),
        new Config.Place(List.of(URI.create("https://films.example.org")), Set.of(), Regions.NONE),
        new Config.UploadLimits(1, 1, 1, Duration.ofDays(1)),
        new Config.CommandLimits(20, 40, MAX_CONNECTIONS, NEWCOMERS),
        new Config.Telemetry(
            Config.LogFormat.PLAIN, Config.MetricsFor.LOCAL, Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  private long nanoTime() {
    return System.nanoTime() + aheadNanos.get();
  }

  /// From now on `share` of the memory is in use.
  void useMemory(double share) {
    memory.set(share);
    headroom.look();
  }

  /// Lets `seconds` pass in no time, for everything but rooms.
  void advance(int seconds) {
    aheadNanos.addAndGet(seconds * 1_000_000_000L);
  }

  int port() {
    return sync.port();
  }

  String ticket(String member) {
    return ticket(member, "127.0.0.1");
  }

  /// A ticket that was asked for from `address`.
  String ticket(String member, String address) {
    return ticket(room, member, address);
  }

  String ticket(RoomId to, String member, String address) {
    return tickets.issue(new Admission(to, new MemberId(member), "Name of " + member, address));
  }

  /// A connection of the companion `id` of `member`, that has not entered yet.
  TestClient companion(String member, String id) throws Exception {
    var entrant = new Entrant.OnCompanion(new MemberId(member), id);
    var socket = RawSocket.connect(port());
    present(socket, tickets.issue(new Admission(room, entrant, "127.0.0.1")));
    return new TestClient(socket);
  }

  /// A connection of `member` that has not entered yet.
  RawSocket upgraded(String member) throws Exception {
    var socket = RawSocket.connect(port());
    upgrade(socket, member);
    return socket;
  }

  void upgrade(RawSocket socket, String member) throws Exception {
    present(socket, ticket(member));
  }

  /// Upgrades `socket` with `ticket`.
  void present(RawSocket socket, String ticket) throws Exception {
    int status = socket.handshake("/sync?ticket=" + ticket, RawSocket.goodHeaders(port()));
    if (status != 101) {
      throw new IllegalStateException("the handshake was answered by " + status);
    }
  }

  /// A connection of `member`.
  TestClient client(String member) throws Exception {
    return new TestClient(upgraded(member));
  }

  /// A connection of `member` that is in the room.
  TestClient entered(String member) throws Exception {
    var client = client(member);
    client.enter();
    return client;
  }

  /// Sends everyone away, as at a stop of the server.
  void stop() throws InterruptedException {
    sync.stop(chance);
  }

  @Override
  public void close() throws Exception {
    sync.stop(chance);
    rooms.stop();
    sync.close();
  }
}
