package matinee.server.fanout;

/// Is told what goes out. Called on event loops: must be quick and must not throw.
public interface FanoutMeter {

  /// `frames` messages were put into `receivers` outboxes each.
  void delivered(int frames, int receivers);

  /// A connection was closed because its reader was too slow.
  void slowReaderClosed();
}
