package matinee.server.fanout;

/// Is told what goes out. Called on event loops: must be quick and must not throw.
public interface FanoutMeter {

  /// `frames` messages were put into `receivers` outboxes each.
  void delivered(int frames, int receivers);

  /// So many signals (SI1) did not reach somebody: more came than may, or than can be told, or the
  /// reader is behind.
  void signalsDropped(int count);

  /// A connection was closed because its reader was too slow.
  void slowReaderClosed();
}
