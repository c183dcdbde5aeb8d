package matinee.server.renditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import matinee.server.renditions.Probe.Picture;

/// Makes still pictures of films by ffmpeg: a poster, and small ones at equal distances, many in a
/// sheet, with a list that says which is where (WebVTT). Blocks; for platform threads, see
/// [Runner].
final class Pictures {
  static final String POSTER = "poster.jpg";
  static final String LIST = "thumbnails.vtt";

  private static final int WIDTH = 160;
  private static final int HEIGHT = 90;
  private static final int IN_A_LINE = 10;
  private static final int IN_A_SHEET = IN_A_LINE * IN_A_LINE;
  private static final int MOST = 300;
  private static final int SHORTEST_S = 2;

  private final Runner runner;
  private final long memoryBytes;

  Pictures(Runner runner, long memoryBytes) {
    this.runner = runner;
    this.memoryBytes = memoryBytes;
  }

  /// Makes those of `source`, which holds what `probe` says, in `folder`; why not, if it fails.
  Optional<Failure> make(Source source, Probe probe, Path folder)
      throws IOException, InterruptedException {
    if (probe.picture().isEmpty()) {
      return Optional.empty();
    }
    var picture = probe.picture().get();
    long everyS = Math.max(SHORTEST_S, Math.ceilDiv(probe.lengthMs(), MOST * 1_000L));
    var failure = run(poster(source, picture, probe.lengthMs() / 10), folder, probe);
    if (failure.isEmpty()) {
      failure = run(sheets(source, picture, everyS), folder, probe);
    }
    if (failure.isEmpty() && Files.exists(folder.resolve(sheet(0)))) {
      Maker.write(folder.resolve(LIST), list(probe.lengthMs(), everyS));
    }
    return failure;
  }

  private Optional<Failure> run(List<String> command, Path folder, Probe probe)
      throws IOException, InterruptedException {
    var wall = Duration.ofMinutes(2).plusMillis(probe.lengthMs());
    var bounds = new Bounds(memoryBytes, wall, 1 << 24, wall);
    return runner.run(command, folder, bounds, _ -> true) instanceof Runner.Failed(var failure, _)
        ? Optional.of(failure)
        : Optional.empty();
  }

  private List<String> begin() {
    var ffmpeg = runner.programs().ffmpeg().toString();
    return new ArrayList<>(
        List.of(ffmpeg, "-nostdin", "-hide_banner", "-v", "error", "-threads", "1"));
  }

  private List<String> poster(Source source, Picture picture, long atMs) {
    var words = begin();
    words.addAll(List.of("-ss", atMs + "ms"));
    words.addAll(source.toMake());
    words.addAll(List.of("-map", "0:" + picture.stream(), "-frames:v", "1"));
    words.addAll(List.of("-vf", "scale=iw*sar:ih,setsar=1,scale='min(1280,iw)':-2"));
    words.addAll(List.of("-q:v", "4", "-map_metadata", "-1", "-f", "image2"));
    words.addAll(List.of("-update", "1", POSTER));
    return words;
  }

  /// Of key frames alone, or a long film would take as long as making all of it.
  private List<String> sheets(Source source, Picture picture, long everyS) {
    var words = begin();
    words.addAll(List.of("-skip_frame", "nokey"));
    words.addAll(source.toMake());
    var small =
        "scale=iw*sar:ih,setsar=1,fps=1/%1$d,scale=%2$d:%3$d:force_original_aspect_ratio=decrease,pad=%2$d:%3$d:-1:-1,tile=%4$dx%4$d"
            .formatted(everyS, WIDTH, HEIGHT, IN_A_LINE);
    words.addAll(List.of("-map", "0:" + picture.stream(), "-vf", small, "-q:v", "5"));
    words.addAll(List.of("-map_metadata", "-1", "-f", "image2", "-start_number", "0"));
    words.add("sheet_%d.jpg");
    return words;
  }

  private static String sheet(int number) {
    return "sheet_" + number + ".jpg";
  }

  private static String list(long lengthMs, long everyS) {
    var text = new StringBuilder("WEBVTT\n");
    for (int i = 0; i * everyS * 1_000 < lengthMs; i++) {
      int at = i % IN_A_SHEET;
      text.append("\n%s --> %s\n".formatted(time(i * everyS), time((i + 1) * everyS)));
      text.append(
          "%s#xywh=%d,%d,%d,%d\n"
              .formatted(
                  sheet(i / IN_A_SHEET),
                  at % IN_A_LINE * WIDTH,
                  at / IN_A_LINE * HEIGHT,
                  WIDTH,
                  HEIGHT));
    }
    return text.toString();
  }

  private static String time(long seconds) {
    return String.format(
        Locale.ROOT, "%02d:%02d:%02d.000", seconds / 3_600, seconds / 60 % 60, seconds % 60);
  }
}
