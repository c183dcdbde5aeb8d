package matinee.bench;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// Many people who sign in at once, with the right passwords, until closed.
final class Logins implements Hostile.Behaviour {
  private static final int ACCOUNTS = 50;
  private static final int ADDRESSES = 20_000;
  private static final int UNANSWERED = 0;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<Integer, Integer> answers = new ConcurrentHashMap<>();
  private final long start = System.nanoTime();
  private final int port;
  private int begun;

  /// `perSecond` of them begin each second, each from an address that it shares with few; 0 for
  /// nobody.
  Logins(int port, int perSecond) {
    this.port = port;
    if (perSecond > 0) {
      var _ =
          clock.scheduleAtFixedRate(this::begin, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }
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
      return Http.status(port, number % ADDRESSES, "/api/sessions", login(number % ACCOUNTS));
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
