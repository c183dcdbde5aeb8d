package matinee.sync;

import matinee.room.Length;
import matinee.room.Playback;

/// Somebody's program in the simulation: hears the room, drives one player.
interface FakeClient {

  NetworkPath down();

  FakePlayer player();

  /// The room is at `playback`; heard now.
  void hear(Playback playback, Length length);

  /// Begins to work.
  void open();
}
