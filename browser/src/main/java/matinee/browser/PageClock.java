package matinee.browser;

import matinee.sync.RoomClock;
import org.teavm.jso.JSExport;

/// A [RoomClock] as pages see it; `RoomClock` in core.d.ts.
public final class PageClock {
  private final RoomClock clock;

  PageClock(double nowMs) {
    clock = new RoomClock(nowMs);
  }

  RoomClock clock() {
    return clock;
  }

  @JSExport
  public double nextProbeAtMs() {
    return clock.nextProbeAtMs();
  }

  @JSExport
  public void probeSent(double nowMs) {
    clock.probeSent(nowMs);
  }

  @JSExport
  public void sample(double t0Ms, double t1Ms, double t2Ms, double t3Ms) {
    clock.sample(t0Ms, t1Ms, t2Ms, t3Ms);
  }

  @JSExport
  public void reset(double nowMs) {
    clock.reset(nowMs);
  }

  @JSExport
  public void wallClockShows(double nowMs, double wallTimeMs) {
    clock.wallClockShows(nowMs, wallTimeMs);
  }

  @JSExport
  public boolean isReady() {
    return clock.isReady();
  }

  @JSExport
  public double roomTimeAt(double nowMs) {
    return clock.roomTimeAt(nowMs);
  }

  @JSExport
  public double boundMs() {
    return clock.boundMs();
  }

  @JSExport
  public double roundTripMs() {
    return clock.roundTripMs();
  }
}
