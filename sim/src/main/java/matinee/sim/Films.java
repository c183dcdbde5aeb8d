package matinee.sim;

import java.util.List;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;

/// What is watched: films that end soon, and one that lasts, of which each has an own copy.
final class Films {
  private static final long[] LENGTHS_MS = {3_600_000, 45_000, 20_000};

  /// Those whose length nobody knows before a player has loaded them.
  static final List<Media> ALL =
      List.of(
          new Media(
              new MediaRef.OwnCopy(700_000_000, "8d".repeat(16), "4c".repeat(32)),
              "A long one",
              Length.Unknown.UNKNOWN),
          film("A short one", 1),
          film("A very short one", 2));

  private Films() {}

  private static Media film(String title, int number) {
    var ref = new MediaRef.Address("https://films.example/" + number);
    return new Media(ref, title, Length.Unknown.UNKNOWN);
  }

  /// How long a player finds it to be.
  static long lengthMs(Media media) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).ref().equals(media.ref())) {
        return LENGTHS_MS[i];
      }
    }
    throw new IllegalArgumentException("no such film: " + media);
  }
}
