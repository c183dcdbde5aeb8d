package matinee.chaos;

/// What the trial of a row has: a Redis, a disk that is the database's own, a crowd, and so many
/// seconds until what went wrong is healed.
record Scene(boolean redis, boolean disk, Crowd.Size size, int seconds) {
  private static final int HOLD_S = 10;
  private static final Crowd.Size USUAL = new Crowd.Size(20, 10, 1_000);

  /// That of a random schedule; where no disk can be mounted, none becomes full.
  static Scene ofChance() {
    return new Scene(true, Disk.isPossible(), new Crowd.Size(8, 6, 1_000), HOLD_S);
  }

  static Scene of(String row) {
    return switch (row) {
      case "F-10" -> new Scene(false, false, new Crowd.Size(50, 4, 1_000), 30);
      case "F-16" -> new Scene(true, false, new Crowd.Size(2, 25, 250), 60);
      case "F-21" -> new Scene(true, true, USUAL, HOLD_S);
      case "L-05" -> new Scene(true, false, USUAL, 40);
      case "L-09" -> new Scene(true, false, new Crowd.Size(1, 1, 1_000), 60);
      case "L-11" -> new Scene(true, false, USUAL, 40);
      default -> new Scene(true, false, USUAL, HOLD_S);
    };
  }
}
