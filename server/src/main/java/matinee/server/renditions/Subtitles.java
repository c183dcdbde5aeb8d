package matinee.server.renditions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the subtitles that films hold as text out of them by ffmpeg, a file for each track: ASS as
/// it is, all others as WebVTT. Subtitles that are pictures stay where they are, and so does a
/// track of more than 10 MB, which no page reads. Blocks; for platform threads, see [Runner].
final class Subtitles {
  private static final Logger LOG = LoggerFactory.getLogger(Subtitles.class);
  private static final Set<String> TEXT = Set.of("subrip", "webvtt", "mov_text", "text");
  private static final Set<String> STYLED = Set.of("ass", "ssa");

  private static final int MAX_BYTES = 10_000_000;
  private static final String UNFINISHED = ".part";

  private final Runner runner;
  private final long memoryBytes;

  Subtitles(Runner runner, long memoryBytes) {
    this.runner = runner;
    this.memoryBytes = memoryBytes;
  }

  /// How the file is called that holds the track of subtitles with this number of those in `probe`;
  /// nothing if it is no text.
  static Optional<String> file(Probe probe, int number) {
    var codec = probe.subtitles().get(number).codec();
    return suffix(codec).map(it -> "s" + number + it);
  }

  /// Whether some of those in `probe` say how they want to look.
  static boolean areStyled(Probe probe) {
    return probe.subtitles().stream().anyMatch(it -> STYLED.contains(it.codec()));
  }

  private static Optional<String> suffix(String codec) {
    if (STYLED.contains(codec)) {
      return Optional.of(".ass");
    }
    return TEXT.contains(codec) ? Optional.of(".vtt") : Optional.empty();
  }

  /// Puts those of `source`, which holds what `probe` says, into `folder`. If that fails there are
  /// none, and the film is shown without.
  void take(Source source, Probe probe, Path folder) throws IOException, InterruptedException {
    var files = new ArrayList<String>();
    var command =
        new ArrayList<>(
            List.of(runner.programs().ffmpeg().toString(), "-nostdin", "-hide_banner", "-v"));
    command.addAll(List.of("error", "-threads", "1"));
    command.addAll(source.toMake());
    for (int i = 0; i < probe.subtitles().size(); i++) {
      var file = file(probe, i);
      if (file.isPresent()) {
        files.add(file.get());
        var codec = file.get().endsWith(".ass") ? "copy" : "webvtt";
        var format = file.get().endsWith(".ass") ? "ass" : "webvtt";
        command.addAll(List.of("-map", "0:" + probe.subtitles().get(i).stream()));
        command.addAll(List.of("-map_metadata", "-1", "-map_chapters", "-1", "-c:s", codec));
        command.addAll(List.of("-f", format, file.get() + UNFINISHED));
      }
    }
    if (files.isEmpty()) {
      return;
    }
    var wall = Duration.ofMinutes(10).plusMillis(probe.lengthMs());
    var bounds = new Bounds(memoryBytes, wall, 2L * MAX_BYTES, wall);
    var outcome = runner.run(command, folder, bounds, _ -> true);
    if (outcome instanceof Runner.Failed(var failure, var lastWords)) {
      LOG.info("subtitles of {}: {}: {}", source.file().getFileName(), failure, lastWords);
    }
    for (var file : files) {
      var unfinished = folder.resolve(file + UNFINISHED);
      if (outcome instanceof Runner.Done
          && Files.exists(unfinished)
          && Files.size(unfinished) <= MAX_BYTES) {
        Files.move(unfinished, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.deleteIfExists(unfinished);
      }
    }
  }
}
