package matinee.room;

import java.time.Instant;

/// What the room has before it: nothing yet, or a media and how it moves.
public sealed interface Stage {

  /// No media has been loaded.
  enum Idle implements Stage {
    IDLE
  }

  /// `media` was loaded by the event with revision `loadedRevision`; wishes made before it are
  /// stale (ID4).
  record Loaded(Media media, long loadedRevision, Playback playback) implements Stage {

    Loaded with(Playback next) {
      return new Loaded(media, loadedRevision, next);
    }

    /// The same stage with the media's length; a position beyond it becomes the end (GA1).
    Loaded lasting(Length.Known length) {
      var known = media.lasting(length);
      return new Loaded(known, loadedRevision, playback.within(known));
    }

    /// The position at `now`, no further than the media's end.
    public long positionAt(Instant now) {
      return media.clamp(playback.positionAt(now));
    }
  }
}
