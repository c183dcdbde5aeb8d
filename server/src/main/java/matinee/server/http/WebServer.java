package matinee.server.http;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.Http1ServerConfig;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.BindException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import matinee.server.Config;
import matinee.server.Config.MetricsFor;
import matinee.server.access.Credentials;
import matinee.server.access.Origins;
import matinee.server.access.Passes;
import matinee.server.access.RateLimits;
import matinee.server.accounts.Passport;
import matinee.server.audit.AuditTrail;
import matinee.server.load.Headroom;
import matinee.server.mail.Mail;
import matinee.server.moving.Moving;
import matinee.server.places.Places;
import matinee.server.portraits.Studio;
import matinee.server.rooms.Rooms;
import matinee.server.telemetry.Meters;

/// The port that people open in a browser: page, REST interface, films, health, and the way through
/// to the sync port.
///
/// One event loop a processor, each with its own listener on the port; whatever may block runs on
/// virtual threads.
public final class WebServer {
  private static final Http1ServerConfig LIMITS =
      new Http1ServerConfig().setMaxInitialLineLength(4_096).setMaxHeaderSize(8_192);

  /// A free port, the same for all listeners: what Vert.x takes a negative number for.
  private static final int ANY_PORT = -1;

  private static final int IDLE_S = 120;
  private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

  /// `bind` and `port` (0 takes a free one) say where to listen; `sync` where the sync server is
  /// reached, if this server passes `/sync` on; `page` is the folder of the built page.
  public record Settings(
      String bind,
      int port,
      Optional<SocketAddress> sync,
      Path page,
      Config.Place place,
      MetricsFor metrics) {}

  /// How the process is: whether it is ready, which may block to find out; how much memory there
  /// is; and the figures of `/metrics`.
  public record Health(Supplier<Readiness> readiness, Headroom headroom, Meters meters) {}

  /// By what people show who they are: in rooms, everywhere, in a room by what they are everywhere,
  /// and by letters that reach them, if any are sent; then the server has a public address. And
  /// what they did, and whom they know.
  public record Proofs(
      Credentials credentials,
      Passport passport,
      AuditTrail trail,
      Places places,
      Optional<Mail> mail,
      Company company) {}

  /// What is served. `onThisNetwork` gives the machine's address for people on the same network, if
  /// they may use it; `moving` is what concerns other regions, if there are any.
  public record Inside(
      Rooms rooms,
      Proofs proofs,
      Library library,
      Health health,
      RateLimits limits,
      Optional<Moving> moving,
      Supplier<Optional<String>> onThisNetwork) {}

  /// Chance (a cryptographic source), room time, and a monotonic clock.
  public record World(RandomGenerator chance, InstantSource clock, LongSupplier nanoTime) {}

  private final Vertx vertx;
  private final Blocking blocking;
  private final Uploads uploads = new Uploads();
  private final Studio studio = new Studio();
  private final List<HttpServer> listeners = new ArrayList<>();
  private final List<Runnable> endings = new ArrayList<>();

  private WebServer(Vertx vertx) {
    this.vertx = vertx;
    blocking = new Blocking(vertx);
  }

  /// Listens where `settings` say. Throws `BindException` when the port is taken.
  public static WebServer start(Settings settings, Inside inside, World world) throws IOException {
    return start(
        settings,
        inside.health(),
        world,
        (server, router) -> server.serve(router, settings, inside, world));
  }

  /// As [#start], with nothing but the health of a process that serves no pages.
  public static WebServer startForHealth(Settings settings, Health health, World world)
      throws IOException {
    return start(settings, health, world, (_, _) -> {});
  }

  /// Puts what is served into a router.
  @FunctionalInterface
  private interface Serving {
    void serve(WebServer server, Router router) throws IOException;
  }

  private static WebServer start(Settings settings, Health health, World world, Serving serving)
      throws IOException {
    int loops = Runtime.getRuntime().availableProcessors();
    var vertx =
        Vertx.vertx(
            new VertxOptions()
                .setEventLoopPoolSize(loops)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setPreferNativeTransport(true));
    var server = new WebServer(vertx);
    try {
      var router = server.router(settings, health);
      serving.serve(server, router);
      new Failures(vertx).on(router);
      for (int i = 0; i < loops; i++) {
        var listener =
            server.listener(
                router,
                new SecurityHeaders(settings.place()),
                new Pace.Judge(world.nanoTime(), health.meters()::cut));
        server.listeners.add(listener);
        await(listener.listen(settings.port() == 0 ? ANY_PORT : settings.port(), settings.bind()));
      }
      return server;
    } catch (CompletionException e) {
      server.stop();
      throw explained(e, settings.port());
    }
  }

  private static IOException explained(CompletionException e, int port) {
    var reason = String.valueOf(e.getMessage());
    if (reason.contains("already in use")) {
      return (IOException) new BindException("port " + port + " is taken").initCause(e);
    }
    return new IOException("listening on port " + port + ": " + reason, e);
  }

  /// The port that is listened on.
  public int port() {
    return listeners.getFirst().actualPort();
  }

  /// Takes no more connections, answers uploads under way by 503, ends streams of news, lets other
  /// requests end within 5 s, then closes everything.
  public void stop() {
    uploads.stop();
    endings.forEach(Runnable::run);
    await(Future.all(listeners.stream().map(it -> it.shutdown(STOP_WITHIN)).toList()));
    studio.close();
    blocking.close();
    await(vertx.close());
  }

  private HttpServer listener(Router router, SecurityHeaders headers, Pace.Judge judge) {
    var options =
        new HttpServerOptions()
            .setIdleTimeout(IDLE_S)
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setTcpNoDelay(true)
            .setHttp2ClearTextEnabled(false)
            .setCompressionSupported(false);
    return vertx
        .createHttpServer(TrackerSockets.limit(options))
        .connectionHandler(
            connection -> {
              StrictDecoder.use(connection, LIMITS);
              Pace.watch(connection, judge);
              // Whoever it concerns hears of it from the request or the answer.
              connection.exceptionHandler(_ -> {});
            })
        .requestHandler(router)
        .invalidRequestHandler(
            request -> {
              headers.putInto(request.response().headers());
              HttpServerRequest.DEFAULT_INVALID_REQUEST_HANDLER.handle(request);
            });
  }

  /// With what every process answers.
  private Router router(Settings settings, Health health) {
    var headers = new SecurityHeaders(settings.place());
    var router = Router.router(vertx);
    router
        .route()
        .handler(
            context -> {
              headers.putInto(context.response().headers());
              context.next();
            });
    new StatusRoutes(vertx, health.readiness(), health.meters()::text, settings.metrics())
        .on(router, blocking);
    return router;
  }

  private void serve(Router router, Settings settings, Inside inside, World world)
      throws IOException {
    var place = settings.place();
    var remote = new Remote(place.trustedProxies());
    var origins = new Origins(place);
    var guard = new Guard(inside.limits(), origins, remote, inside.health().headroom());
    new CrossOrigin(origins).on(router);
    var operations = new Operations(vertx, guard, blocking, world.nanoTime());
    var proofs = inside.proofs();
    var passes = Passes.of(proofs.credentials().secret(), place.regions());
    var bearers = new Bearers(inside.rooms(), passes, proofs.places(), proofs.passport());
    var callers = new Callers(proofs.passport(), remote);
    var cookies = new Cookies(place);
    settings
        .sync()
        .ifPresentOrElse(
            sync -> new SyncTunnel(vertx, sync).on(router),
            () -> new SyncElsewhere(vertx).on(router));
    new RegionRoutes(place).on(router, operations);
    inside
        .moving()
        .ifPresent(
            moving -> {
              new BetweenRoutes(moving).on(router, operations);
              new RoomsElsewhere(vertx, blocking, inside.limits(), remote, moving).on(router);
              new RoomRegionRoutes(place.regions(), inside.rooms(), bearers, moving.roundTrips())
                  .on(router, operations);
            });
    new AddressRoutes(place.publicUrls(), inside.onThisNetwork()).on(router, operations);
    new RoomRoutes(inside.rooms(), inside.library().films(), bearers, world.clock())
        .on(router, operations);
    var office = new TicketOffice(inside.rooms(), proofs.credentials().tickets(), remote);
    var passwords = proofs.passport().sharedPasswords();
    var invitations = proofs.company().ofRooms().invitations();
    var doorstep =
        new Doorstep(inside.rooms(), bearers, passwords, invitations, remote, world.clock());
    doorstep.on(router, operations);
    var doorkeeper = new Doorkeeper(proofs.places(), bearers, callers, cookies, world.chance());
    new MemberRoutes(inside.rooms(), passes, bearers, doorkeeper, doorstep, office)
        .on(router, operations);
    serveHosts(router, operations, inside, new Hosts(inside.rooms(), bearers), callers, place);
    new CompanionRoutes(inside.rooms(), passes, bearers, office, proofs.credentials().links())
        .on(router, operations);
    endings.add(inside.library()::close);
    var receiving = new Receiving(inside.library().films().arrivals(), uploads, callers);
    new UploadRoutes(vertx, guard, blocking, receiving).on(router, operations);
    serveFilms(router, operations, inside, bearers, world);
    serveAccounts(router, operations, proofs, callers, cookies, place);
    serveCompany(router, operations, inside, guard, callers, bearers);
    serveOwn(router, operations, inside, guard, callers);
    serveScreenings(router, operations, inside, callers, bearers, world, place);
    var peers = new PeerRoutes(inside, place, vertx, blocking, guard, remote);
    endings.add(peers.on(router, operations, bearers, world));
    var shown = new Cards(inside.rooms(), proofs.company().ofRooms().screenings());
    var cards = new CardRoutes(vertx, guard, blocking, shown, PublicAddress.ifKnown(place));
    new PageRoutes(vertx, Assets.in(settings.page()), place.regions(), cards).on(router);
  }

  private void serveFilms(
      Router router, Operations operations, Inside inside, Bearers bearers, World world) {
    var addresses = new FilmAddresses(inside.proofs().credentials().secret());
    var films = inside.library().films();
    var access = new FilmAccess(inside.rooms(), films, bearers::isGood, world.clock());
    var readers = new FilmReaders();
    var contents = new Contents(vertx, blocking);
    new FilmRoutes(films, bearers, addresses, access, readers, world.clock())
        .on(router, operations, contents);
    new RenditionRoutes(inside.library().renditions(), bearers, addresses, access, readers)
        .on(router, operations, contents);
    inside.proofs().passport().endings().listen(readers::end);
  }

  /// What is somebody's own: how they look, their library, and all that is kept of them.
  private void serveOwn(
      Router router, Operations operations, Inside inside, Guard guard, Callers callers) {
    var proofs = inside.proofs();
    var pictures = new PictureIntake(vertx, guard, blocking, uploads, studio);
    new PortraitRoutes(vertx, guard, blocking, pictures, callers, proofs.company())
        .on(router, operations);
    var text = TitleText.of(inside);
    new TitleRoutes(callers, inside.library(), text).on(router, operations);
    new PosterRoutes(blocking, callers, pictures, inside.library(), text).on(router, operations);
    var kept = new ExportRoutes.Kept(proofs.company(), text, proofs.places(), proofs.trail());
    new ExportRoutes(vertx, guard, blocking, callers, kept).on(router);
  }

  private void serveCompany(
      Router router,
      Operations operations,
      Inside inside,
      Guard guard,
      Callers callers,
      Bearers bearers) {
    var company = inside.proofs().company();
    var streams = new NewsStreams(vertx, company.desk(), company.whereabouts());
    endings.add(streams::close);
    inside.proofs().passport().endings().listen(streams::end);
    new ChatRoutes(inside.rooms(), company.ofRooms().lines(), bearers).on(router, operations);
    new RoomSubtitlesRoutes(inside.rooms(), bearers, company.ofRooms().subtitles())
        .on(router, operations);
    new RoomPortraitRoutes(inside.rooms(), bearers, inside.proofs().places(), company.portraits())
        .on(router, operations);
    new RoomPosterRoutes(inside.rooms(), bearers, TitleText.of(inside)).on(router, operations);
    new PreviewRoutes(bearers, callers, inside.library().previews()).on(router, operations);
    new PublicRoomRoutes(company.ofRooms().publicList()).on(router, operations);
    new PeopleRoutes(callers, company.people()).on(router, operations);
    new WhereaboutsRoutes(
            callers, company.whereabouts(), company.people(), inside.proofs().places())
        .on(router, operations);
    new ConversationRoutes(callers, company.conversations()).on(router, operations);
    new InvitationRoutes(callers, company.conversations(), inside.rooms(), inside.library().films())
        .on(router, operations);
    new NewsRoutes(vertx, guard, blocking, callers, streams).on(router);
  }

  private static void serveScreenings(
      Router router,
      Operations operations,
      Inside inside,
      Callers callers,
      Bearers bearers,
      World world,
      Config.Place place) {
    var proofs = inside.proofs();
    var screenings = proofs.company().ofRooms().screenings();
    var house =
        new PlanRoutes.House(
            inside.rooms(), proofs.places(), new MediaFields(inside.library().films()));
    new PlanRoutes(callers, screenings, house, new PlanRoutes.World(world.chance(), world.clock()))
        .on(router, operations);
    var home = PublicAddress.ifKnown(place);
    home.flatMap(at -> proofs.mail().map(it -> new ScreeningLetters(it, proofs.passport(), at)))
        .ifPresent(screenings::remind);
    new CalendarRoutes(callers, screenings, home, world.clock()).on(router, operations);
    new ScreeningRoutes(
            callers, inside.rooms(), bearers, screenings, inside.library(), home, world.clock())
        .on(router, operations);
  }

  private static void serveHosts(
      Router router,
      Operations operations,
      Inside inside,
      Hosts hosts,
      Callers callers,
      Config.Place place) {
    var proofs = inside.proofs();
    new ModerationRoutes(hosts, proofs.trail()).on(router, operations);
    var inviters = new Inviters(hosts, callers);
    var letters = InvitationLetters.of(proofs, place);
    var text = new InvitationText(proofs.company().ofRooms().invitations(), letters);
    new RoomInvitationRoutes(inside.rooms(), inviters, text).on(router, operations);
    new InvitationLetterRoutes(inside.rooms(), inviters, text).on(router, operations);
  }

  private static void serveAccounts(
      Router router,
      Operations operations,
      Proofs proofs,
      Callers callers,
      Cookies cookies,
      Config.Place place) {
    var letters = AccountLetters.of(proofs.mail(), place.publicUrls());
    new AccountRoutes(callers, letters).on(router, operations);
    new PlaceRoutes(callers, proofs.places()).on(router, operations);
    new ViewingRoutes(callers, proofs.company().ofRooms().viewings()).on(router, operations);
    new LetterRoutes(callers, cookies, letters).on(router, operations);
    new EmailRoutes(callers, letters).on(router, operations);
    new SessionRoutes(callers, cookies).on(router, operations);
  }

  private static <T> void await(Future<T> future) {
    future.toCompletionStage().toCompletableFuture().join();
  }
}
