package matinee.wire;

import java.util.random.RandomGenerator;
import matinee.room.Available;
import matinee.room.Command;
import matinee.room.Event;
import matinee.room.Length;
import matinee.room.MediaRef;

/// How much is there of films on their way in, at random.
record RandomSupply(RandomGenerator random) {

  Available available() {
    return random.nextBoolean()
        ? Available.All.ALL
        : new Available.Until(random.nextLong(Length.Known.MAX_MS + 1));
  }

  Command command(MediaRef.Upload film) {
    return random.nextBoolean() ? new Command.Grow(film, available()) : new Command.Vanish(film);
  }

  Event event() {
    return random.nextBoolean() ? new Event.FilmGrew(available()) : new Event.FilmVanished();
  }
}
