package matinee.browser;

import java.time.Instant;
import matinee.room.Timeline;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/// What the ES module exports. Nothing here reads a clock or sets a timer; what is given nonsense throws.
public final class Core {
  private Core() {}

  /// Position in the media, in ms, at room time `nowMs` on the line through the given anchor (PB3).
  @JSExport
  public static double positionAt(
      double anchorTimeMs, double anchorPositionMs, double rate, double nowMs) {
    var line = new Timeline(instant(anchorTimeMs), (long) anchorPositionMs, rate);
    return line.positionAt(instant(nowMs));
  }

  /// A room clock that knows nothing; its first probe is due at `nowMs`.
  @JSExport
  public static PageClock createRoomClock(double nowMs) {
    return new PageClock(nowMs);
  }

  /// A follower of nothing yet; `learnt` is a list of numbers that an earlier one gave, or anything else.
  @JSExport
  public static PageFollower createFollower(
      PageClock clock, CapabilitiesView capabilities, JSObject learnt) {
    return new PageFollower(clock, capabilities, learnt);
  }

  /// A wish filter that compares with the room that `follower` follows.
  @JSExport
  public static PageWishFilter createWishFilter(PageFollower follower) {
    return new PageWishFilter(follower);
  }

  /// A coalescer that holds nothing.
  @JSExport
  public static PageCoalescer createCoalescer() {
    return new PageCoalescer();
  }

  private static Instant instant(double ms) {
    return Instant.ofEpochMilli((long) ms);
  }
}
