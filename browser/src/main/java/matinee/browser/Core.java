package matinee.browser;

import java.time.Instant;
import matinee.room.Timeline;
import org.teavm.jso.JSExport;

/// What the ES module exports. Every function is pure; one that is given nonsense throws.
public final class Core {
  private Core() {}

  /// Position in the media, in ms, at room time `nowMs` on the line through the given anchor (PB3).
  @JSExport
  public static double positionAt(
      double anchorTimeMs, double anchorPositionMs, double rate, double nowMs) {
    var line = new Timeline(instant(anchorTimeMs), (long) anchorPositionMs, rate);
    return line.positionAt(instant(nowMs));
  }

  private static Instant instant(double ms) {
    return Instant.ofEpochMilli((long) ms);
  }
}
