package matinee.server.tracker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import matinee.server.sql.Database;
import matinee.server.telemetry.Meters;
import matinee.server.telemetry.TrackerMeters;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How much the tracker takes in, and how much it says of it.
final class TrackerBoundsTest {
  private static final String UNKNOWN = "u".repeat(20);
  private static final Pattern CUT = Pattern.compile("UNKNOWN_HASH=(\\d+)");

  private final SimpleMeterRegistry figures = new SimpleMeterRegistry();

  @TempDir private Path folder;
  private Database database;
  private Tracker tracker;
  private String hash = "";

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder.resolve("matinee.db").toString(), new Meters());
    var introductions =
        new Introductions(database, "here", InstantSource.system(), new SecureRandom());
    hash = introductions.hashes().issue().hash().binary();
    tracker = introductions.begin(_ -> true, System::nanoTime, new TrackerMeters(figures));
  }

  @AfterEach
  void close() {
    tracker.close();
    database.close();
  }

  /// A socket that keeps what was last sent to it.
  private static final class Line implements Outlet {
    private String last = "";
    private boolean isCut;

    @Override
    public boolean send(String text) {
      last = text;
      return true;
    }

    @Override
    public void cut(Ending why) {
      isCut = true;
    }

    @Override
    public <T> boolean ask(Supplier<T> question, Consumer<T> then) {
      then.accept(question.get());
      return true;
    }
  }

  /// What the peer of this number says, who is there.
  private static ObjectNode announcing(String hash, int peer) {
    var json = JsonNodeFactory.instance.objectNode().put("action", "announce");
    return json.put("info_hash", hash).put("peer_id", "peer-%015d".formatted(peer));
  }

  @Test
  @Tag("TR7")
  void a_swarm_has_two_hundred_peers_and_a_further_one_is_told_so_until_one_has_gone() {
    var first = tracker.enter(new Line());
    first.hear(announcing(hash, 1).toString());
    for (int i = 2; i <= Swarm.MOST; i++) {
      tracker.enter(new Line()).hear(announcing(hash, i).toString());
    }
    var line = new Line();
    var late = tracker.enter(line);

    late.hear(announcing(hash, 0).toString());
    var refused = line.last;
    first.hear(announcing(hash, 1).put("event", "stopped").toString());
    late.hear(announcing(hash, 0).toString());

    assertThat(refused).contains("failure reason", "200 peers are here already");
    assertThat(line.isCut).isFalse();
    assertThat(line.last).contains("\"incomplete\":200");
  }

  @Test
  @Tag("P-08")
  void a_thousand_sockets_that_are_cut_are_told_in_the_log_by_a_line_a_second_at_most() {
    try (var log = new Log()) {
      long began = System.nanoTime();
      for (int i = 0; i < 1_000; i++) {
        tracker.enter(new Line()).hear(announcing(UNKNOWN, i).toString());
      }

      await().atMost(Duration.ofSeconds(60)).until(() -> log.told() == 1_000);

      long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds() + 1;
      assertThat((long) log.lines.size()).isBetween(1L, seconds);
    }
  }

  /// What the tracker writes down while this is open.
  private static final class Log implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger(Tracker.class);
    private final @Nullable Level level = logger.getLevel();
    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AppenderBase<ILoggingEvent> appender =
        new AppenderBase<>() {
          @Override
          protected void append(ILoggingEvent line) {
            lines.add(line.getFormattedMessage());
          }
        };

    private Log() {
      appender.start();
      logger.addAppender(appender);
      logger.setLevel(Level.INFO);
    }

    /// Of how many sockets with unknown hashes it was told.
    private int told() {
      return lines.stream()
          .flatMap(it -> CUT.matcher(it).results())
          .mapToInt(it -> Integer.parseInt(it.group(1)))
          .sum();
    }

    @Override
    public void close() {
      logger.setLevel(level);
      logger.detachAppender(appender);
    }
  }

  @Test
  void what_the_tracker_does_is_counted() {
    var ann = tracker.enter(new Line());
    var ben = tracker.enter(new Line());
    var eve = tracker.enter(new Line());
    var offering = announcing(hash, 2).put("numwant", 1);
    var offer = offering.putArray("offers").addObject().put("offer_id", "o");
    offer.putObject("offer").put("type", "offer").put("sdp", "v=0");

    ann.hear(announcing(hash, 1).toString());
    ben.hear(offering.toString());
    eve.hear("nonsense");
    eve.leave();

    assertThat(figures.get("matinee.tracker.sockets").gauge().value()).isEqualTo(2);
    assertThat(counted("matinee.tracker.announces")).isEqualTo(2);
    assertThat(counted("matinee.tracker.passed.on")).isEqualTo(1);
    assertThat(figures.get("matinee.tracker.cut").tag("why", "malformed").counter().count())
        .isEqualTo(1);
  }

  private double counted(String name) {
    return figures.get(name).counter().count();
  }
}
