package matinee.server;

import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.net.SocketAddress;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import matinee.room.Decider;
import matinee.server.access.Credentials;
import matinee.server.access.Crowd;
import matinee.server.access.Secret;
import matinee.server.access.SecretRow;
import matinee.server.access.SpentSweep;
import matinee.server.access.SqlSpent;
import matinee.server.access.Tickets;
import matinee.server.bus.Bus;
import matinee.server.bus.Carrier;
import matinee.server.bus.RedisCarrier;
import matinee.server.bus.SqlBus;
import matinee.server.clock.ReferenceClock;
import matinee.server.http.WebServer;
import matinee.server.journal.SqlJournal;
import matinee.server.library.Films;
import matinee.server.rooms.AliveMark;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Surroundings;
import matinee.server.rooms.Tracing;
import matinee.server.socket.SyncServer;
import matinee.server.sql.Database;
import matinee.server.sql.DatabaseFailure;
import matinee.server.telemetry.Logs;
import matinee.server.telemetry.Meters;
import matinee.server.trace.LineTracing;
import matinee.server.trace.TraceFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server: the one place where its parts are put together.
public final class Matinee {
  private static final Logger LOG = LoggerFactory.getLogger(Matinee.class);

  /// System property that names the folder of the built page.
  private static final String PAGE = "matinee.page";

  private static final int CANNOT_START = 1;
  private static final int BAD_USE = 2;

  private final SecureRandom chance = new SecureRandom();

  /// Where people on the same network reach this machine, if they may.
  private final Supplier<Optional<String>> onThisNetwork;

  private final Database database;
  private final Optional<TraceFile> trace;
  private final Optional<ReferenceClock> reference;
  private final Optional<SqlBus> bus;
  private final RoomRegistry rooms;
  private final Credentials credentials;
  private final SpentSweep sweep;
  private final AliveMark alive;
  private final SyncServer sync;
  private final WebServer web;

  private Matinee(Config config) throws IOException, InterruptedException {
    onThisNetwork = isOpen(config) ? Addresses::onThisNetwork : Optional::empty;
    Files.createDirectories(config.storage().data());
    var meters = new Meters();
    database = Database.open(config.storage().database(), meters);
    var journal = new SqlJournal(database);
    reference =
        database.isShared()
            ? Optional.of(new ReferenceClock(database, System::nanoTime, meters))
            : Optional.empty();
    var keptBefore = journal.lastAlive();
    var wall = reference.map(ReferenceClock::now).orElseGet(Instant::now);
    var time = RoomTime.resuming(wall, keptBefore, System::nanoTime);
    reference.ifPresent(clock -> clock.keep(time));
    trace = beginTrace(config);
    bus = joinOthers(config, time);
    rooms =
        new RoomRegistry(
            new Surroundings(
                journal,
                time,
                ByteBufAllocator.DEFAULT,
                meters,
                Decider::decide,
                trace.<Tracing>map(LineTracing::new).orElse(Tracing.OFF),
                bus.<Bus>map(it -> it).orElse(Bus.ALONE)),
            chance);
    alive = new AliveMark(journal, time);
    var crowd = new Crowd(config.commands().connectionsPerAddress());
    var spent = new SqlSpent(database);
    credentials = Credentials.of(secret(config), spent, time::now, chance, crowd);
    sweep = new SpentSweep(spent, time::now);
    sync = SyncServer.start(config, rooms, credentials.tickets(), time, meters, System::nanoTime);
    web =
        WebServer.start(
            webSettings(config),
            new WebServer.Inside(
                rooms, credentials, films(config, time), database::answers, meters, onThisNetwork),
            new WebServer.World(chance, time::now, System::nanoTime));
  }

  private Secret secret(Config config) throws IOException {
    var file = config.storage().data().resolve("secret");
    return database.isShared()
        ? Secret.shared(new SecretRow(database), file, chance)
        : Secret.open(file, chance);
  }

  /// Where several servers may use the database, each has a name of its own.
  private Optional<SqlBus> joinOthers(Config config, RoomTime time) {
    if (!database.isShared()) {
      return Optional.empty();
    }
    var node = Long.toHexString(chance.nextLong());
    var carrier =
        config
            .storage()
            .redis()
            .<Carrier>map(address -> new RedisCarrier(address, node, System::nanoTime))
            .orElse(Carrier.NONE);
    return Optional.of(new SqlBus(node, database, carrier, time::now, System::nanoTime));
  }

  /// Does it listen on all networks of the machine?
  private static boolean isOpen(Config config) {
    return Set.of("0.0.0.0", "::").contains(config.listen().bind());
  }

  private static Optional<TraceFile> beginTrace(Config config) throws IOException {
    var folder = config.telemetry().trace();
    return folder.isEmpty()
        ? Optional.empty()
        : Optional.of(TraceFile.begin(folder.get(), Instant.now(), ProcessHandle.current().pid()));
  }

  private WebServer.Settings webSettings(Config config) {
    var listen = config.listen();
    return new WebServer.Settings(
        listen.bind(),
        listen.httpPort(),
        SocketAddress.inetSocketAddress(sync.port(), isOpen(config) ? "127.0.0.1" : listen.bind()),
        Path.of(System.getProperty(PAGE, "web/dist")),
        config.publicUrls(),
        config.trustedProxies(),
        config.telemetry().metrics());
  }

  private Films films(Config config, RoomTime time) throws IOException {
    var limits =
        new Films.Limits(config.uploads().maxFilmBytes(), config.uploads().maxTotalBytes());
    return new Films(config.storage().data().resolve("films"), database, limits, chance, time::now);
  }

  /// Starts a server. Throws `BindException` when a port is taken.
  public static Matinee start(Config config) throws IOException, InterruptedException {
    return new Matinee(config);
  }

  /// The port that people open.
  public int webPort() {
    return web.port();
  }

  /// The port of the sync server.
  public int syncPort() {
    return sync.port();
  }

  RoomRegistry rooms() {
    return rooms;
  }

  Tickets tickets() {
    return credentials.tickets();
  }

  /// Sends every client away with the wish to come back, does what has been asked for, and closes
  /// the database. Takes less than 15 s.
  public void stop() throws InterruptedException {
    sync.stop(chance);
    web.stop();
    rooms.stop();
    bus.ifPresent(SqlBus::close);
    reference.ifPresent(ReferenceClock::close);
    if (trace.isPresent()) {
      trace.get().close();
    }
    alive.stop();
    sweep.close();
    database.close();
    sync.close();
  }

  /// Serves until the process is told to end. Ends with 2 when it is told nonsense, with 1 when it
  /// cannot start.
  public static void main(String[] arguments) throws InterruptedException {
    try {
      switch (new Options().parse(arguments, System.getenv())) {
        case Options.Wanted.Text(var text) -> System.out.print(text);
        case Options.Wanted.Server(var config) -> serve(config);
      }
    } catch (IllegalArgumentException e) {
      give(BAD_USE, "cannot start like this: " + e.getMessage());
    } catch (BindException e) {
      give(
          CANNOT_START,
          e.getMessage() + ". Stop what uses it, or choose another port; see --help.");
    } catch (IOException | DatabaseFailure e) {
      give(CANNOT_START, "cannot start: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("a fault of the program", e);
      give(CANNOT_START, "cannot start");
    }
  }

  /// Starts a server that stops with the process, and says where it is.
  static Matinee serve(Config config) throws IOException, InterruptedException {
    Logs.use(config.telemetry().log());
    var server = start(config);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::stopInShutdown));
    server.announce();
    return server;
  }

  private void announce() {
    System.out.printf("Matinee is ready.%n  open             http://localhost:%d%n", webPort());
    onThisNetwork
        .get()
        .ifPresent(
            address -> System.out.printf("  on this network  http://%s:%d%n", address, webPort()));
  }

  private void stopInShutdown() {
    try {
      stop();
    } catch (InterruptedException e) {
      LOG.warn("stopped in a hurry", e);
    }
  }

  private static void give(int status, String reason) {
    System.err.println("matinee: " + reason);
    System.exit(status);
  }
}
