package matinee.room;

import java.time.Instant;

/// The line that tells where the media is at a given room time.
///
/// Positions are milliseconds from the start of the media; `rate` is 1.0 at normal speed, 0.25 to
/// 4. The anchor may lie in the future: then everyone stands on its position until that instant and
/// starts together (PB3). Computed in whole numbers, as the specification does (OR3). Model: W3C
/// Timing Object without acceleration.
public record Timeline(Instant anchorTime, long anchorPositionMs, double rate) {

  public Timeline {
    Rates.check(rate);
    if (anchorPositionMs < 0) {
      throw new IllegalArgumentException("positionMs must not be negative");
    }
  }

  /// Position at `now`; before the anchor's time it is the anchor's position. Not limited by the
  /// media's end.
  public long positionAt(Instant now) {
    long elapsedMs = Math.max(0, now.toEpochMilli() - anchorTime.toEpochMilli());
    return anchorPositionMs + (elapsedMs * Rates.thousandths(rate) + 500) / 1000;
  }

  /// The instant by which the line has reached `positionMs`; the anchor's time for what lies before
  /// the anchor.
  public Instant timeOf(long positionMs) {
    long remainingMs = Math.max(0, positionMs - anchorPositionMs);
    long thousandths = Rates.thousandths(rate);
    return anchorTime.plusMillis((remainingMs * 1000 + thousandths - 1) / thousandths);
  }
}
