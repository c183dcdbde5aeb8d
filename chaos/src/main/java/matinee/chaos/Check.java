package matinee.chaos;

import java.util.List;

/// Something that must hold in every trial, whatever went wrong.
interface Check {
  /// All that look at the evidence of a trial.
  List<Check> ALL =
      List.of(
          new AcceptedOnce(),
          new RevisionsRise(),
          new OneState(),
          new NothingWithoutRight(),
          new SameProcess());

  /// Every way in which it does not hold, each in a sentence; none if it does.
  List<String> broken(Evidence evidence);

  /// What it is called in reports.
  default String name() {
    return getClass().getSimpleName();
  }
}
