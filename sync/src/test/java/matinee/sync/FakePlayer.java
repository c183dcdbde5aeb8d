package matinee.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.random.RandomGenerator;

/// A media element of some browser on virtual time: it does what it is told, as late and as
/// inexactly as that browser.
///
/// Asked in the order of time. `fast` is by how much its audio clock runs fast (1e-6: 1 ppm).
final class FakePlayer {
  static final double FRAME_MS = 1_000.0 / 30;
  private static final double[] PHASES_WITHOUT_SEEK = {-22, -35, -48, 5};

  private record RateChange(double atMs, double rate, boolean preservesPitch) {}

  private final PlayerModel model;
  private final RandomGenerator chance;
  private final double fast;
  private final double lengthMs;
  private final Deque<RateChange> changes = new ArrayDeque<>();
  private double doneMs;
  private double positionMs;
  private double rate = 1;
  private double askedRate = 1;
  private boolean stretching;
  private boolean playing;
  private boolean soughtSincePause = true;
  private double blockedUntilMs;
  private double seekingUntilMs;
  private double starvedUntilMs;
  private double phaseMs;

  FakePlayer(PlayerModel model, RandomGenerator chance, double fast, double lengthMs) {
    this.model = model;
    this.chance = chance;
    this.fast = fast;
    this.lengthMs = lengthMs;
  }

  void play(double nowMs) {
    advance(nowMs);
    if (playing) {
      return;
    }
    playing = true;
    var latency = soughtSincePause ? model.startAfterSeek() : PlayerModel.RESUME;
    if (!soughtSincePause) {
      phaseMs = PHASES_WITHOUT_SEEK[chance.nextInt(PHASES_WITHOUT_SEEK.length)];
    }
    block(nowMs + latency.draw(chance));
    soughtSincePause = false;
  }

  void pause(double nowMs) {
    advance(nowMs);
    playing = false;
    soughtSincePause = false;
  }

  void seek(double nowMs, double toMs) {
    advance(nowMs);
    positionMs = Math.clamp(toMs, 0, lengthMs);
    phaseMs = 16 * chance.nextDouble();
    soughtSincePause = true;
    seekingUntilMs = Math.max(nowMs + PlayerModel.SEEKED.draw(chance), starvedUntilMs);
    if (playing) {
      blockedUntilMs = Math.max(nowMs + model.seekLoss().draw(chance), starvedUntilMs);
    }
  }

  void setRate(double nowMs, double to, boolean preservesPitch) {
    advance(nowMs);
    askedRate = to;
    double latencyMs = playing ? PlayerModel.RATE_LATENCY.draw(chance) : 0;
    changes.addLast(new RateChange(nowMs + latencyMs, to, preservesPitch));
    advance(nowMs);
  }

  /// No data for `forMs` from now.
  void starve(double nowMs, double forMs) {
    advance(nowMs);
    starvedUntilMs = nowMs + forMs;
    block(starvedUntilMs);
  }

  /// The picture hangs so far from the clock, as after a start without a seek.
  void hangPicture(double byMs) {
    phaseMs = byMs;
  }

  double pictureMs() {
    return phaseMs;
  }

  /// Where its sound truly is.
  double positionAt(double nowMs) {
    advance(nowMs);
    return positionMs;
  }

  boolean isMovingAt(double nowMs) {
    advance(nowMs);
    return playing && nowMs >= blockedUntilMs;
  }

  /// What `currentTime` shows.
  double shownAt(double nowMs) {
    advance(nowMs);
    if (!playing) {
      return positionMs;
    }
    double tooth = model.sawtooth() * ((nowMs / 47) % 1 - 0.5);
    double shown = positionMs + tooth + 0.05 * chance.nextGaussian();
    return model.stair() == 0 ? shown : (Math.floor(shown / model.stair()) + 0.5) * model.stair();
  }

  /// The position of the frame that is shown now.
  double frameAt(double nowMs) {
    advance(nowMs);
    return positionMs + phaseMs + model.frameNoise() * chance.nextGaussian();
  }

  PlayerState stateAt(double nowMs) {
    advance(nowMs);
    boolean starved = nowMs < starvedUntilMs;
    boolean seeking = nowMs < seekingUntilMs;
    return new PlayerState(!playing, seeking, !starved && !seeking, isEnded(), askedRate);
  }

  private boolean isEnded() {
    return positionMs >= lengthMs;
  }

  private void block(double untilMs) {
    blockedUntilMs = Math.max(blockedUntilMs, untilMs);
  }

  private void advance(double toMs) {
    while (!changes.isEmpty() && changes.getFirst().atMs() <= toMs) {
      var change = changes.removeFirst();
      move(change.atMs());
      change(change);
    }
    move(toMs);
  }

  private void change(RateChange change) {
    boolean stretches = change.preservesPitch() && Math.abs(change.rate() - 1) > 0.001;
    if (playing && stretches != stretching) {
      positionMs += stretches ? model.pitchStep() : PlayerModel.PITCH_STEP_BACK;
    }
    stretching = stretches;
    boolean silent = change.preservesPitch() && !stretches;
    if (change.rate() > 1.015 && phaseMs < -14) {
      phaseMs = 5;
    }
    rate = silent ? 1 : change.rate();
  }

  private void move(double toMs) {
    double fromMs = Math.max(doneMs, blockedUntilMs);
    if (playing && toMs > fromMs) {
      positionMs += rate * (1 + fast) * (toMs - fromMs);
    }
    doneMs = Math.max(doneMs, toMs);
    if (playing && isEnded()) {
      positionMs = lengthMs;
      playing = false;
    }
  }
}
