package matinee.chaos;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/// L-09: people come and go in waves, by hundreds a second, in rooms that are made for a few of
/// them each. Between two waves everything is forgotten again: what each node then has on its heap
/// is to stay the same from the second wave on.
final class Soak implements AutoCloseable {
  private static final int VISITS = 5;

  private final Trial trial;
  private final Storm storm = new Storm(VISITS);

  Soak(Trial trial) {
    this.trial = trial;
  }

  /// One wave, then rest.
  void wave(Duration length, Duration restLimit)
      throws Trial.NotConverged, IOException, SQLException {
    storm.begin(trial.cluster().doors());
    Pause.ms(length.toMillis());
    trial.say(storm.end());
    trial.rest(restLimit);
    for (var node : trial.cluster().nodes()) {
      trial.say(
          "%s has %.2f MB alive on its heap"
              .formatted(node.name(), node.process().liveHeap() / 1e6));
    }
  }

  @Override
  public void close() {
    storm.close();
  }
}
