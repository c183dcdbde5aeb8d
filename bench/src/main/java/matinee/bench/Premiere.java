package matinee.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/// Many films that were uploaded at once, and of which renditions are made meanwhile (L-14).
///
/// Each has a minute of 720 lines, encoded so that ffmpeg has to work for all of them. Needs
/// ffmpeg.
final class Premiere implements Hostile.Behaviour {
  private static final String MAKING =
      "ffmpeg -nostdin -v error -f lavfi -i testsrc2=size=1280x720:rate=25:duration=60 -c:v libx264"
          + " -preset ultrafast -pix_fmt yuv420p ";
  private static final int LOOKS_EVERY_MS = 50;

  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final AtomicLong most = new AtomicLong();
  private final MatineeProcess server;
  private final int films;

  private Premiere(MatineeProcess server, int films) {
    this.server = server;
    this.films = films;
    var _ =
        clock.scheduleAtFixedRate(
            () -> most.accumulateAndGet(server.process().running("ffmpeg"), Math::max),
            0,
            LOOKS_EVERY_MS,
            TimeUnit.MILLISECONDS);
  }

  /// Uploads so many to `server`, and returns when they are there.
  static Premiere of(MatineeProcess server, int films) throws IOException {
    try (var scratch = Scratch.make()) {
      var file = scratch.resolve("film.mp4");
      var making = new ProcessBuilder((MAKING + file).split(" ")).inheritIO().start();
      if (making.waitFor() != 0) {
        throw new IOException("ffmpeg made no film");
      }
      var bytes = Files.readAllBytes(file);
      var premiere = new Premiere(server, films);
      for (int i = 0; i < films; i++) {
        WatchedFilm.upload(server.target().httpPort(), "film%d.mp4".formatted(i), bytes);
      }
      return premiere;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public String outcome() {
    return "%d films, at most %d ffmpeg at once".formatted(films, most.get());
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
