package matinee.browser;

import matinee.sync.PlayerSample;
import matinee.sync.PlayerState;
import org.teavm.jso.JSObject;
import org.teavm.jso.JSProperty;

/// `PlayerSample` of core.d.ts, read where it lies.
public interface PlayerView extends JSObject {
  @JSProperty
  double getAtMs();

  @JSProperty
  double getPositionMs();

  @JSProperty
  boolean isPaused();

  @JSProperty
  boolean isSeeking();

  @JSProperty
  boolean isReady();

  @JSProperty
  boolean isEnded();

  @JSProperty
  double getRate();

  @JSProperty
  boolean isHidden();

  @JSProperty
  boolean isTargetBuffered();

  /// The same as a value.
  static PlayerSample sample(PlayerView seen) {
    var state =
        new PlayerState(
            seen.isPaused(), seen.isSeeking(), seen.isReady(), seen.isEnded(), seen.getRate());
    return new PlayerSample(
        seen.getAtMs(), seen.getPositionMs(), state, seen.isHidden(), seen.isTargetBuffered());
  }
}
