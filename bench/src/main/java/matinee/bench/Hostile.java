package matinee.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/// `./dev bench hostile`: what the others notice of one who behaves badly.
///
/// 200 rooms of 5 with a message a second each are measured while somebody elsewhere behaves well,
/// then badly, then well again: a machine that is not steady shows in the difference of the first
/// and the last. Prints a Markdown table. The server is pinned to core 0; run this program pinned
/// to the others. Arguments: the folder of the repository, then any of the attacks; all where none
/// is named, which takes a quarter of an hour.
///
/// | attack | behaves well | behaves badly |
/// | --- | --- | --- |
/// | flood | one member sends 10 commands a second | 1,000 a second |
/// | deaf | 50 members of a room in which 360 KB are said a second read it | they do not |
/// | login | nobody signs in; 200 a second ask in vain | 200 a second ask in vain; 200 a second do |
/// | stream | nobody reads a film | 200 read one as fast as it comes |
/// | premiere | nobody uploads | 30 films that take minutes to make renditions of come at once |
/// | announce | nobody uses the tracker | 250 announce 10,000 times a second, strangers ask in vain |
/// | silence | | 2,000 sockets of the tracker say nothing |
/// | hoard | | 1,000 connections send a message of 64 KiB but for its last byte |
/// | sip | | 500 players read a film at 1 KB a second |
public final class Hostile {
  private static final Set<String> ATTACKS =
      Set.of("flood", "deaf", "login", "stream", "premiere", "announce", "silence", "hoard", "sip");
  private static final Set<String> AMONG_OTHERS =
      Set.of("flood", "deaf", "login", "stream", "premiere", "announce");
  private static final int ROOMS = 200;
  private static final int MEMBERS = 5;
  private static final String SLOW_READERS = "matinee_fanout_slow_readers_total";
  private static final int TALKERS = 3;
  private static final int LISTENERS = 50;
  private static final int READERS = 200;
  private static final int PREMIERES = 30;
  private static final int FILM_BYTES = 64 << 20;
  private static final double MB = 1 << 20;

  private final MatineeProcess server;
  private final Crowd crowd;

  private Hostile(MatineeProcess server, Crowd crowd) {
    this.server = server;
    this.crowd = crowd;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var named = Set.copyOf(List.of(arguments).subList(1, arguments.length));
    if (!ATTACKS.containsAll(named)) {
      throw new IllegalArgumentException("the attacks are " + ATTACKS);
    }
    var attacks = named.isEmpty() ? ATTACKS : named;
    var repository = Path.of(arguments[0]).toAbsolutePath();
    if (attacks.stream().anyMatch(AMONG_OTHERS::contains)) {
      among(repository, attacks);
    }
    if (attacks.contains("silence")) {
      SilentSockets.measure(repository);
    }
    if (attacks.contains("hoard")) {
      Hoarders.measure(repository);
    }
    if (attacks.contains("sip")) {
      Sippers.measure(repository);
    }
  }

  /// What others notice.
  private static void among(Path repository, Set<String> attacks)
      throws IOException, InterruptedException {
    try (var server = MatineeProcess.start(repository, MatineeProcess.freePort());
        var crowd = Crowd.gather(server.target(), ROOMS, MEMBERS)) {
      var hostile = new Hostile(server, crowd);
      hostile.steady(Fanout.JVM_WARM_UP);
      if (attacks.contains("flood")) {
        hostile.compare(
            "one floods with commands",
            () -> hostile.talkative(10),
            () -> hostile.talkative(1_000));
      }
      if (attacks.contains("deaf")) {
        hostile.compare(
            "50 of a room do not read", () -> hostile.listeners(1), () -> hostile.listeners(0));
      }
      if (attacks.contains("stream")) {
        try (var film = WatchedFilm.of(server.target(), WatchedFilm.beginning(FILM_BYTES))) {
          hostile.compare(
              "200 read a film", Logins::nobody, () -> new Streams(server.target(), film.path()));
        }
      }
      if (attacks.contains("premiere")) {
        hostile.compare(
            "30 films come at once", Logins::nobody, () -> Premiere.of(server, PREMIERES));
      }
      if (attacks.contains("announce")) {
        hostile.compare("10,000 announces a second", Logins::nobody, () -> TrackerFlood.on(server));
      }
      if (attacks.contains("login")) {
        int port = server.target().httpPort();
        Logins.register(port);
        Beginning asking = () -> Logins.asking(port);
        Beginning signing = () -> Logins.signing(port);
        hostile.during(signing); // or what is compiled for the first time would count
        hostile.compare("200 a second ask in vain", Logins::nobody, asking);
        hostile.compare("200 sign in a second", asking, signing);
      }
    }
  }

  /// Somebody who behaves in one way until closed; tells what came of it.
  interface Behaviour extends AutoCloseable {
    String outcome() throws IOException;

    @Override
    void close() throws IOException;
  }

  private interface Beginning {
    Behaviour begin() throws IOException;
  }

  private Percentiles steady(Duration warmUp) throws IOException, InterruptedException {
    return Steady.measure(crowd, server.process(), warmUp, 1).latencies();
  }

  private void compare(String title, Beginning well, Beginning badly)
      throws IOException, InterruptedException {
    var before = during(well);
    var heap = Footprint.of(server.process());
    var attacked = during(badly);
    var grown = Footprint.of(server.process()).minus(heap);
    var after = during(well);
    System.out.printf(
        "| %s | p99 %.0f us, attacked %.0f us, after %.0f us"
            + " | resident at most %.1f MB, attacked %.1f MB, after %.1f MB"
            + " | live heap %+.1f MB | %s; attacked: %s |%n",
        title,
        before.p99,
        attacked.p99,
        after.p99,
        before.residentBytes / MB,
        attacked.residentBytes / MB,
        after.residentBytes / MB,
        grown.liveHeapBytes().orElse(0) / MB,
        before.outcome,
        attacked.outcome);
  }

  /// `residentBytes` is the most that the server held at any second.
  private record Seen(double p99, long residentBytes, String outcome) {}

  private Seen during(Beginning beginning) throws IOException, InterruptedException {
    var most = new AtomicLong();
    try (var clock = Executors.newSingleThreadScheduledExecutor();
        var behaviour = beginning.begin()) {
      var _ =
          clock.scheduleAtFixedRate(
              () -> most.accumulateAndGet(residentBytes(), Math::max), 0, 1, TimeUnit.SECONDS);
      double p99 = steady(Fanout.WARM_UP).micros(0.99);
      clock.shutdownNow();
      return new Seen(p99, most.get(), behaviour.outcome());
    }
  }

  /// People who read the film at a path as fast as it comes.
  private static final class Streams implements Behaviour {
    private final RangeReaders readers;
    private final long start = System.nanoTime();

    Streams(Target.Matinee target, String path) throws IOException {
      readers = RangeReaders.begin(target.httpPort(), path, FILM_BYTES, READERS);
    }

    @Override
    public String outcome() throws IOException {
      double seconds = (System.nanoTime() - start) / 1e9;
      return "%,.0f MB a second read".formatted(readers.bytes() / 1e6 / seconds);
    }

    @Override
    public void close() throws IOException {
      readers.close();
    }
  }

  private long residentBytes() {
    try {
      return server.process().residentBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A member of a room of its own with one listener, who says something `perSecond` times a
  /// second.
  private Behaviour talkative(int perSecond) throws IOException {
    var target = server.target();
    var talker = Stranger.enter(target, ROOMS + 1, 0, 1 << 16).reading();
    var listener = Stranger.enter(target, ROOMS + 1, 1, 1 << 16).reading();
    return new Talk(List.of(talker, listener), List.of(talker), target, perSecond, "x") {
      @Override
      public String outcome() {
        return "%,d a second sent, %.1f a second heard"
            .formatted(perSecond, listener.said() / seconds());
      }
    };
  }

  /// Three who say 2,000 characters of three bytes each twenty times a second, and 50 who read it
  /// if `reading` is 1: what is kept for one who does not is at its limit within seconds.
  private Behaviour listeners(int reading) throws IOException {
    var target = server.target();
    var talkers = new ArrayList<Stranger>();
    var everyone = new ArrayList<Stranger>();
    for (int i = 0; i < TALKERS; i++) {
      talkers.add(Stranger.enter(target, ROOMS + 2, i, 1 << 16).reading());
    }
    for (int i = TALKERS; i < TALKERS + LISTENERS; i++) {
      var listener = Stranger.enter(target, ROOMS + 2, i, 4_096);
      everyone.add(reading == 1 ? listener.reading() : listener);
    }
    everyone.addAll(talkers);
    long cut = target.counted(SLOW_READERS);
    return new Talk(everyone, talkers, target, 20, "\u96fb".repeat(2_000)) {
      @Override
      public String outcome() throws IOException {
        double kb = talkers.getFirst().saidBytes() / 1e3 / seconds();
        return "%.0f KB a second to each, %d were sent away"
            .formatted(kb, target.counted(SLOW_READERS) - cut);
      }
    };
  }

  /// Some of `everyone` say the same again and again.
  private abstract static class Talk implements Behaviour {
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
    private final List<Stranger> everyone;
    private final long start = System.nanoTime();
    private long sent;

    Talk(
        List<Stranger> everyone,
        List<Stranger> talkers,
        Target target,
        int perSecond,
        String text) {
      this.everyone = everyone;
      var _ =
          clock.scheduleAtFixedRate(
              () -> all(everyone, _ -> target.heartbeat()), 5, 5, TimeUnit.SECONDS);
      var _ =
          clock.scheduleAtFixedRate(
              () -> {
                sent++;
                var id = "t" + start + "-" + sent;
                all(talkers, talker -> target.say(id, talker.revision(), text));
              },
              0,
              1_000_000 / perSecond,
              TimeUnit.MICROSECONDS);
    }

    double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    /// Whoever was sent away says nothing any more.
    private static void all(List<Stranger> strangers, Function<Stranger, String> text) {
      for (var stranger : strangers) {
        try {
          stranger.say(text.apply(stranger));
        } catch (IOException _) {
          continue;
        }
      }
    }

    @Override
    public void close() throws IOException {
      clock.shutdownNow();
      for (var stranger : everyone) {
        stranger.close();
      }
    }
  }
}
