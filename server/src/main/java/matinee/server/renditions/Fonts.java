package matinee.server.renditions;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Takes the fonts that films bring along for their subtitles out of them by ffmpeg. What a film
/// calls them is never looked at: their first bytes say what they are, and they are numbered.
/// Blocks; for platform threads, see [Runner].
final class Fonts {
  private static final Logger LOG = LoggerFactory.getLogger(Fonts.class);

  /// So many attachments of a film are looked at.
  static final int MOST = 64;

  private static final long MAX_BYTES = 32L << 20;

  /// What all of a film have at most: pages hold them in memory.
  private static final long MAX_BYTES_OF_ALL = 64L << 20;

  /// By what files begin that hold TrueType and OpenType, one font or several.
  private static final Set<Integer> FONTS = Set.of(0x00010000, 0x4F54544F, 0x74727565, 0x74746366);

  private static final String UNFINISHED = ".part";

  private final Runner runner;
  private final long memoryBytes;

  Fonts(Runner runner, long memoryBytes) {
    this.runner = runner;
    this.memoryBytes = memoryBytes;
  }

  /// How the file with this number is called.
  private static String file(int number) {
    return "f" + number + ".font";
  }

  /// The names of those that are in `folder`.
  static List<String> in(Path folder) {
    return IntStream.range(0, MOST)
        .mapToObj(Fonts::file)
        .filter(it -> Files.isRegularFile(folder.resolve(it), NOFOLLOW_LINKS))
        .toList();
  }

  /// Puts those of `source` into `folder`; none if that fails.
  void take(Source source, Path folder) throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(runner.programs().ffmpeg().toString(), "-nostdin", "-hide_banner", "-v"));
    command.addAll(List.of("error", "-threads", "1"));
    for (int i = 0; i < MOST; i++) {
      command.addAll(List.of("-dump_attachment:t:" + i, file(i) + UNFINISHED));
    }
    command.addAll(source.toProbe());
    command.addAll(List.of("-map", "0", "-c", "copy", "-t", "0", "-f", "null", "-"));
    var wall = Duration.ofMinutes(1);
    var outcome =
        runner.run(command, folder, new Bounds(memoryBytes, wall, MAX_BYTES, wall), _ -> true);
    if (outcome instanceof Runner.Failed(var failure, var lastWords)) {
      LOG.info("fonts of {}: {}: {}", source.file().getFileName(), failure, lastWords);
    }
    long sum = 0;
    for (int i = 0; i < MOST; i++) {
      var unfinished = folder.resolve(file(i) + UNFINISHED);
      if (!Files.exists(unfinished)) {
        continue;
      }
      long size = Files.size(unfinished);
      if (outcome instanceof Runner.Done && isFont(unfinished) && sum + size <= MAX_BYTES_OF_ALL) {
        sum += size;
        Files.move(unfinished, folder.resolve(file(i)), StandardCopyOption.ATOMIC_MOVE);
      } else {
        Files.delete(unfinished);
      }
    }
  }

  private static boolean isFont(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      var first = in.readNBytes(Integer.BYTES);
      int tag = 0;
      for (byte each : first) {
        tag = tag << 8 | each & 0xff;
      }
      return first.length == Integer.BYTES && FONTS.contains(tag);
    }
  }
}
