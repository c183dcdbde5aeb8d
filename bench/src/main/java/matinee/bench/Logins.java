package matinee.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;

/// Many people who sign in at once, with the right passwords, until closed.
final class Logins implements Hostile.Behaviour {
  private static final int ACCOUNTS = 50;
  private static final int ADDRESSES = 20_000;
  private static final int UNANSWERED = 0;

  private static final int PER_SECOND = 200;
  private static final String NOTHING = "{}";

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private final long start = System.nanoTime();
  private final int port;
  private final IntFunction<String> words;
  private int begun;

  private Logins(int port, IntFunction<String> words) {
    this.port = port;
    this.words = words;
  }

  /// 200 of them begin each second, each from an address that it shares with few.
  static Logins signing(int port) {
    return new Logins(port, number -> login(number % ACCOUNTS)).atWork();
  }

  /// As many ask the same, but forget to say who they are: what that costs is nothing but the
  /// asking, also for this program, which has to share a processor with them.
  static Logins asking(int port) {
    return new Logins(port, _ -> NOTHING).atWork();
  }

  /// Nobody does.
  static Logins nobody() {
    return new Logins(0, _ -> NOTHING);
  }

  private Logins atWork() {
    var _ =
        clock.scheduleAtFixedRate(this::begin, 0, 1_000_000 / PER_SECOND, TimeUnit.MICROSECONDS);
    return this;
  }

  /// Makes the accounts that are signed in to.
  static void register(int port) throws IOException {
    for (int i = 0; i < ACCOUNTS; i++) {
      var account = login(i).replace("}", ",\"name\":\"Ann\"}");
      int status = Http.status(port, i, "/api/accounts", account);
      if (status != 202) {
        throw new IOException("registering was answered " + status);
      }
    }
  }

  private static String login(int account) {
    return "{\"email\":\"ann%d@example.org\",\"password\":\"correct horse\"}".formatted(account);
  }

  private void begin() {
    int number = begun++;
    people.execute(() -> answers.merge(signIn(number), 1, Integer::sum));
  }

  private int signIn(int number) {
    try {
      return Http.status(port, number % ADDRESSES, "/api/sessions", words.apply(number));
    } catch (IOException _) {
      return UNANSWERED;
    }
  }

  /// How many a second were answered by each status.
  @Override
  public String outcome() {
    double seconds = (System.nanoTime() - start) / 1e9;
    return answers.isEmpty()
        ? "nobody signed in"
        : answers.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                it ->
                    "%.1f a second %s"
                        .formatted(
                            it.getValue() / seconds,
                            it.getKey() == UNANSWERED ? "not answered" : "answered " + it.getKey()))
            .collect(Collectors.joining(", "));
  }

  @Override
  public void close() {
    clock.shutdownNow();
    people.shutdownNow();
  }
}
