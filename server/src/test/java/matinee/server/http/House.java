package matinee.server.http;

import io.netty.buffer.ByteBufAllocator;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import matinee.server.Config;
import matinee.server.PasswordsOfRooms;
import matinee.server.access.Credentials;
import matinee.server.access.Crowd;
import matinee.server.access.RateLimits;
import matinee.server.access.Secret;
import matinee.server.access.SqlSpent;
import matinee.server.accounts.Belongings;
import matinee.server.accounts.Passport;
import matinee.server.accounts.Passwords;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.audit.Link;
import matinee.server.fetching.Roads;
import matinee.server.journal.SqlJournal;
import matinee.server.journal.SqlMoves;
import matinee.server.library.Shelf;
import matinee.server.load.Headroom;
import matinee.server.mail.Mail;
import matinee.server.mail.MailSettings;
import matinee.server.moving.Compass;
import matinee.server.moving.Moving;
import matinee.server.moving.Neighbours;
import matinee.server.moving.RoundTrips;
import matinee.server.places.Places;
import matinee.server.regions.Regions;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Surroundings;
import matinee.server.rooms.Travels;
import matinee.server.socket.SyncServer;
import matinee.server.sql.Database;
import matinee.server.telemetry.Meters;

/// The whole server in this process, on free ports of the loopback interface and a data folder of
/// the test's.
final class House implements AutoCloseable {
  static final long MAX_FILM = 4_000_000;

  /// How many connections one address may have.
  static final int MAX_CONNECTIONS = 10;

  /// What a password costs here: next to nothing.
  private static final int HASH_COST = 4;

  private static final Config.UploadLimits LIMITS =
      new Config.UploadLimits(MAX_FILM, 1L << 40, 1L << 40, Duration.ofDays(1));

  /// Where this house goes when it reads what stands at an address.
  final Roads roads = new Roads();

  private final SecureRandom chance = new SecureRandom();
  private final AtomicLong aheadMs = new AtomicLong();
  private final AtomicReference<Double> memory = new AtomicReference<>(0.0);
  private final Headroom headroom = new Headroom(memory::get, () -> {}, System::nanoTime);
  private final Path data;
  private final Database database;
  private final RoomRegistry rooms;
  private final SyncServer sync;
  private final Neighbours neighbours;
  private final Passwords passwords = new Passwords(HASH_COST, chance);
  private final AuditTrail trail;
  private final Passport passport;
  private final Company company;
  private final Optional<Mail> mail;
  private final WebServer.Inside inside;
  private final WebServer.World world;
  private final WebServer.Settings settings;
  private final WebServer web;

  House(Path data) throws Exception {
    this(data, LIMITS);
  }

  House(Path data, Config.UploadLimits limits) throws Exception {
    this(data, limits, Outside.NONE);
  }

  House(Path data, List<URI> publicUrls, Set<String> trustedProxies) throws Exception {
    this(data, new Config.Place(publicUrls, trustedProxies, Regions.NONE));
  }

  House(Path data, Config.Place place) throws Exception {
    this(data, LIMITS, new Outside(place, OptionalInt.empty(), Optional.empty()));
  }

  /// One that sends letters, with links to the first of `publicUrls`.
  House(Path data, MailSettings mail, List<URI> publicUrls) throws Exception {
    this(data, mail, new Config.Place(publicUrls, Set.of(), Regions.NONE));
  }

  House(Path data, MailSettings mail, Config.Place place) throws Exception {
    this(data, LIMITS, new Outside(place, OptionalInt.empty(), Optional.of(mail)));
  }

  /// One that takes what listens on `syncPort` for its sync server.
  House(Path data, int syncPort) throws Exception {
    this(
        data,
        LIMITS,
        new Outside(Config.Place.ANYWHERE, OptionalInt.of(syncPort), Optional.empty()));
  }

  record Outside(Config.Place place, OptionalInt syncPort, Optional<MailSettings> mailSettings) {
    static final Outside NONE =
        new Outside(Config.Place.ANYWHERE, OptionalInt.empty(), Optional.empty());
  }

  House(Path data, Shelf shelf) throws Exception {
    this(data, LIMITS, Outside.NONE, shelf);
  }

  private House(Path data, Config.UploadLimits limits, Outside outside) throws Exception {
    this(data, limits, outside, Shelf.of(data.resolve("films")));
  }

  private House(Path data, Config.UploadLimits limits, Outside outside, Shelf shelf)
      throws Exception {
    this.data = data;
    var meters = new Meters();
    database = Database.open(data.resolve("matinee.db").toString(), meters);
    var time = new RoomTime(Instant.now(), this::nanoTime);
    trail = new AuditTrail(database, head -> "signed " + head);
    var journal = new SqlJournal(database, Optional.of(trail), () -> {});
    var around = new Surroundings(journal, time, ByteBufAllocator.DEFAULT, meters);
    rooms = new RoomRegistry(around, chance);
    var credentials =
        Credentials.of(
            Secret.open(data.resolve("secret"), chance),
            new SqlSpent(database),
            time::now,
            chance,
            new Crowd(MAX_CONNECTIONS, () -> 1));
    sync =
        SyncServer.start(
            HouseConfig.of(data),
            rooms,
            credentials.tickets(),
            time,
            headroom,
            meters,
            System::nanoTime);
    var regions = outside.place().regions();
    neighbours = new Neighbours(regions, time);
    var moves = new SqlMoves(database, new PasswordsOfRooms());
    var compass = new Compass(regions, neighbours, moves, rooms, time);
    var travels = new Travels(around, moves, chance);
    var moving = new Moving(regions, time, compass, travels, rooms, new RoundTrips(database, time));
    var places = new Places(database, trail, time::now);
    company = Company.of(database, trail, "house", outside.place(), time::now, chance);
    lookAtRooms();
    var belongings = Belongings.of(places, company.belongings(), Library::forgetOwner);
    passport = new Passport(database, trail, belongings, passwords, time::now, chance);
    passport.endings().listen(sync::end);
    mail = outside.mailSettings().map(it -> new Mail(it, database, time::now, chance, meters));
    inside =
        new WebServer.Inside(
            rooms,
            new WebServer.Proofs(credentials, passport, trail, places, mail, company),
            HouseConfig.telling(
                Library.of(shelf, database, trail, limits, chance, time::now), outside, roads),
            new WebServer.Health(
                () ->
                    headroom.isShort()
                        ? Readiness.MEMORY_SHORT
                        : database.answers() ? Readiness.READY : Readiness.STORE_FAILS,
                headroom,
                meters),
            new RateLimits(this::nanoTime, () -> 1),
            Optional.of(moving).filter(_ -> regions.areSeveral()),
            () -> Optional.of("192.168.1.20"));
    world = new WebServer.World(chance, time::now, this::nanoTime);
    settings = HouseConfig.settings(data, outside, sync.port());
    web = WebServer.start(settings, inside, world);
  }

  private void lookAtRooms() {
    company.ofRooms().publicList().ifPresent(it -> it.see(rooms::open));
    company.ofRooms().viewings().see(sync::signedIn, rooms::kept);
    company.ofRooms().keep(rooms);
  }

  private long nanoTime() {
    return System.nanoTime() + aheadMs.get() * 1_000_000;
  }

  /// The time here.
  Instant now() {
    return world.clock().instant();
  }

  /// Lets time pass at once, for everything but open sync sockets.
  void advanceMs(long ms) {
    aheadMs.addAndGet(ms);
  }

  /// From now on `share` of the memory is in use.
  void useMemory(double share) {
    memory.set(share);
    headroom.look();
  }

  /// A second web server of the same house.
  WebServer another(int port) throws IOException {
    return another(port, settings.metrics());
  }

  WebServer another(int port, Config.MetricsFor metrics) throws IOException {
    var there =
        new WebServer.Settings(
            settings.bind(), port, settings.sync(), settings.page(), settings.place(), metrics);
    return WebServer.start(there, inside, world);
  }

  /// What another server of the same house would have.
  Database database() {
    return database;
  }

  /// From now on nothing can be read from the database.
  void breakStore() {
    database.close();
  }

  Passwords passwords() {
    return passwords;
  }

  int port() {
    return web.port();
  }

  Path films() {
    return data.resolve("films");
  }

  Answer get(String path, String... headers) throws IOException {
    return ask("GET " + path, headers);
  }

  Answer ask(String line, String... headers) throws IOException {
    return RawHttp.ask(port(), with(line, headers));
  }

  Answer post(String path, String json, String... headers) throws IOException {
    return send("POST " + path, json, headers);
  }

  Answer send(String line, String json, String... headers) throws IOException {
    var head = with(line, headers);
    head = Arrays.copyOf(head, head.length + 1);
    head[head.length - 1] = "Content-Type: application/json";
    return RawHttp.ask(port(), json.getBytes(StandardCharsets.UTF_8), head);
  }

  Answer upload(String name, byte[] film, String... headers) throws IOException {
    var head = with("POST /api/films?name=" + name, headers);
    head = Arrays.copyOf(head, head.length + 1);
    head[head.length - 1] = "Content-Type: application/octet-stream";
    return RawHttp.ask(port(), film, head);
  }

  /// `file`, said to be of this type, as somebody's portrait.
  Answer portray(byte[] file, String type, String... headers) throws IOException {
    return sendFile("PUT /api/me/portrait", file, type, headers);
  }

  /// `file`, said to be of this type, as the body of a request.
  Answer sendFile(String line, byte[] file, String type, String... headers) throws IOException {
    var head = with(line, headers);
    head = Arrays.copyOf(head, head.length + 1);
    head[head.length - 1] = "Content-Type: " + type;
    return RawHttp.ask(port(), file, head);
  }

  private static String[] with(String line, String... headers) {
    var head = new ArrayList<String>();
    head.add(line);
    head.addAll(List.of(headers));
    return head.toArray(String[]::new);
  }

  /// A new room without media.
  String room() throws IOException {
    return post("/api/rooms", "{}").json().path("room").asString();
  }

  /// A new room in which `film` is loaded.
  String room(String film) throws IOException {
    var media = "{\"media\":{\"ref\":{\"type\":\"upload\",\"film\":\"" + film + "\"}}}";
    return post("/api/rooms", media).json().path("room").asString();
  }

  /// Somebody new in `room`, connected.
  Guest enter(String room) throws Exception {
    return Guest.enter(this, room);
  }

  /// The address at which a new member of a new room reads `film`.
  String address(String film) throws Exception {
    var room = room(film);
    return enter(room).address(film).json().path("url").asString();
  }

  /// As if the room had moved to `region` and arrived there.
  void moveAway(String room, String region) {
    database.write(
        session -> {
          var insert =
              session.statement(
                  "insert into departure (room, revision, region, at_ms)"
                      + " select room, max(revision), ?, 0 from event"
                      + " where room = (select key from room where id = ?) group by room");
          insert.setString(1, region);
          insert.setString(2, room);
          return insert.executeUpdate();
        });
  }

  /// Puts a film into the library as it stands in `file`, without an upload.
  void shelve(String film, Path file) throws IOException {
    Files.move(file, films().resolve(film));
    long size = Files.size(films().resolve(film));
    database.write(
        session -> {
          var insert =
              session.statement(
                  "insert into film (id, title, format, size_bytes, added_ms) values (?, 'A film',"
                      + " 'WEBM', ?, 0)");
          insert.setString(1, film);
          insert.setLong(2, size);
          return insert.executeUpdate();
        });
  }

  /// As if `playlist` had been made of `film`, and nothing else.
  void render(String film, String playlist) throws IOException {
    var folder =
        Files.createDirectories(films().resolveSibling("renditions").resolve(film + ".made"));
    Files.writeString(folder.resolve("master.m3u8"), playlist);
    database.write(
        session -> {
          var insert =
              session.statement(
                  "insert into rendition (film, person, state, attempts, claim, claimed_until_ms,"
                      + " started_ms, share, added_ms) values (?, '', 'READY', 1, 'made', 0, 0,"
                      + " 1000, 0)");
          insert.setString(1, film);
          return insert.executeUpdate();
        });
  }

  /// As if a picture called `name` had been made of `film`, see [#render].
  void picture(String film, String name) throws IOException {
    var folder = films().resolveSibling("renditions").resolve(film + ".made");
    Files.write(folder.resolve(name), new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff});
  }

  /// What would be in letters.
  TokensInLetters letters() {
    return new TokensInLetters(passport, inside.proofs().credentials().secret());
  }

  /// What was written down of what people did, in its order.
  List<Entry> writtenDown() {
    return trail.after(0).stream().map(Link::entry).toList();
  }

  @Override
  public void close() throws Exception {
    sync.stop(chance);
    web.stop();
    mail.ifPresent(Mail::close);
    company.close();
    passport.close();
    neighbours.close();
    rooms.stop();
    database.close();
    sync.close();
  }
}
