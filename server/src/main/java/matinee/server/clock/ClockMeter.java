package matinee.server.clock;

/// Is told how well this server keeps the common time.
public interface ClockMeter {

  /// Room time is `errorMs` behind the common time, as far as that is known: to `boundMs`.
  void measured(double errorMs, double boundMs);
}
