package matinee.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;

/// `./dev bench library`: how long a search in somebody's library of 10,000 titles takes, as the
/// person types, from the request to the whole answer; how long a page of it does; and how long the
/// first look, which makes titles of what was uploaded.
///
/// Arguments: the folder of the repository, then `sqlite` or `postgresql`; both where none is
/// named. `--titles=N` is for another number of titles, `--searches=N` for other than 4,000
/// searches.
public final class Library {
  private static final int TITLES = 10_000;
  private static final int SEARCHES = 4_000;
  private static final String LIBRARY = "/api/me/library";
  private static final String LOGIN =
      "{\"email\":\"ann@example.org\",\"password\":\"correct horse\"}";

  /// Fewer than one address may ask at once.
  private static final int AN_ADDRESS = 50;

  private static final Pattern TOTAL = Pattern.compile("\"total\":([0-9]+)");

  private final MatineeProcess server;
  private final String access;
  private int asked;

  private Library(MatineeProcess server, String access) {
    this.server = server;
    this.access = access;
  }

  public static void main(String[] arguments) throws Exception {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    var words = new Words(arguments);
    int titles = words.number("titles", TITLES);
    int searches = words.number("searches", SEARCHES);
    var named = words.others();
    for (var kind : named.isEmpty() ? List.of("sqlite", "postgresql") : named) {
      try (var scratch = Scratch.make();
          var database = FreshDatabase.of(kind, scratch.resolve("matinee.db"))) {
        measure(repository, scratch.resolve("data"), database, titles, searches);
      }
    }
  }

  private static void measure(
      Path repository, Path data, FreshDatabase database, int titles, int searches)
      throws IOException, SQLException {
    var options = List.of("--database=" + database.address(), "--renditions=0");
    int sync = MatineeProcess.freePort();
    String owner;
    try (var server = MatineeProcess.start(repository, sync, data, options, Map.of())) {
      int port = server.target().httpPort();
      Http.status(port, 1, "/api/accounts", LOGIN.replace("}", ",\"name\":\"Ann\"}"));
      var entered = Http.post(port, 1, "/api/sessions", LOGIN);
      owner = Http.field(entered.substring(entered.indexOf("\"account\"")), "id");
    }
    var shelf = new Shelf(new Random(1));
    fill(database, owner, shelf, titles);
    try (var server = MatineeProcess.start(repository, sync, data, options, Map.of())) {
      measure(server, database.name(), shelf, titles, searches);
    }
  }

  private static void measure(
      MatineeProcess server, String store, Shelf shelf, int titles, int searches)
      throws IOException {
    var entered = Http.post(server.target().httpPort(), 1, "/api/sessions", LOGIN);
    var library = new Library(server, Http.field(entered, "access"));
    var first = new Percentiles();
    library.look("?limit=50", first);
    library.describe(shelf, titles);
    var pages = new Percentiles();
    for (int i = 0; i < searches; i++) {
      library.look("?limit=50&order=name&from=" + i % titles, pages);
    }
    var all = new Percentiles();
    var warm = new Percentiles();
    long found = 0;
    for (int i = 0; i < searches; i++) {
      boolean counts = i >= searches / 4; // before, the compiler is at work
      found += library.look("?limit=50&search=" + shelf.question(), counts ? all : warm);
    }
    System.out.printf(
        "| %s | %,d | the first look %.1f s | %,d searches, %.0f found: %s | pages: %s |%n",
        store,
        titles,
        first.micros(1) / 1e6,
        all.count(),
        (double) found / searches,
        told(all),
        told(pages));
  }

  private static String told(Percentiles waits) {
    return "p50 %.1f, p95 %.1f, p99 %.1f, most %.1f ms"
        .formatted(
            waits.micros(0.5) / 1e3,
            waits.micros(0.95) / 1e3,
            waits.micros(0.99) / 1e3,
            waits.micros(1) / 1e3);
  }

  /// Asks for a page, and gives how many titles there are in all.
  private int look(String query, Percentiles waits) throws IOException {
    asked++;
    int port = server.target().httpPort();
    long start = System.nanoTime();
    var answer = Http.get(port, 1 + asked / AN_ADDRESS, LIBRARY + query, access);
    waits.add(System.nanoTime() - start);
    var total = TOTAL.matcher(answer);
    if (!total.find()) {
      throw new IOException("no total in " + answer);
    }
    return Integer.parseInt(total.group(1));
  }

  /// Says something of each film that is no episode.
  private void describe(Shelf shelf, int titles) throws IOException {
    for (int i = 0; i < titles; i++) {
      if (!Shelf.isEpisode(i)) {
        asked++;
        Http.put(
            server.target().httpPort(),
            1 + asked / AN_ADDRESS,
            LIBRARY + "/films/film-" + i,
            access,
            "{\"name\":\"%s\",\"year\":%d,\"description\":\"%s\",\"tags\":[\"%s\"]}"
                .formatted(shelf.words(3), 1950 + i % 75, shelf.words(40), shelf.words(1)));
      }
    }
  }

  private static void fill(FreshDatabase database, String owner, Shelf shelf, int titles)
      throws SQLException {
    try (var connection = database.connect()) {
      connection.setAutoCommit(false);
      try (var insert =
          connection.prepareStatement(
              "insert into film (id, title, format, size_bytes, added_ms, owner)"
                  + " values (?, ?, 'WEBM', 1, ?, ?)")) {
        for (int i = 0; i < titles; i++) {
          insert.setString(1, "film-" + i);
          insert.setString(2, shelf.file(i));
          insert.setLong(3, 1_700_000_000_000L + i);
          insert.setString(4, owner);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      connection.commit();
    }
  }

  /// What films are called, and what is looked for: words as people use them, the n-th most
  /// frequent one n times less often than the most frequent. A third are episodes, twelve to a
  /// series.
  private static final class Shelf {
    private static final int VOCABULARY = 5_000;
    private static final int EPISODES = 12;

    private final Random chance;
    private final String[] words = new String[VOCABULARY];
    private String series = "";

    Shelf(Random chance) {
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

    static boolean isEpisode(int number) {
      return number / EPISODES % 3 == 0;
    }

    /// The name of the file with this number.
    String file(int number) {
      if (!isEpisode(number)) {
        return words(1 + chance.nextInt(4)) + " 1080p";
      }
      if (number % EPISODES == 0) {
        series = words(2) + " number" + number;
      }
      return "%s S01E%02d %s".formatted(series, number % EPISODES + 1, words(2));
    }

    String words(int count) {
      var text = new StringBuilder();
      for (int i = 0; i < count; i++) {
        text.append(i == 0 ? "" : " ").append(words[rank()]);
      }
      return text.toString();
    }

    private int rank() {
      return (int) Math.pow(VOCABULARY, chance.nextDouble()) - 1;
    }

    /// One to three words, the last as far as it is typed.
    String question() {
      var text = words(1 + chance.nextInt(3)).replace(' ', '+');
      int last = text.lastIndexOf('+') + 1;
      return text.substring(0, last + 1 + chance.nextInt(text.length() - last));
    }
  }
}
