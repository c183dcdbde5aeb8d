package matinee.server.rooms;

import matinee.server.fanout.FanoutMeter;

/// Is told what rooms do. Called by many threads: must be quick and must not throw.
public interface RoomMeter extends FanoutMeter {

  /// A command was accepted, `ms` milliseconds after it had come in.
  void accepted(double ms);

  /// A command was rejected for `reason`.
  void rejected(String reason);

  /// What other servers did was read from the journal, because nobody had told of it in time.
  void missed();

  /// A room was taken into memory.
  void opened();

  /// A room is in memory no more.
  void closed();
}
