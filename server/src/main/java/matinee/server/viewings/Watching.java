package matinee.server.viewings;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import matinee.room.Media;
import matinee.room.Playback;
import matinee.room.Stage;

/// What is seen of somebody who watches a media in a room, from when it first played until they are
/// gone. Used by one thread at a time.
final class Watching {
  /// Less is not kept.
  static final Duration ENOUGH = Duration.ofSeconds(10);

  private final Set<String> company = new LinkedHashSet<>();
  private Media media;
  private Instant first = Instant.MAX;
  private Instant last = Instant.MIN;
  private Duration watched = Duration.ZERO;
  private long positionMs;
  private boolean isPlaying;
  private boolean isChanged;
  private boolean isWritten;

  Watching(Media media) {
    this.media = media;
  }

  /// It is like this at `now`, and those who are called `others` are there too. Where the film
  /// stands counts only as it comes to a stop: what is looked for afterwards is not watched.
  void see(Stage.Loaded loaded, Collection<String> others, Instant now) {
    boolean wasPlaying = isPlaying;
    isPlaying = loaded.playback() instanceof Playback.Playing;
    media = loaded.media();
    if (!isPlaying && !wasPlaying) {
      return;
    }
    if (wasPlaying) {
      watched = watched.plus(Duration.between(last, now));
    } else if (first.equals(Instant.MAX)) {
      first = now;
    }
    last = now;
    positionMs = loaded.positionAt(now);
    join(others);
    isChanged = true;
  }

  /// These were there too.
  void join(Collection<String> others) {
    others.stream().limit(Math.max(0, Viewing.MOST_COMPANY - company.size())).forEach(company::add);
  }

  /// Is there something of it that is to be written down?
  boolean isDue() {
    return isChanged && watched.compareTo(ENOUGH) >= 0;
  }

  /// Has it been written down before?
  boolean isWritten() {
    return isWritten;
  }

  /// It is written down as it is.
  void written() {
    isWritten = true;
    isChanged = false;
  }

  Media media() {
    return media;
  }

  Instant first() {
    return first;
  }

  Instant last() {
    return last;
  }

  long positionMs() {
    return positionMs;
  }

  Set<String> company() {
    return company;
  }
}
