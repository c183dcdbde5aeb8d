package matinee.server.stores;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// One resumable upload of a film: part after part, each read from the disk as it is sent. After
/// what broke the store is asked how much of it there is, and it goes on from there. For use by one
/// thread, once.
///
/// Source: Google's "Performing resumable uploads" for the JSON API.
final class GcsUpload {
  /// Before the store is asked again; twice as long each time that nothing came of it.
  static final Duration PAUSE = Duration.ofSeconds(1);

  /// How often in a row nothing may come of it.
  private static final int FRUITLESS = 4;

  private static final Pattern HELD = Pattern.compile("bytes=0-(\\d{1,18})");

  private final GcsAddress address;
  private final URI session;
  private final Path file;
  private final long size;
  private final Pace pace;

  /// How a film goes there: in parts of `partBytes`, and with a `pause` after what broke.
  record Pace(long partBytes, Duration pause) {}

  /// What the store has of the film.
  private sealed interface Held {
    /// Its first `bytes`.
    record Some(long bytes) implements Held {}

    /// All of it, under its name.
    record All() implements Held {}

    /// Nothing, nor any memory of this upload.
    record Nothing() implements Held {}

    /// It cannot be known, because of `why`.
    record Unknown(IOException why) implements Held {}
  }

  /// Of the `size` bytes of `file`, to the `session` that the store at `address` has begun.
  GcsUpload(GcsAddress address, URI session, Path file, long size, Pace pace) {
    this.address = address;
    this.session = session;
    this.file = file;
    this.size = size;
    this.pace = pace;
  }

  /// Sends all of it. False if the store has forgotten this upload meanwhile: it takes another.
  /// Throws [StoreAway] when the store is away or refuses, and nothing came of trying again.
  boolean send() throws IOException {
    long there = 0;
    int fruitless = 0;
    boolean isKnown = true;
    while (true) {
      switch (isKnown ? part(there) : asked()) {
        case Held.All _ -> {
          return true;
        }
        case Held.Nothing _ -> {
          return false;
        }
        case Held.Some(long bytes) -> {
          fruitless = bytes > there ? 0 : fruitless + 1;
          there = bytes;
          isKnown = true;
        }
        case Held.Unknown(var why) -> {
          fruitless++;
          isKnown = false;
          awaitNext(fruitless, why);
        }
      }
      if (fruitless > FRUITLESS) {
        throw new StoreAway(address + " takes no more of a film", new IOException("" + there));
      }
    }
  }

  private void awaitNext(int fruitless, IOException why) throws StoreAway {
    if (fruitless > FRUITLESS) {
      throw GcsRefusals.unreachable(address, why);
    }
    try {
      Thread.sleep(pace.pause().multipliedBy(1L << (fruitless - 1)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StoreAway(address + " was not waited for", e);
    }
  }

  /// Sends the part that begins behind the first `first` bytes.
  private Held part(long first) throws IOException {
    long length = Math.min(pace.partBytes(), size - first);
    return length == 0
        ? asked()
        : told("bytes %d-%d/%d".formatted(first, first + length - 1, size), first, length);
  }

  private Held asked() throws IOException {
    return told("bytes */" + size, 0, 0);
  }

  private Held told(String range, long first, long length) throws IOException {
    var bytes = span(first, length);
    try (bytes) {
      var answer =
          HttpQuestion.of("PUT", session).with("Content-Range", range).sending(bytes, length).ask();
      return held(answer, answer.text());
    } catch (StoreAway e) {
      throw e;
    } catch (IOException e) {
      return new Held.Unknown(e);
    }
  }

  private InputStream span(long first, long length) throws IOException {
    var channel = FileChannel.open(file, StandardOpenOption.READ);
    return new Span(Channels.newInputStream(channel.position(first)), length);
  }

  private Held held(HttpAnswer answer, String text) throws IOException {
    return switch (answer.status()) {
      case 200, 201 -> isWhole(text) ? new Held.All() : new Held.Nothing();
      case 308 -> new Held.Some(answer.header("Range").map(GcsUpload::behind).orElse(0L));
      case 404, 410 -> new Held.Nothing();
      case 408, 429, 500, 502, 503, 504 ->
          new Held.Unknown(new IOException("answers " + answer.status()));
      default -> throw GcsRefusals.of(address, answer.status(), text);
    };
  }

  private boolean isWhole(String object) {
    try {
      return JsonMapper.shared().readTree(object).path("size").asLong(-1) == size;
    } catch (JacksonException _) {
      return false;
    }
  }

  /// How many bytes a `range` from the first on has.
  private static long behind(String range) {
    var found = HELD.matcher(range);
    return found.matches() ? Long.parseLong(found.group(1)) + 1 : 0;
  }
}
