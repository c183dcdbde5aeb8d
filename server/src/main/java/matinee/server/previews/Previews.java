package matinee.server.previews;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import matinee.server.fetching.Fetcher;
import matinee.server.fetching.Outcome;
import matinee.server.fetching.Refusal;
import matinee.server.fetching.WebAddress;
import matinee.server.library.Formats;
import matinee.server.previews.Preview.Why;

/// Tells what addresses are.
///
/// Of what an answer names at most one thing is read, the first variant of a stream for its length,
/// and by the same door as the address itself. What was told is remembered for five minutes, for
/// who asked: nobody learns what others are about to watch. Of more than 500 the oldest is
/// forgotten. Any thread; calls block, for twice as long as reading an address takes at most.
public final class Previews {
  /// Holds the list of a film of some hours, and the head of most pages.
  private static final int MAX_BYTES = 512 * 1024;

  private static final int REMEMBERED = 500;
  private static final Duration FRESH = Duration.ofMinutes(5);

  private final Fetcher fetcher;
  private final InstantSource clock;

  /// In the order in which they came.
  private final SequencedMap<Asked, Told> told = new LinkedHashMap<>();

  private record Asked(String person, String address) {}

  private record Told(Preview preview, Instant at) {}

  public Previews(Fetcher fetcher, InstantSource clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  /// What `address` is, for `person`, by whatever people are told apart.
  public Preview of(String person, WebAddress address) throws InterruptedException {
    var asked = new Asked(person, address.toString());
    var known = remembered(asked);
    if (known.isPresent()) {
      return known.get();
    }
    var preview = read(person, address);
    if (!(preview instanceof Preview.Unread)) {
      remember(asked, preview);
    }
    return preview;
  }

  private Optional<Preview> remembered(Asked asked) {
    synchronized (told) {
      var oldest = clock.instant().minus(FRESH);
      while (!told.isEmpty() && told.firstEntry().getValue().at().isBefore(oldest)) {
        told.pollFirstEntry();
      }
      return Optional.ofNullable(told.get(asked)).map(Told::preview);
    }
  }

  private void remember(Asked asked, Preview preview) {
    synchronized (told) {
      told.putLast(asked, new Told(preview, clock.instant()));
      if (told.size() > REMEMBERED) {
        told.pollFirstEntry();
      }
    }
  }

  private Preview read(String person, WebAddress address) throws InterruptedException {
    return switch (fetcher.fetch(person, address.toString(), MAX_BYTES)) {
      case Outcome.Refused(var why) ->
          new Preview.Unread(why == Refusal.BUSY ? Why.BUSY : Why.NO_ANSWER);
      case Outcome.Fetched found ->
          found.isGood()
              ? whatIs(person, address, found)
              : new Preview.Unread(
                  switch (found.status()) {
                    case 401, 402, 403, 407, 451 -> Why.NOT_ALLOWED;
                    case 404, 410 -> Why.NOT_FOUND;
                    default -> Why.NO_ANSWER;
                  });
    };
  }

  private Preview whatIs(String person, WebAddress address, Outcome.Fetched found)
      throws InterruptedException {
    var bytes = found.bytes();
    var playlist = HlsPlaylist.of(bytes, found.isWhole());
    if (playlist.isPresent()) {
      var length = length(person, found.address(), playlist.get());
      return new Preview.Film(HlsPlaylist.TYPE, FilmName.of(address), length);
    }
    var format = Formats.of(Arrays.copyOf(bytes, Math.min(bytes.length, Formats.HEAD_BYTES)));
    if (format.isPresent()) {
      var type = format.get().contentType();
      return new Preview.Film(type, FilmName.of(address), Optional.empty());
    }
    var manifest = DashManifest.of(bytes);
    if (manifest.isPresent()) {
      var length = manifest.get().length();
      return new Preview.Film(DashManifest.TYPE, FilmName.of(address), length);
    }
    return HtmlPage.is(bytes, found.type())
        ? new Preview.Page(HtmlPage.title(bytes, found.type()))
        : new Preview.Other();
  }

  /// What `playlist`, which stands at `home`, says itself, or the first of its variants.
  private Optional<Duration> length(String person, WebAddress home, HlsPlaylist playlist)
      throws InterruptedException {
    var variant = playlist.variant().flatMap(home::resolve);
    if (variant.isEmpty() || (home.isSecure() && !variant.get().isSecure())) {
      return playlist.length();
    }
    return switch (fetcher.fetch(person, variant.get().toString(), MAX_BYTES)) {
      case Outcome.Refused _ -> Optional.empty();
      case Outcome.Fetched found ->
          found.isGood()
              ? HlsPlaylist.of(found.bytes(), found.isWhole()).flatMap(HlsPlaylist::length)
              : Optional.empty();
    };
  }
}
