package matinee.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// Rooms full of clients.
final class Crowd implements AutoCloseable {
  private static final Duration ENTER_LIMIT = Duration.ofSeconds(90);
  private static final int ENTERING_AT_ONCE = 64;

  private final Doors doors;
  private final Client.Clock clock;
  private final Map<String, Fingerprints> rooms = new LinkedHashMap<>();
  private final List<Client> clients = new ArrayList<>();
  private volatile double everyMs = Double.POSITIVE_INFINITY;

  /// How many rooms of how many members, each of whom wishes for something every `everyMs`.
  record Size(int rooms, int members, double everyMs) {
    int clients() {
      return rooms * members;
    }
  }

  private Crowd(Doors doors, Client.Clock clock) {
    this.doors = doors;
    this.clock = clock;
  }

  /// Lets everybody in, each of whom draws from `seed`. Throws `IOException` when not all are in
  /// within 90 s.
  static Crowd gather(Doors doors, Size size, long seed, Client.Clock clock) throws IOException {
    var crowd = new Crowd(doors, clock);
    var chance = Chance.of(seed, "rooms");
    for (int room = 0; room < size.rooms(); room++) {
      crowd.rooms.put(crowd.newRoom(chance, room), new Fingerprints());
    }
    for (int member = 0; member < size.members(); member++) {
      for (var room : crowd.rooms.keySet()) {
        crowd.join(room, Chance.of(seed, "client " + crowd.clients.size()));
      }
    }
    if (!Pause.until(() -> crowd.outside() == 0, ENTER_LIMIT)) {
      crowd.close();
      throw new IOException(crowd.outside() + " of " + size.clients() + " clients got in nowhere");
    }
    return crowd;
  }

  private String newRoom(RandomGenerator chance, int number) throws IOException {
    var film =
        "{\"media\":{\"ref\":{\"type\":\"address\",\"url\":\"https://films.example.org/%d.mp4\"},"
            + "\"title\":\"Film %d\"}}";
    var reply =
        doors.post(
            doors.any(chance),
            "/api/rooms",
            film.formatted(number, number),
            "10.250.%d.%d".formatted(number / 250, number % 250 + 1));
    return reply.field("room");
  }

  /// One more client of `room` comes, when not too many are on their way.
  private void join(String room, RandomGenerator chance) {
    join(doors, room, chance);
  }

  /// The same, of a client that comes through these doors alone.
  void join(Doors through, String room, RandomGenerator chance) {
    Pause.until(() -> outside() < ENTERING_AT_ONCE, ENTER_LIMIT);
    var prints = rooms.getOrDefault(room, new Fingerprints());
    var client = new Client(through, room, prints, clients.size(), chance, clock, () -> everyMs);
    clients.add(client);
    client.begin();
  }

  /// How many are not in their room now, and have not left it.
  long outside() {
    return staying().filter(client -> !client.copy().live()).count();
  }

  private Stream<Client> staying() {
    return clients.stream().filter(client -> !client.hasLeft());
  }

  /// Everybody who is in says that they leave, and nobody comes back.
  void leave() {
    clients.forEach(Client::leave);
  }

  /// From now on each wishes for something so often on average; never, if infinity.
  void talk(double newEveryMs) {
    everyMs = newEveryMs;
  }

  void quiet() {
    everyMs = Double.POSITIVE_INFINITY;
  }

  List<String> rooms() {
    return List.copyOf(rooms.keySet());
  }

  List<Client> clients() {
    return List.copyOf(clients);
  }

  /// What everybody has done and been told until now.
  List<History> histories() {
    return clients.stream().map(client -> client.history().soFar()).toList();
  }

  /// Why the clients have not converged on what the database has; empty when they have (I4).
  Optional<String> lacks(Postgres postgres) throws SQLException {
    var copies = staying().map(Client::copy).toList();
    var early = Convergence.lacks(copies, claimed(copies));
    return early.isPresent() ? early : Convergence.lacks(copies, heads(postgres));
  }

  /// What the first client of each room says that its head is: what differs from that need not be
  /// compared with the database.
  private static Map<String, Convergence.Head> claimed(List<Convergence.Copy> copies) {
    var heads = new HashMap<String, Convergence.Head>();
    for (var copy : copies) {
      heads.putIfAbsent(copy.room(), new Convergence.Head(copy.epoch(), copy.revision()));
    }
    return heads;
  }

  private static Map<String, Convergence.Head> heads(Postgres postgres) throws SQLException {
    var heads = new HashMap<String, Convergence.Head>();
    try (var connection = postgres.connect();
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select room.id, room.epoch, max(event.revision) from room"
                        + " join event on event.room = room.key group by room.key, room.id, room.epoch")) {
      while (rows.next()) {
        heads.put(rows.getString(1), new Convergence.Head(rows.getString(2), rows.getLong(3)));
      }
    }
    return heads;
  }

  /// Everybody goes without a word.
  @Override
  public void close() {
    clients.forEach(Client::end);
  }
}
