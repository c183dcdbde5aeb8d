package matinee.server.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import matinee.server.clock.ClockMeter;
import matinee.server.immudb.ImmudbMeter;
import matinee.server.load.Headroom;
import matinee.server.mail.MailMeter;
import matinee.server.rooms.RoomMeter;
import matinee.server.socket.SocketMeter;
import matinee.server.sql.WriteMeter;

/// The figures of a server, all named `matinee_...`. Counting allocates nothing. Safe for use by
/// any thread.
public final class Meters
    implements RoomMeter, SocketMeter, WriteMeter, ClockMeter, MailMeter, ImmudbMeter {
  private static final double NANOS_PER_MS = 1e6;

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final AtomicInteger connections = gauge("matinee.connections", "Open sync sockets");
  private final AtomicInteger rooms = gauge("matinee.rooms", "Rooms in memory");
  private final Timer accepted =
      timer("matinee.commands.accepted", "From a command's arrival to its answer");
  private final Map<String, Counter> rejected = new ConcurrentHashMap<>();
  private final Map<String, Counter> handshakes = new ConcurrentHashMap<>();
  private final Map<String, Counter> cut = new ConcurrentHashMap<>();
  private final Timer commits = timer("matinee.journal.commits", "Transactions of the writer");
  private final DistributionSummary batches =
      DistributionSummary.builder("matinee.journal.batch")
          .description("Changes that share a transaction")
          .publishPercentileHistogram()
          .maximumExpectedValue(2_048.0)
          .register(registry);
  private final AtomicReference<Double> clockError =
      figure("matinee.clock.error.ms", "Room time behind the database's clock");
  private final AtomicReference<Double> clockBound =
      figure("matinee.clock.bound.ms", "How well the database's clock is known");
  private final Counter deliveries =
      counter("matinee.fanout.deliveries", "Frames put into outboxes");
  private final Counter signalsDropped =
      counter("matinee.signals.dropped", "Of who types and cheers, what did not reach somebody");
  private final Counter slowReaders = counter("matinee.fanout.slow.readers", "Closed as too slow");
  private final Counter heartbeats = counter("matinee.heartbeats", "Heartbeats answered");
  private final Counter missed =
      counter("matinee.bus.missed", "Times that a room read what nobody had told it");
  private final Counter malformed = counter("matinee.messages.malformed", "Malformed messages");
  private final AtomicInteger lettersWaiting =
      gauge("matinee.mail.waiting", "Letters that wait to be sent, of all servers");
  private final Counter lettersSent =
      counter("matinee.mail.sent", "Letters that the mail server took");
  private final Counter linksCopied =
      counter("matinee.immudb.copied", "Entries of what was done that this server copied");
  private final AtomicInteger isCopying =
      gauge("matinee.immudb.up", "Whether the last copy came to the end: 1, or 0 for not");
  private final Counter lettersFailed = counter("matinee.mail.failed", "Letters given up");

  /// The registry, for figures of other parts.
  public MeterRegistry registry() {
    return registry;
  }

  /// All figures in the text format of Prometheus.
  public String text() {
    return registry.scrape();
  }

  /// Tells how much of the memory is in use.
  public void observe(Headroom headroom) {
    Gauge.builder("matinee.memory.share", headroom, Headroom::share)
        .description("Of the heap or of the memory of network buffers, 0 to 1, whichever is more")
        .register(registry);
  }

  private AtomicReference<Double> figure(String name, String description) {
    var value = new AtomicReference<>(0.0);
    Gauge.builder(name, value, AtomicReference::get).description(description).register(registry);
    return value;
  }

  private AtomicInteger gauge(String name, String description) {
    var value = new AtomicInteger();
    Gauge.builder(name, value, AtomicInteger::get).description(description).register(registry);
    return value;
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  private Timer timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofNanos(50_000))
        .maximumExpectedValue(Duration.ofSeconds(5))
        .register(registry);
  }

  private static void count(
      Map<String, Counter> counters, String tag, Function<String, Counter> make) {
    counters.computeIfAbsent(tag, make).increment();
  }

  @Override
  public void accepted(double ms) {
    accepted.record((long) (ms * NANOS_PER_MS), TimeUnit.NANOSECONDS);
  }

  @Override
  public void rejected(String reason) {
    count(
        rejected,
        reason,
        it ->
            Counter.builder("matinee.commands.rejected")
                .description("Commands rejected, by reason")
                .tag("reason", it)
                .register(registry));
  }

  @Override
  public void rateLimited() {
    rejected("RATE_LIMITED");
  }

  @Override
  public void missed() {
    missed.increment();
  }

  @Override
  public void opened() {
    rooms.incrementAndGet();
  }

  @Override
  public void closed() {
    rooms.decrementAndGet();
  }

  @Override
  public void handshake(int status) {
    count(
        handshakes,
        Integer.toString(status),
        it ->
            Counter.builder("matinee.handshakes")
                .description("Sync handshakes, by HTTP status")
                .tag("status", it)
                .register(registry));
  }

  /// A connection over HTTP was cut because its other side was too slow with `wait`.
  public void cut(String wait) {
    count(
        cut,
        wait,
        it ->
            Counter.builder("matinee.http.cut")
                .description("Connections cut as too slow, by what was waited for")
                .tag("wait", it)
                .register(registry));
  }

  @Override
  public void connectionOpened() {
    connections.incrementAndGet();
  }

  @Override
  public void connectionClosed() {
    connections.decrementAndGet();
  }

  @Override
  public void heartbeat() {
    heartbeats.increment();
  }

  @Override
  public void malformed() {
    malformed.increment();
  }

  @Override
  public void delivered(int frames, int receivers) {
    deliveries.increment((double) frames * receivers);
  }

  @Override
  public void signalsDropped(int count) {
    signalsDropped.increment(count);
  }

  @Override
  public void slowReaderClosed() {
    slowReaders.increment();
  }

  @Override
  public void measured(double errorMs, double boundMs) {
    clockError.set(errorMs);
    clockBound.set(boundMs);
  }

  @Override
  public void copied(int links) {
    linksCopied.increment(links);
  }

  @Override
  public void copying(boolean succeeds) {
    isCopying.set(succeeds ? 1 : 0);
  }

  @Override
  public void lettersWaiting(int letters) {
    lettersWaiting.set(letters);
  }

  @Override
  public void letterSent() {
    lettersSent.increment();
  }

  @Override
  public void letterFailed() {
    lettersFailed.increment();
  }

  @Override
  public void committed(int changes, long nanos) {
    batches.record(changes);
    commits.record(nanos, TimeUnit.NANOSECONDS);
  }
}
