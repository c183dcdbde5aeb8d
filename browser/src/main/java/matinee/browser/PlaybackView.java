package matinee.browser;

import java.time.Instant;
import matinee.room.Playback;
import matinee.room.Timeline;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/// `FollowedPlayback` of core.d.ts: a playback as the wire tells it.
public interface PlaybackView extends JSObject {
  @JSProperty
  String getType();

  @JSProperty
  double getPositionMs();

  @JSProperty
  double getAnchorMs();

  @JSProperty
  double getRate();

  /// The same as a value; throws on a `type` that is none of the three. Who waits stands, until
  /// told otherwise.
  static Playback value(PlaybackView playback) {
    long positionMs = (long) playback.getPositionMs();
    return switch (playback.getType()) {
      case "paused", "waiting" -> new Playback.Paused(positionMs, playback.getRate());
      case "playing" -> {
        var anchor = Instant.ofEpochMilli((long) playback.getAnchorMs());
        yield new Playback.Playing(new Timeline(anchor, positionMs, playback.getRate()));
      }
      default -> throw new IllegalArgumentException("type must be paused, waiting or playing");
    };
  }
}
