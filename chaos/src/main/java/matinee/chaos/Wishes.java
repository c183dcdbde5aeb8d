package matinee.chaos;

import java.util.random.RandomGenerator;
import matinee.room.Control;
import matinee.room.ControlPolicy;
import matinee.room.Length;
import matinee.room.Wish;

/// What members want, by chance: mostly to talk and to work the film, now and then something that
/// only the host may have.
final class Wishes {
  private static final long FILM_MS = 7_200_000;
  private static final double[] SPEEDS = {0.75, 1, 1, 1.25, 1.5};

  private Wishes() {}

  static Wish next(RandomGenerator chance) {
    int drawn = chance.nextInt(100);
    if (drawn < 45) {
      return new Wish.Say("line " + chance.nextInt(1_000_000));
    } else if (drawn < 60) {
      return new Wish.Seek(chance.nextLong(FILM_MS));
    } else if (drawn < 72) {
      return new Wish.Play();
    } else if (drawn < 82) {
      return new Wish.Pause();
    } else if (drawn < 87) {
      return new Wish.SetRate(SPEEDS[chance.nextInt(SPEEDS.length)]);
    } else if (drawn < 91) {
      return new Wish.Rename("Name " + chance.nextInt(1_000));
    } else if (drawn < 94) {
      return new Wish.ReportBuffering();
    } else if (drawn < 98) {
      return new Wish.ReportReady(Length.Unknown.UNKNOWN);
    }
    return new Wish.SetControl(
        chance.nextInt(4) > 0 ? Control.EVERYONE : Control.all(ControlPolicy.HOST_ONLY));
  }
}
