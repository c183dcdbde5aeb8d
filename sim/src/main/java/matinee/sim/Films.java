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

  static final MediaRef.Upload ON_ITS_WAY = new MediaRef.Upload("on-its-way");

  /// One that is still being uploaded.
  static final Media COMING = new Media(ON_ITS_WAY, "One on its way", Length.Unknown.UNKNOWN);

  private static final long COMING_MS = 90_000;

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
    if (media.ref().equals(ON_ITS_WAY)) {
      return COMING_MS;
    }
    throw new IllegalArgumentException("no such film: " + media);
  }
}
