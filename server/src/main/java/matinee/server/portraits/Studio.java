package matinee.server.portraits;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.Semaphore;
import matinee.server.background.FewThreads;
import matinee.server.background.Overload;

/// Makes portraits and posters of files that people send. Four are read at once at most, and one of
/// them is decoded. So 40 MB are held for files, and for the picture 60 MB, or besides 240 MB
/// outside of the heap for the largest progressive JPEG.
///
/// Blocks. Safe for use by any thread.
public final class Studio implements AutoCloseable {
  /// How large a file may be.
  public static final int MAX_BYTES = 5_000_000;

  static final int AT_ONCE = 4;

  private final Semaphore places = new Semaphore(AT_ONCE);
  private final FewThreads threads = new FewThreads("pictures", 1, AT_ONCE);

  /// How a picture is drawn anew. Throws `IOException` if it is not as its head says.
  private interface Drawing<T> {
    T of(Picture picture) throws IOException;
  }

  /// Reads `file` to its end, or until it is too large, and makes a portrait of it.
  public Taken<Squares> take(InputStream file) {
    return drawn(file, Darkroom::develop);
  }

  /// As [#take], but makes a poster of it: all of the picture, as a JPEG of at most 960 pixels a
  /// side.
  public Taken<byte[]> poster(InputStream file) {
    return drawn(file, Darkroom::poster);
  }

  private <T> Taken<T> drawn(InputStream file, Drawing<T> drawing) {
    if (!places.tryAcquire()) {
      return new Taken.Busy<>();
    }
    try {
      var bytes = file.readNBytes(MAX_BYTES + 1);
      return bytes.length > MAX_BYTES ? new Taken.TooLarge<>() : drawn(bytes, drawing);
    } catch (IOException _) {
      return new Taken.BrokenOff<>();
    } finally {
      places.release();
    }
  }

  private <T> Taken<T> drawn(byte[] file, Drawing<T> drawing) {
    try {
      return threads.on(() -> developed(file, drawing));
    } catch (Overload _) {
      return new Taken.Busy<>();
    }
  }

  private static <T> Taken<T> developed(byte[] file, Drawing<T> drawing) {
    var picture = Picture.in(file);
    if (picture.isEmpty()) {
      return new Taken.Unreadable<>();
    }
    if (picture.get().hasTooManyPixels()) {
      return new Taken.TooManyPixels<>();
    }
    try {
      return new Taken.Done<>(drawing.of(picture.get()));
    } catch (IOException _) {
      return new Taken.Unreadable<>();
    }
  }

  /// Whoever still waits is told that it is busy.
  @Override
  public void close() {
    threads.close();
  }
}
