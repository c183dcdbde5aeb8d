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
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import matinee.server.access.Credentials;
import matinee.server.access.Crowd;
import matinee.server.access.RateLimits;
import matinee.server.access.SpentSweep;
import matinee.server.access.SqlSpent;
import matinee.server.access.Tickets;
import matinee.server.accounts.Belongings;
import matinee.server.accounts.Passport;
import matinee.server.accounts.Passwords;
import matinee.server.audit.AuditTrail;
import matinee.server.bus.Bus;
import matinee.server.bus.Carrier;
import matinee.server.bus.Census;
import matinee.server.bus.RedisCarrier;
import matinee.server.bus.SqlBus;
import matinee.server.clock.ReferenceClock;
import matinee.server.http.Company;
import matinee.server.http.Library;
import matinee.server.http.Readiness;
import matinee.server.http.WebServer;
import matinee.server.immudb.ImmudbCopy;
import matinee.server.journal.SqlJournal;
import matinee.server.journal.SqlMoves;
import matinee.server.library.Shelf;
import matinee.server.load.Headroom;
import matinee.server.load.HeadroomWatch;
import matinee.server.mail.Mail;
import matinee.server.moving.Compass;
import matinee.server.moving.Mover;
import matinee.server.moving.Moving;
import matinee.server.moving.Neighbours;
import matinee.server.moving.RoundTrips;
import matinee.server.places.Places;
import matinee.server.rooms.AliveMark;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Surroundings;
import matinee.server.rooms.Tracing;
import matinee.server.rooms.Travels;
import matinee.server.socket.SyncServer;
import matinee.server.sql.Database;
import matinee.server.sql.DatabaseFailure;
import matinee.server.telemetry.Logs;
import matinee.server.telemetry.Meters;
import matinee.server.telemetry.StoreMeters;
import matinee.server.trace.LineTracing;
import matinee.server.trace.TraceFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A running server: the one place where its parts are put together.
public final class Matinee {
  private static final Logger LOG = LoggerFactory.getLogger(Matinee.class);

  /// System property that names the folder of the built page.
  private static final String PAGE = "matinee.page";

  private static final int FAILED = 1;
  private static final int BAD_USE = 2;

  private final SecureRandom chance = new SecureRandom();

  /// Where people on the same network reach this machine, if they may.
  private final Supplier<Optional<String>> onThisNetwork;

  private final Database database;
  private final Optional<TraceFile> trace;
  private final Optional<ReferenceClock> reference;
  private final Optional<SqlBus> bus;
  private final Optional<Census> census;
  private final Headroom headroom = Headroom.ofProcess();
  private final HeadroomWatch headroomWatch = new HeadroomWatch(headroom);
  private final Neighbours neighbours;
  private final RoomRegistry rooms;
  private final Optional<RegionLine> line;
  private final Credentials credentials;
  private final SpentSweep sweep;
  private final Optional<Mail> mail;
  private final Optional<ImmudbCopy> copy;
  private final AuditTrail trail;
  private final Places places;
  private final Passport passport;
  private final Company company;
  private final WebServer web;

  /// What only a process has that keeps rooms.
  private final Optional<Kept> kept;

  private volatile boolean isStopping;

  /// The sync server, and the note that rooms are being kept.
  private record Kept(SyncServer sync, AliveMark alive) {}

  /// What only a server has that is in one of several regions.
  private record RegionLine(Compass compass, Moving moving, Optional<Mover> mover) {}

  private Matinee(Config config) throws IOException, InterruptedException {
    onThisNetwork = isOpen(config) ? Addresses::onThisNetwork : Optional::empty;
    Files.createDirectories(config.storage().data());
    var meters = new Meters();
    meters.observe(headroom);
    database = Database.open(config.storage().database(), meters);
    var secret = Secrets.secret(config.storage(), database, chance);
    trail = Secrets.trail(database, secret);
    var journal = new SqlJournal(database, Optional.of(trail), this::departed);
    reference =
        database.isShared()
            ? Optional.of(new ReferenceClock(database, System::nanoTime, meters))
            : Optional.empty();
    var keptBefore = journal.lastAlive();
    var wall = reference.map(ReferenceClock::now).orElseGet(Instant::now);
    var time = RoomTime.resuming(wall, keptBefore, System::nanoTime);
    reference.ifPresent(clock -> clock.keep(time));
    trace = beginTrace(config);
    var node = Long.toHexString(chance.nextLong());
    bus = joinOthers(config, node, time);
    census = beCounted(config, node, time);
    var regions = config.place().regions();
    neighbours = new Neighbours(regions, time);
    var around =
        new Surroundings(
            journal,
            time,
            ByteBufAllocator.DEFAULT,
            meters,
            ServerRules.of(config.place(), neighbours),
            trace.<Tracing>map(LineTracing::new).orElse(Tracing.OFF),
            bus.<Bus>map(it -> it).orElse(Bus.ALONE));
    rooms = new RoomRegistry(around, chance);
    line = regions.areSeveral() ? Optional.of(line(config, around)) : Optional.empty();
    var spent = new SqlSpent(database);
    var crowd =
        new Crowd(
            config.commands().connectionsPerAddress(), () -> census.map(Census::rooms).orElse(1));
    credentials = Credentials.of(secret, spent, time::now, chance, crowd);
    sweep = new SpentSweep(spent, time::now);
    mail = config.mail().map(it -> new Mail(it, database, time::now, chance, meters));
    copy = config.telemetry().immudb().map(it -> new ImmudbCopy(trail, it, meters));
    places = new Places(database, trail, time::now);
    company = Company.of(database, trail, node, config.place(), time::now, chance);
    passport = passport(time);
    kept =
        config.listen().role().keepsRooms()
            ? Optional.of(keep(config, journal, time, meters))
            : Optional.empty();
    web = startWeb(config, time, new WebServer.Health(this::readiness, headroom, meters));
  }

  private Kept keep(Config config, SqlJournal journal, RoomTime time, Meters meters)
      throws BindException, InterruptedException {
    var tickets = credentials.tickets();
    var sync = SyncServer.start(config, rooms, tickets, time, headroom, meters, System::nanoTime);
    return new Kept(sync, new AliveMark(journal, time));
  }

  private RegionLine line(Config config, Surroundings around) {
    var regions = config.place().regions();
    var moves = new SqlMoves(database, new PasswordsOfRooms());
    var travels = new Travels(around, moves, chance);
    var time = around.time();
    var compass = new Compass(regions, neighbours, moves, rooms, time);
    return new RegionLine(
        compass,
        new Moving(regions, time, compass, travels, rooms, new RoundTrips(database, time)),
        config.listen().role().keepsRooms()
            ? Optional.of(new Mover(regions, neighbours, moves, travels, rooms, time))
            : Optional.empty());
  }

  private void departed() {
    line.flatMap(RegionLine::mover).ifPresent(Mover::wake);
  }

  private Passport passport(RoomTime time) {
    return new Passport(
        database,
        trail,
        Belongings.of(places, company.belongings(), Library::forgetOwner),
        new Passwords(Passwords.COST, chance),
        time::now,
        chance);
  }

  private WebServer startWeb(Config config, RoomTime time, WebServer.Health health)
      throws IOException {
    kept.ifPresent(it -> passport.endings().listen(it.sync()::end));
    kept.ifPresent(it -> company.see(it.sync()::signedIn, rooms));
    var settings = webSettings(config);
    var world = new WebServer.World(chance, time::now, System::nanoTime);
    var limits = new RateLimits(System::nanoTime, () -> census.map(Census::pages).orElse(1));
    return switch (config.listen().role()) {
      case SYNC -> WebServer.startForHealth(settings, health, world);
      case ALL, API ->
          WebServer.start(
              settings,
              new WebServer.Inside(
                  rooms,
                  new WebServer.Proofs(credentials, passport, trail, places, mail, company),
                  library(config, time, health.meters()),
                  health,
                  limits,
                  line.map(RegionLine::moving),
                  onThisNetwork),
              world);
    };
  }

  private Readiness readiness() {
    if (isStopping) {
      return Readiness.STOPPING;
    }
    if (headroom.isShort()) {
      return Readiness.MEMORY_SHORT;
    }
    return database.answers() ? Readiness.READY : Readiness.STORE_FAILS;
  }

  /// Where several servers may use the database, each is known as `node`.
  private Optional<Census> beCounted(Config config, String node, RoomTime time) {
    var role = config.listen().role();
    return database.isShared()
        ? Optional.of(
            new Census(
                database, node, new Census.Work(role.servesPages(), role.keepsRooms()), time::now))
        : Optional.empty();
  }

  /// Servers that keep rooms of one database tell one another of them.
  private Optional<SqlBus> joinOthers(Config config, String node, RoomTime time) {
    if (!database.isShared() || !config.listen().role().keepsRooms()) {
      return Optional.empty();
    }
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
        whereSyncIs(config),
        Path.of(System.getProperty(PAGE, "web/dist")),
        config.place(),
        config.telemetry().metrics());
  }

  private Optional<SocketAddress> whereSyncIs(Config config) {
    var listen = config.listen();
    var host = isOpen(config) ? "127.0.0.1" : listen.bind();
    return kept.map(it -> SocketAddress.inetSocketAddress(it.sync().port(), host))
        .or(() -> listen.syncAt().map(it -> SocketAddress.inetSocketAddress(it.port(), it.host())));
  }

  private Library library(Config config, RoomTime time, Meters meters) throws IOException {
    var shelf = Shelf.of(config.storage(), new StoreMeters(meters.registry()));
    return Library.of(config, shelf, database, trail, chance, time::now);
  }

  /// Starts a server. Throws `BindException` when a port is taken.
  public static Matinee start(Config config) throws IOException, InterruptedException {
    return new Matinee(config);
  }

  /// The port that people open, or that tells how this server is.
  public int webPort() {
    return web.port();
  }

  /// The port of the sync server, if there is one here.
  public OptionalInt syncPort() {
    return kept.map(it -> OptionalInt.of(it.sync().port())).orElseGet(OptionalInt::empty);
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
    isStopping = true;
    if (kept.isPresent()) {
      kept.get().sync().stop(chance);
    }
    web.stop();
    line.flatMap(RegionLine::mover).ifPresent(Mover::close);
    rooms.stop();
    bus.ifPresent(SqlBus::close);
    census.ifPresent(Census::close);
    line.ifPresent(it -> it.compass().close());
    neighbours.close();
    reference.ifPresent(ReferenceClock::close);
    if (trace.isPresent()) {
      trace.get().close();
    }
    if (kept.isPresent()) {
      kept.get().alive().stop();
    }
    mail.ifPresent(Mail::close);
    copy.ifPresent(ImmudbCopy::close);
    sweep.close();
    company.close();
    passport.close();
    headroomWatch.close();
    database.close();
    if (kept.isPresent()) {
      kept.get().sync().close();
    }
  }

  /// Serves until the process is told to end. Ends with 2 when it is told nonsense, with 1 when it
  /// cannot start.
  public static void main(String[] arguments) throws InterruptedException {
    try {
      switch (new Options().parse(arguments, System.getenv())) {
        case Options.Wanted.Text(var text) -> System.out.print(text);
        case Options.Wanted.Server(var config) -> serve(config);
        case Options.Wanted.Doing(var errand) -> perform(errand);
        case Options.Wanted.Migration(var storage) ->
            System.out.println(Database.migrate(storage.database()));
      }
    } catch (IllegalArgumentException e) {
      give(BAD_USE, "cannot start like this: " + e.getMessage());
    } catch (BindException e) {
      give(FAILED, e.getMessage() + ". Stop what uses it, or choose another port; see --help.");
    } catch (IOException | DatabaseFailure e) {
      give(FAILED, "cannot start: " + e.getMessage());
    } catch (RuntimeException e) {
      LOG.error("a fault of the program", e);
      give(FAILED, "cannot start");
    }
  }

  private static void perform(Errand errand) {
    Logs.use(Config.LogFormat.PLAIN);
    try {
      errand.run();
    } catch (IOException | DatabaseFailure e) {
      give(FAILED, String.valueOf(e.getMessage()));
    }
  }

  /// Starts a server that stops with the process, and says where it is.
  static Matinee serve(Config config) throws IOException, InterruptedException {
    Logs.use(config.telemetry().log());
    var server = start(config);
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::stopInShutdown));
    new Welcome(server, server.onThisNetwork.get()).say(config.listen().role());
    return server;
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
