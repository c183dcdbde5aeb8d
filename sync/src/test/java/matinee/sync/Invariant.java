package matinee.sync;

/// Something that must hold throughout a simulated run.
interface Invariant {

  /// Looks at the run, every 20 ms of it.
  void look(Simulation run);

  /// Something has just happened to the run.
  default void disturbed(Simulation run) {}

  /// Fails, naming the seed, if it did not hold, or if there was nothing to look at.
  default void conclude(Simulation run) {}
}
