package matinee.server.previews;

import java.time.Duration;
import java.util.Optional;

/// What stands at an address, as far as its first bytes tell.
public sealed interface Preview {
  /// No film is believed to be longer.
  Duration LONGEST = Duration.ofDays(7);

  /// What players play: a file, or the list of a stream, by its media type. `title` comes from the
  /// address; `length` is known of lists that name all of the film, above 0 and [#LONGEST] at most.
  record Film(String contentType, String title, Optional<Duration> length) implements Preview {
    public Film {
      length = length.filter(it -> it.isPositive() && it.compareTo(LONGEST) <= 0);
    }
  }

  /// A document of the web, and what it calls itself: a line of text, written by strangers.
  record Page(Optional<String> title) implements Preview {}

  /// Neither: a picture, an archive, whatever no player plays.
  record Other() implements Preview {}

  /// Nothing was read.
  record Unread(Why why) implements Preview {}

  /// Why nothing was read. Whether a name leads inside is not told: nobody asks this server what is
  /// in its network.
  enum Why {
    /// Nothing answers there that everybody reaches, or not in time, or not as one answers.
    NO_ANSWER,
    /// The site has nothing at this address.
    NOT_FOUND,
    /// The site asks who one is.
    NOT_ALLOWED,
    /// As much is being read as is read at once. Asking again makes sense.
    BUSY
  }
}
