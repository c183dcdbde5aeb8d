package matinee.browser;

import matinee.room.Length;
import matinee.sync.Conduct;
import matinee.sync.Follower;
import matinee.sync.Learnt;
import org.teavm.jso.JSExport;
import org.teavm.jso.JSObject;

/// A [Follower] as pages see it; `Follower` in core.d.ts.
public final class PageFollower {
  private final Follower follower;

  PageFollower(PageClock clock, CapabilitiesView can, JSObject learnt) {
    var known = Learnt.of(Numbers.of(learnt));
    follower = new Follower(clock.clock(), CapabilitiesView.value(can), known);
  }

  Follower follower() {
    return follower;
  }

  @JSExport
  public void load() {
    follower.load();
  }

  @JSExport
  public void follow(PlaybackView playback, JSObject lengthMs) {
    follower.follow(PlaybackView.value(playback), length(Numbers.orNaN(lengthMs)));
  }

  @JSExport
  public void unfollow() {
    follower.unfollow();
  }

  @JSExport
  public void setSoundLateMs(double lateMs) {
    follower.setSoundLateMs(lateMs);
  }

  @JSExport
  public ActView step(PlayerView seen) {
    return ActView.of(follower.step(PlayerView.sample(seen)));
  }

  @JSExport
  public void frame(double expectedDisplayTimeMs, double mediaTimeMs) {
    follower.frame(expectedDisplayTimeMs, mediaTimeMs);
  }

  @JSExport
  public void begin() {
    follower.begin();
  }

  @JSExport
  public double targetPositionAt(double nowMs) {
    return follower.targetPositionAt(nowMs);
  }

  @JSExport
  public boolean isMovingAt(double nowMs) {
    return follower.isMovingAt(nowMs);
  }

  @JSExport
  public JSObject syncErrorMs() {
    return Numbers.orUndefined(follower.syncErrorMs());
  }

  @JSExport
  public boolean isAble() {
    return follower.isAble();
  }

  @JSExport
  public String phase() {
    return word(follower.conduct());
  }

  @JSExport
  public JSObject learnt() {
    return Numbers.list(follower.learnt().toNumbers());
  }

  private static Length length(double lengthMs) {
    return lengthMs >= 1 && lengthMs <= Length.Known.MAX_MS
        ? new Length.Known((long) lengthMs)
        : Length.Unknown.UNKNOWN;
  }

  private static String word(Conduct conduct) {
    return switch (conduct) {
      case IDLE -> "idle";
      case STANDING -> "standing";
      case LANDING -> "landing";
      case FOLLOWING -> "following";
      case CORRECTING -> "correcting";
    };
  }
}
