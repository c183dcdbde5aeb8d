package matinee.server.telemetry;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import matinee.server.stores.StoreMeter;

/// What the store of films is asked, as figures of `registry`. Safe for use by any thread.
public record StoreMeters(MeterRegistry registry) implements StoreMeter {

  @Override
  public void asked(Question question, Outcome outcome, long nanos, long bytes) {
    var what = name(question);
    Timer.builder("matinee.store.asked")
        .description("Questions to the store of films, by what came of them, to the first byte")
        .tag("question", what)
        .tag("outcome", name(outcome))
        .publishPercentileHistogram()
        .minimumExpectedValue(Duration.ofMillis(1))
        .maximumExpectedValue(Duration.ofMinutes(1))
        .register(registry)
        .record(nanos, TimeUnit.NANOSECONDS);
    if (bytes > 0) {
      Counter.builder("matinee.store.bytes")
          .description("Bytes that went to the store of films, or were asked of it")
          .tag("question", what)
          .register(registry)
          .increment(bytes);
    }
  }

  private static String name(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
