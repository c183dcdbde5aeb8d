package matinee.sync;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/// What time it is in the room, learnt from probes.
///
/// A probe is sent at `t0` (local), received at `t1` and answered at `t2` (room time), the answer
/// comes at `t3` (local). Over the last 30 s, 64 probes at most, the clock offset is half the
/// difference of the quickest way forward and the quickest way back, chosen apart: that needs no
/// probe that was quick both ways. Clock drift is taken out first. What remains unknown is half the
/// difference of the two quickest delays, hence [#boundMs]. Source: NTP (RFC 5905) for the four
/// instants, minimum filters for the choice.
public final class RoomClock {
  private static final double WINDOW_MS = 30_000;
  private static final int MAX_PROBES = 64;
  private static final int READY_AFTER = 8;
  private static final double ROUTE_CHANGE_MS = 20;
  private static final double ROUTE_CHANGE_AFTER_MS = 5_000;
  private static final int SUSPICIOUS_PROBES = 5;
  private static final int SETTLING_PROBES = 12;
  private static final double WALL_CLOCK_JUMP_MS = 1_000;

  private final ProbeSchedule schedule;
  private final Deque<Probe> probes = new ArrayDeque<>();
  private final ClockDrift drift = new ClockDrift();
  private boolean ready;
  private double offsetMs = Double.NaN;
  private double offsetAtMs;
  private double boundMs = Double.POSITIVE_INFINITY;
  private double wallMinusLocalMs = Double.NaN;

  /// A clock that knows nothing; its first probe is due at `nowMs`.
  public RoomClock(double nowMs) {
    schedule = new ProbeSchedule(nowMs);
  }

  /// When the next probe is due: 14 at 25 ms, then one a second; in the past if it is overdue.
  public double nextProbeAtMs() {
    return schedule.nextAtMs();
  }

  /// A probe leaves at `nowMs`.
  public void probeSent(double nowMs) {
    schedule.sent(nowMs);
  }

  /// An answer to a probe. One that says to be back before it was sent, or that is no number, is
  /// ignored.
  public void sample(double t0Ms, double t1Ms, double t2Ms, double t3Ms) {
    var probe = new Probe(t3Ms, t1Ms - t0Ms, t3Ms - t2Ms);
    if (!(probe.roundTripMs() >= 0) || Double.isInfinite(probe.roundTripMs())) {
      return;
    }
    probes.addLast(probe);
    while (probes.size() > MAX_PROBES || t3Ms - probes.getFirst().atMs() > WINDOW_MS) {
      probes.removeFirst();
    }
    drift.add(probe);
    watchRoute(t3Ms);
    ready = ready || probes.size() >= READY_AFTER;
    estimate(t3Ms);
  }

  /// Begins anew with a burst: after a reconnect, when the page is visible again, when the network
  /// changed. Until it is ready again the offset known before stands.
  public void reset(double nowMs) {
    probes.clear();
    drift.forgetProbes();
    ready = false;
    schedule.burst(nowMs);
  }

  /// The wall clock shows `wallTimeMs`. If it has moved against the local clock by more than a
  /// second since it was last told, the machine slept or somebody set it: begins anew.
  public void wallClockShows(double nowMs, double wallTimeMs) {
    double differenceMs = wallTimeMs - nowMs;
    if (Math.abs(differenceMs - wallMinusLocalMs) > WALL_CLOCK_JUMP_MS) {
      reset(nowMs);
    }
    wallMinusLocalMs = differenceMs;
  }

  /// Have 8 answers come since the last reset?
  public boolean isReady() {
    return ready;
  }

  /// Room time at the local instant `nowMs`; NaN before the first answer.
  public double roomTimeAt(double nowMs) {
    return nowMs + offsetMs + drift.perMs() * (nowMs - offsetAtMs);
  }

  /// The local instant at which it is `roomTimeMs` in the room; NaN before the first answer.
  public double localTimeAt(double roomTimeMs) {
    double withoutDrift = roomTimeMs - offsetMs;
    return withoutDrift - drift.perMs() * (withoutDrift - offsetAtMs);
  }

  /// How wrong [#roomTimeAt] may be at worst, ms. Infinity before the first answer.
  public double boundMs() {
    return boundMs;
  }

  /// The quickest way there and back, ms; what the server schedules by. Infinity before the first
  /// answer.
  public double roundTripMs() {
    return 2 * boundMs;
  }

  private void estimate(double nowMs) {
    double forward = Double.POSITIVE_INFINITY;
    double backward = Double.POSITIVE_INFINITY;
    for (var probe : probes) {
      double gained = drift.perMs() * (nowMs - probe.atMs());
      forward = Math.min(forward, probe.forwardMs() + gained);
      backward = Math.min(backward, probe.backwardMs() - gained);
    }
    offsetMs = (forward - backward) / 2;
    offsetAtMs = nowMs;
    boundMs = Math.max(0, (forward + backward) / 2);
  }

  /// A route has changed when every probe of the last 5 s took over 20 ms longer than the quickest
  /// before, and longer than nine in ten of those before: jitter alone must not look like it. Five
  /// such probes raise the suspicion, and a burst; twelve settle it.
  private void watchRoute(double nowMs) {
    var recent = roundTrips(nowMs - ROUTE_CHANGE_AFTER_MS, Double.POSITIVE_INFINITY);
    var older = roundTrips(Double.NEGATIVE_INFINITY, nowMs - ROUTE_CHANGE_AFTER_MS);
    boolean enough = recent.length >= SUSPICIOUS_PROBES && older.length >= READY_AFTER;
    if (!enough
        || recent[0] <= older[0] + ROUTE_CHANGE_MS
        || recent[0] <= older[older.length * 9 / 10]) {
      return;
    }
    if (recent.length >= SETTLING_PROBES) {
      keepRecent(nowMs);
    } else if (!schedule.isBursting()) {
      schedule.burst(nowMs);
    }
  }

  private void keepRecent(double nowMs) {
    while (probes.getFirst().atMs() <= nowMs - ROUTE_CHANGE_AFTER_MS) {
      probes.removeFirst();
    }
    drift.forgetProbes();
  }

  /// The round trips of probes answered after `fromMs`, until `toMs`, shortest first.
  private double[] roundTrips(double fromMs, double toMs) {
    var found =
        probes.stream()
            .filter(probe -> probe.atMs() > fromMs && probe.atMs() <= toMs)
            .mapToDouble(Probe::roundTripMs)
            .toArray();
    Arrays.sort(found);
    return found;
  }
}
