package matinee.chaos;

/// What the trial of a row has: a carrier, something that the database's files are on, a crowd, and
/// so many seconds until what went wrong is healed.
record Scene(Shape.Carrier carrier, Shape.Storage storage, Crowd.Size size, int seconds) {
  private static final int HOLD_S = 10;
  private static final Crowd.Size USUAL = new Crowd.Size(20, 10, 1_000);

  /// That of a random schedule; where no disk can be mounted, none becomes full.
  static Scene ofChance() {
    var storage = Disk.isPossible() ? Shape.Storage.SMALL_DISK : Shape.Storage.FOLDER;
    return new Scene(Shape.Carrier.REDIS, storage, new Crowd.Size(8, 6, 1_000), HOLD_S);
  }

  static Scene of(String row) {
    return switch (row) {
      case "F-10" -> inFolder(Shape.Carrier.NOTHING, new Crowd.Size(50, 4, 1_000), 30);
      case "F-16" -> inFolder(new Crowd.Size(2, 25, 250), 60);
      case "F-21" -> new Scene(Shape.Carrier.REDIS, Shape.Storage.SMALL_DISK, USUAL, HOLD_S);
      case "F-22" -> new Scene(Shape.Carrier.REDIS, storageOfCopies(), USUAL, HOLD_S);
      case "F-33" -> inFolder(Shape.Carrier.REDIS_CLUSTER, USUAL, HOLD_S);
      case "L-05" -> inFolder(USUAL, 40);
      case "L-09" -> inFolder(new Crowd.Size(1, 1, 1_000), 60);
      case "L-11" -> inFolder(USUAL, 40);
      default -> inFolder(USUAL, HOLD_S);
    };
  }

  private static Scene inFolder(Crowd.Size size, int seconds) {
    return inFolder(Shape.Carrier.REDIS, size, seconds);
  }

  private static Scene inFolder(Shape.Carrier carrier, Crowd.Size size, int seconds) {
    return new Scene(carrier, Shape.Storage.FOLDER, size, seconds);
  }

  private static Shape.Storage storageOfCopies() {
    return Image.isPossible() ? Shape.Storage.IMAGE : Shape.Storage.FOLDER;
  }
}
