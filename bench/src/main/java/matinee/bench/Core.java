package matinee.bench;

import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/// `./dev bench core`: how long the pure steps of one command take, and how many bytes they
/// allocate (`gc.alloc.rate.norm`), by JMH: see [CorePath].
public final class Core {
  private static final int ROUNDS = 5;

  private Core() {}

  public static void main(String[] arguments) throws RunnerException {
    new Runner(
            new OptionsBuilder()
                .include(CorePath.class.getName())
                .addProfiler(GCProfiler.class)
                .jvmArgsAppend("-XX:+UseCompactObjectHeaders", "-XX:+UseSerialGC")
                .forks(1)
                .warmupIterations(ROUNDS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(1))
                .build())
        .run();
  }
}
