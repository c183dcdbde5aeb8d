package matinee.server.http;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// The bodies that are being read into the library, to be broken off when the server stops: their
/// senders would go on for longer than a stop waits. Safe for use by any thread.
final class Uploads {
  static final Problem STOPPING =
      new Problem(
              503,
              "stopping",
              "The server stops.",
              "Go on with the upload in a minute; what was sent in one go is sent again.")
          .after(Duration.ofMinutes(1));

  private final Set<BodyStream> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean stopped;

  /// Gives what `work` gives, which reads `body` until its end or until the server stops.
  <T> T during(BodyStream body, Supplier<T> work) {
    underWay.add(body);
    try {
      if (stopped) {
        body.breakOff();
      }
      return work.get();
    } finally {
      underWay.remove(body);
    }
  }

  /// Breaks off all that are under way, and all that begin from now on.
  void stop() {
    stopped = true;
    underWay.forEach(BodyStream::breakOff);
  }

  boolean areStopped() {
    return stopped;
  }
}
