package matinee.room;

/// Why the playback changed.
public enum Cause {
  PLAYED,
  PAUSED,
  SEEKED,
  RATE_CHANGED,
  /// Held, because a member is buffering (GA3).
  WAIT_STARTED,
  /// Everyone who was waited for is ready (GA3).
  WAIT_ENDED,
  /// The limit of the wait has come (GA4).
  WAIT_EXPIRED,
  /// Held, because only so much of the film is there (UP3).
  FILM_AWAITED,
  /// Enough more of the film is there (UP3).
  FILM_CAME,
  /// The media has come to its end (PB8).
  ENDED,
  /// The room has gone on to a film of its queue (QU4, QU5).
  ADVANCED,
  /// Everyone has left (ME4), or nobody kept the room (PB9).
  ABANDONED
}
