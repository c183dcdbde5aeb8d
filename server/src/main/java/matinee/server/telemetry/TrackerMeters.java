package matinee.server.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import matinee.server.tracker.Ending;
import matinee.server.tracker.TrackerMeter;

/// What the tracker does, as figures of a registry. Safe for use by any thread.
public final class TrackerMeters implements TrackerMeter {
  private final MeterRegistry registry;
  private final AtomicInteger sockets = new AtomicInteger();
  private final Counter announces;
  private final Counter passedOn;

  public TrackerMeters(MeterRegistry registry) {
    this.registry = registry;
    Gauge.builder("matinee.tracker.sockets", sockets, AtomicInteger::get)
        .description("Open sockets of the tracker")
        .register(registry);
    announces = counter("matinee.tracker.announces", "Times that peers have announced themselves");
    passedOn = counter("matinee.tracker.passed.on", "Offers and answers that were passed on");
  }

  private Counter counter(String name, String description) {
    return Counter.builder(name).description(description).register(registry);
  }

  @Override
  public void open(int count) {
    sockets.set(count);
  }

  @Override
  public void announced() {
    announces.increment();
  }

  @Override
  public void passedOn() {
    passedOn.increment();
  }

  @Override
  public void cut(Ending why) {
    Counter.builder("matinee.tracker.cut")
        .description("Sockets of the tracker that were cut, by why")
        .tag("why", why.name().toLowerCase(Locale.ROOT))
        .register(registry)
        .increment();
  }
}
