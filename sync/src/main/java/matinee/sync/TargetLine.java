package matinee.sync;

import java.util.ArrayList;
import java.util.List;
import matinee.room.Length;
import matinee.room.Playback;
import matinee.room.Timeline;

/// Where the media should be at each room time, as far as the room has said.
///
/// Stretches follow one another; the first holds from ever. A start in the future is a stretch that
/// stands on the anchor's position and one that moves from the anchor's time on (PB3). A change of
/// speed that is scheduled on the line already followed keeps that line until then (PB5). Nothing
/// moves beyond `endMs` (PB8; infinity: no end). Model: W3C Timing Object without acceleration.
public record TargetLine(List<Stretch> stretches, double endMs) {
  /// A new line that meets the old one this closely, in ms of the media, goes on from it. Both are
  /// rounded to ms.
  private static final double SAME_PLACE_MS = 5;

  private static final int MAX_STRETCHES = 4;

  /// From room time `fromMs` on: at `positionMs` there, then moving at `rate`, or standing if not
  /// `moving`.
  public record Stretch(double fromMs, double positionMs, double rate, boolean moving) {
    double positionAt(double roomTimeMs) {
      return moving ? positionMs + rate * (roomTimeMs - fromMs) : positionMs;
    }
  }

  public TargetLine {
    if (stretches.isEmpty()) {
      throw new IllegalArgumentException("a line has a stretch at least");
    }
    stretches = List.copyOf(stretches);
  }

  /// The line of a room of which nothing was known before.
  public static TargetLine of(Playback playback, Length length) {
    return switch (playback) {
      case Playback.Paused(long positionMs, double rate) -> standing(positionMs, rate, length);
      case Playback.Waiting(long positionMs, double rate, _, _) ->
          standing(positionMs, rate, length);
      case Playback.Playing(var timeline) ->
          new TargetLine(List.of(stretchBefore(timeline), stretchAlong(timeline)), endOf(length));
    };
  }

  /// The line after the room has changed to `playback`.
  public TargetLine then(Playback playback, Length length) {
    if (playback instanceof Playback.Playing(var timeline) && leadsTo(playback)) {
      double fromMs = timeline.anchorTime().toEpochMilli();
      var kept = new ArrayList<>(stretches.stream().filter(s -> s.fromMs < fromMs).toList());
      kept.add(stretchAlong(timeline));
      int first = Math.max(0, kept.size() - MAX_STRETCHES);
      return new TargetLine(kept.subList(first, kept.size()), endOf(length));
    }
    return of(playback, length);
  }

  /// Position at a room time, from 0 to the end of the media.
  public double positionAt(double roomTimeMs) {
    return Math.max(0, Math.min(at(roomTimeMs).positionAt(roomTimeMs), endMs));
  }

  /// Does the media move at that room time? Not before the start, nor at the end.
  public boolean isMovingAt(double roomTimeMs) {
    var stretch = at(roomTimeMs);
    return stretch.moving && stretch.positionAt(roomTimeMs) < endMs;
  }

  /// The speed at which the media moves, or would move, at that room time.
  public double rateAt(double roomTimeMs) {
    return at(roomTimeMs).rate;
  }

  /// Does it stand, before and ever after?
  public boolean isStanding() {
    return stretches.stream().noneMatch(Stretch::moving);
  }

  /// The first room time at `roomTimeMs` or later at which the media moves; infinity if it never
  /// will.
  public double movingFrom(double roomTimeMs) {
    if (isMovingAt(roomTimeMs)) {
      return roomTimeMs;
    }
    return stretches.stream()
        .filter(stretch -> stretch.moving && stretch.fromMs > roomTimeMs)
        .mapToDouble(Stretch::fromMs)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /// Does who follows this line do right by `playback`, until its anchor's time?
  boolean leadsTo(Playback playback) {
    if (!(playback instanceof Playback.Playing(var timeline))) {
      return false;
    }
    double atMs = timeline.anchorTime().toEpochMilli();
    return isMovingAt(atMs - 1)
        && Math.abs(positionAt(atMs) - timeline.anchorPositionMs()) <= SAME_PLACE_MS;
  }

  private Stretch at(double roomTimeMs) {
    var found = stretches.getFirst();
    for (var stretch : stretches) {
      if (stretch.fromMs <= roomTimeMs) {
        found = stretch;
      }
    }
    return found;
  }

  private static TargetLine standing(long positionMs, double rate, Length length) {
    var stretch = new Stretch(Double.NEGATIVE_INFINITY, positionMs, rate, false);
    return new TargetLine(List.of(stretch), endOf(length));
  }

  private static Stretch stretchBefore(Timeline timeline) {
    return new Stretch(
        Double.NEGATIVE_INFINITY, timeline.anchorPositionMs(), timeline.rate(), false);
  }

  private static Stretch stretchAlong(Timeline timeline) {
    double fromMs = timeline.anchorTime().toEpochMilli();
    return new Stretch(fromMs, timeline.anchorPositionMs(), timeline.rate(), true);
  }

  private static double endOf(Length length) {
    return switch (length) {
      case Length.Known(long ms) -> ms;
      case Length.Unknown _ -> Double.POSITIVE_INFINITY;
    };
  }
}
