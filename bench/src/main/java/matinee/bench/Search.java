package matinee.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// `./dev bench search`: how long a search in a room's chat takes, in a room of 100,000 lines, from
/// the request to the whole answer; and how long the first one does, which indexes them.
///
/// Arguments: the folder of the repository, then `sqlite` or `postgresql`; both where none is
/// named. `--lines=N` is for another number of lines, `--searches=N` for other than 4,000 searches.
public final class Search {
  private static final int LINES = 100_000;
  private static final int SEARCHES = 4_000;

  /// Fewer than one address may ask at once.
  private static final int AN_ADDRESS = 50;

  private static final Pattern FOUND = Pattern.compile("\"type\":\"said\"");

  private Search() {}

  public static void main(String[] arguments) throws Exception {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    var words = new Words(arguments);
    int lines = words.number("lines", LINES);
    int searches = words.number("searches", SEARCHES);
    var named = words.others();
    for (var kind : named.isEmpty() ? List.of("sqlite", "postgresql") : named) {
      try (var scratch = Scratch.make();
          var database = FreshDatabase.of(kind, scratch.resolve("matinee.db"))) {
        measure(repository, scratch.resolve("data"), database, lines, searches);
      }
    }
  }

  private static void measure(
      Path repository, Path data, FreshDatabase database, int lines, int searches)
      throws Exception {
    var talk = new Talk(new Random(1));
    var options = List.of("--database=" + database.address());
    int sync = MatineeProcess.freePort();
    String room;
    try (var server = MatineeProcess.start(repository, sync, data, options, Map.of())) {
      room = Http.field(Http.post(server.target().httpPort(), 1, "/api/rooms", "{}"), "room");
    }
    fill(database, room, talk, lines);
    try (var server = MatineeProcess.start(repository, sync, data, options, Map.of());
        var member = Member.enter(server.target().httpPort(), room)) {
      var first = new Percentiles();
      search(server, room, member, 1, talk, first);
      var warm = new Percentiles();
      var all = new Percentiles();
      long found = 0;
      for (int i = 0; i < searches; i++) {
        boolean counts = i >= searches / 4; // before, the compiler is at work
        found += search(server, room, member, 2 + i / AN_ADDRESS, talk, counts ? all : warm);
      }
      System.out.printf(
          "| %s | %,d | the first %.1f s | %,d searches, %.1f found: p50 %.1f, p90 %.1f, p99 %.1f,"
              + " most %.1f ms |%n",
          database.name(),
          lines,
          first.micros(1) / 1e6,
          all.count(),
          (double) found / searches,
          all.micros(0.5) / 1e3,
          all.micros(0.9) / 1e3,
          all.micros(0.99) / 1e3,
          all.micros(1) / 1e3);
    }
  }

  private static int search(
      MatineeProcess server, String room, Member member, int from, Talk talk, Percentiles waits)
      throws IOException {
    var path = "/api/rooms/" + room + "/chat/search?search=" + talk.question();
    long start = System.nanoTime();
    var answer = Http.get(server.target().httpPort(), from, path, member.pass());
    while (answer.startsWith("HTTP/1.1 503")) { // not indexed yet
      answer = Http.get(server.target().httpPort(), from, path, member.pass());
    }
    waits.add(System.nanoTime() - start);
    return (int) FOUND.matcher(answer).results().count();
  }

  private static void fill(FreshDatabase database, String room, Talk talk, int lines)
      throws SQLException {
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      long key;
      try (var select = connection.prepareStatement("select key from room where id = ?")) {
        select.setString(1, room);
        try (var rows = select.executeQuery()) {
          rows.next();
          key = rows.getLong(1);
        }
      }
      try (var insert =
          connection.prepareStatement(
              "insert into event (room, revision, at_ms, kind, body) values (?, ?, ?, 'said', ?)")) {
        for (int revision = 1; revision <= lines; revision++) {
          long at = 1_700_000_000_000L + revision * 1_000L;
          insert.setLong(1, key);
          insert.setLong(2, revision);
          insert.setLong(3, at);
          insert.setString(
              4,
              "{\"type\":\"said\",\"revision\":%d,\"atMs\":%d,\"by\":\"ann\",\"command\":\"c-%d\",\"text\":\"%s\"}"
                  .formatted(revision, at, revision, talk.line()));
          insert.addBatch();
          if (revision % 10_000 == 0) {
            insert.executeBatch();
          }
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }

  /// What people say, as often as they use words: the n-th most frequent one n times less often
  /// than the most frequent.
  private static final class Talk {
    private static final int VOCABULARY = 20_000;
    private static final int KEPT = 1_000;

    private final Random chance;
    private final String[] words = new String[VOCABULARY];
    private final String[] said = new String[KEPT];
    private int lines;

    Talk(Random chance) {
      this.chance = chance;
      for (int i = 0; i < VOCABULARY; i++) {
        words[i] = word();
      }
    }

    private String word() {
      var word = new StringBuilder();
      for (int i = 0; i < 1 + chance.nextInt(4); i++) {
        word.append("bdfghklmnprstvwz".charAt(chance.nextInt(16)));
        word.append("aeiou".charAt(chance.nextInt(5)));
      }
      return word.toString();
    }

    String line() {
      var line = new StringBuilder();
      for (int i = 0; i < 1 + chance.nextInt(15); i++) {
        line.append(i == 0 ? "" : " ").append(words[rank()]);
      }
      said[lines++ % KEPT] = line.toString();
      return line.toString();
    }

    private int rank() {
      return (int) Math.pow(VOCABULARY, chance.nextDouble()) - 1;
    }

    /// One to three words of a line, of which the last may not be written to its end; one time in
    /// five words that nobody wanted to stand together.
    String question() {
      var of = said[chance.nextInt(Math.min(lines, KEPT))].split(" ");
      var asked = new StringBuilder();
      for (int i = 0; i <= chance.nextInt(3); i++) {
        asked.append(i == 0 ? "" : "+");
        asked.append(chance.nextInt(5) == 0 ? words[rank()] : of[chance.nextInt(of.length)]);
      }
      int typed = asked.length() - chance.nextInt(3);
      return asked.charAt(Math.max(0, typed - 1)) == '+'
          ? asked.toString()
          : asked.substring(0, Math.max(1, typed));
    }
  }

  /// Somebody in the room, so that the server keeps it.
  private record Member(String pass, HttpClient client, WebSocket socket) implements AutoCloseable {

    static Member enter(int port, String room) throws IOException {
      var answer = Http.post(port, 1, "/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}");
      var client = HttpClient.newHttpClient();
      var where = "ws://127.0.0.1:" + port + "/sync?ticket=" + Http.field(answer, "ticket");
      var socket =
          client
              .newWebSocketBuilder()
              .header("Origin", "http://127.0.0.1:" + port)
              .subprotocols("matinee.1")
              .buildAsync(URI.create(where), new WebSocket.Listener() {})
              .join();
      socket.sendText("{\"type\":\"enter\"}", true).join();
      return new Member(Http.field(answer, "pass"), client, socket);
    }

    @Override
    public void close() {
      socket.abort();
      client.close();
    }
  }
}
