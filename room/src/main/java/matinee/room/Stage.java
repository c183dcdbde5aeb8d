package matinee.room;

import java.time.Instant;
import java.util.Optional;

/// What the room has before it: nothing yet, or a media and how it moves.
public sealed interface Stage {

  /// No media is loaded.
  enum Idle implements Stage {
    IDLE
  }

  /// `media`, of which there is as much as `available` says, was loaded by the event with revision
  /// `loadedRevision`; wishes made before it are stale (ID4).
  record Loaded(Media media, long loadedRevision, Available available, Playback playback)
      implements Stage {

    /// Of which nobody has said that it is on its way in.
    public Loaded(Media media, long loadedRevision, Playback playback) {
      this(media, loadedRevision, Available.All.ALL, playback);
    }

    Loaded with(Playback next) {
      return new Loaded(media, loadedRevision, available, next);
    }

    /// The same stage with the media's length; a position beyond it becomes the end (GA1).
    Loaded lasting(Length.Known length) {
      var known = new Loaded(media.lasting(length), loadedRevision, available, playback);
      return known.with(playback.within(known));
    }

    /// The same stage with so much of the media; a position beyond it becomes the end of that
    /// (UP1).
    Loaded with(Available next) {
      var known = new Loaded(media, loadedRevision, next, playback);
      return known.with(playback.within(known));
    }

    /// Where nothing more is: the end of the media, or of what is there of it; nothing, while both
    /// are unknown.
    public Optional<Long> lastMs() {
      return switch (available) {
        case Available.Until(long ms) -> Optional.of(media.clamp(ms));
        case Available.All _ ->
            switch (media.length()) {
              case Length.Known(long ms) -> Optional.of(ms);
              case Length.Unknown _ -> Optional.empty();
            };
      };
    }

    /// `positionMs`, or where the media ends, or what is there of it, when it lies beyond.
    long clamp(long positionMs) {
      long inMedia = media.clamp(positionMs);
      return switch (available) {
        case Available.All _ -> inMedia;
        case Available.Until(long ms) -> Math.min(inMedia, ms);
      };
    }

    /// The position at `now`, no further than the media's end and than what is there of it.
    public long positionAt(Instant now) {
      return clamp(playback.positionAt(now));
    }

    /// Is what is there behind `positionMs` too little to go on from there (UP3)?
    boolean isShortAt(long positionMs) {
      return available instanceof Available.Until(long ms)
          && ms - positionMs < SupplyRules.ENOUGH_MS;
    }

    /// Does the room, which waits, wait for the film (UP3)?
    public boolean isShort() {
      return playback instanceof Playback.Waiting waiting && isShortAt(waiting.positionMs());
    }
  }
}
