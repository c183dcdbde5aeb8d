package matinee.server.tracker;

import java.util.function.Consumer;
import java.util.function.Supplier;

/// The socket of one [Visit]. Never blocks; safe for use by any thread.
public interface Outlet {

  /// Sends `text`; returns whether there was room for it.
  boolean send(String text);

  /// Ends the socket once what was sent is out, and no more than a moment later in any case.
  void cut(Ending why);

  /// Asks `question`, which may block, on another thread, and gives what comes of it to `then`, on
  /// the thread by which messages are heard; until that nothing is heard. Returns false if too many
  /// ask at once: then nothing happens.
  <T> boolean ask(Supplier<T> question, Consumer<T> then);
}
