package matinee.server.bus;

import java.util.function.Consumer;

/// Carries texts from one server to the others, quickly, and without a promise: they may be lost,
/// doubled or late. Nothing here blocks. Safe for use by any thread.
public interface Carrier extends AutoCloseable {

  /// Carries nothing.
  Carrier NONE =
      new Carrier() {
        @Override
        public boolean isWell() {
          return false;
        }

        @Override
        public void listen(String channel, Consumer<String> heard) {}

        @Override
        public void ignore(String channel) {}

        @Override
        public void send(String channel, String text) {}

        @Override
        public void close() {}
      };

  /// Has what this server sent lately come back to it?
  boolean isWell();

  /// From now on what is sent to `channel`, by this server too, is given to `heard`, which must be
  /// quick.
  void listen(String channel, Consumer<String> heard);

  void ignore(String channel);

  /// Drops `text` when it cannot be sent now.
  void send(String channel, String text);

  @Override
  void close();
}
