package matinee.sync;

import java.util.random.RandomGenerator;

/// How a kind of browser behaves, as measured or reported. All in ms; ranges are uniform.
///
/// `pitchStep`: what its clock steps by when it leaves normal speed keeping the pitch. `stair`: the
/// tread of a clock that moves in steps. `sawtooth`: peak to peak of a clock on a loaded machine.
record PlayerModel(
    String name,
    Range startAfterSeek,
    Range seekLoss,
    double pitchStep,
    double stair,
    double sawtooth,
    double frameNoise) {

  record Range(double from, double to) {
    double draw(RandomGenerator chance) {
      return from + (to - from) * chance.nextDouble();
    }
  }

  /// What a clock steps by when it returns to normal speed from keeping the pitch.
  static final double PITCH_STEP_BACK = 1.5;

  static final Range RESUME = new Range(4, 6);
  static final Range SEEKED = new Range(6, 16);
  static final Range RATE_LATENCY = new Range(65, 70);

  /// Chromium 156, idle, no sound card.
  static final PlayerModel CHROMIUM =
      new PlayerModel("Chromium", new Range(67, 85), new Range(72, 99), -20.5, 0, 0.1, 0.2);

  /// The same on a loaded machine: starts scatter more, its clock is a sawtooth of 10 ms.
  static final PlayerModel LOADED_CHROMIUM =
      new PlayerModel(
          "Chromium, loaded", new Range(60, 105), new Range(65, 115), -20.5, 0, 10, 0.3);

  /// Firefox ESR 153, loaded machine.
  static final PlayerModel FIREFOX =
      new PlayerModel("Firefox", new Range(5, 24), new Range(36, 211), 0, 42, 0, 4.7);

  /// Safari as reported: only seeks are any good, and its clock steps.
  static final PlayerModel SAFARI =
      new PlayerModel("Safari", new Range(60, 120), new Range(60, 120), -20.5, 0, 10, 4);

  Capabilities capabilities() {
    if (equals(SAFARI)) {
      return new Capabilities(Capabilities.Speeds.COARSE, true, true, 0);
    }
    return new Capabilities(Capabilities.Speeds.FINE, true, !equals(FIREFOX), 0);
  }
}
