package matinee.server.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How far beginnings of films play, held against what ffprobe finds in the same bytes: never
/// further, and not much less far.
final class ReachTest {
  private static final int SECONDS = 20;

  @TempDir private Path folder;

  /// In clusters of a second; `more` is what ffmpeg is told besides.
  private Path webm(String name, String... more) throws Exception {
    var words =
        "-c:v libvpx -deadline realtime -cpu-used 8 -g 50 -cluster_time_limit 1000 -c:a libopus";
    return film(
        name,
        Stream.concat(Arrays.stream(words.split(" ")), Arrays.stream(more)).toArray(String[]::new));
  }

  private Path film(String name, String... words) throws Exception {
    var picture = "testsrc2=size=320x180:rate=25:duration=" + SECONDS;
    var sound = "sine=frequency=440:duration=" + SECONDS;
    var command =
        new ArrayList<>(List.of("ffmpeg", "-nostdin", "-v", "error", "-f", "lavfi", "-i", picture));
    command.addAll(List.of("-f", "lavfi", "-i", sound));
    command.addAll(List.of(words));
    var file = folder.resolve(name);
    command.add(file.toString());
    run(command);
    return file;
  }

  private Path mp4(String flags) throws Exception {
    return film(
        "film.mp4",
        "-c:v",
        "libx264",
        "-preset",
        "ultrafast",
        "-bf",
        "2",
        "-g",
        "50",
        "-pix_fmt",
        "yuv420p",
        "-c:a",
        "aac",
        "-movflags",
        flags);
  }

  private static List<String> run(List<String> command) throws Exception {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var lines = new String(process.getInputStream().readAllBytes()).lines().toList();
    process.waitFor();
    return lines;
  }

  /// The last instant up to which both picture and sound are in the first `bytes` bytes.
  private long probedMs(Path film, long bytes) throws Exception {
    var cut = folder.resolve("cut-" + film.getFileName());
    try (var whole = Files.newInputStream(film)) {
      Files.write(cut, whole.readNBytes((int) bytes));
    }
    long shortest = Long.MAX_VALUE;
    for (var stream : List.of("v:0", "a:0")) {
      var ends = new ArrayList<Double>(List.of(0.0));
      run(List.of(
              "ffprobe",
              "-v",
              "quiet",
              "-select_streams",
              stream,
              "-show_entries",
              "packet=dts_time,duration_time",
              "-of",
              "csv=p=0",
              cut.toString()))
          .forEach(line -> end(line).ifPresent(ends::add));
      shortest = Math.min(shortest, Math.round(ends.stream().max(Double::compare).get() * 1_000));
    }
    return shortest;
  }

  private static java.util.Optional<Double> end(String line) {
    var times = line.split(",", -1);
    try {
      return java.util.Optional.of(
          Double.parseDouble(times[0])
              + (times.length > 1 && !times[1].isEmpty() && !times[1].equals("N/A")
                  ? Double.parseDouble(times[1])
                  : 0));
    } catch (NumberFormatException _) {
      return java.util.Optional.empty();
    }
  }

  /// What is told of `film` as more and more of it is there, held against ffprobe.
  private void check(Path film, Format format, long leastBehindMs) throws Exception {
    long size = Files.size(film);
    try (var file = FileChannel.open(film, StandardOpenOption.READ)) {
      var reach = Reach.of(format, file).orElseThrow();
      long last = 0;
      for (int part = 1; part <= 9; part++) {
        long bytes = size * part / 10 + part;
        long told = reach.availableMs(bytes);
        long probed = probedMs(film, bytes);
        assertThat(told).as(part + " tenths").isBetween(last, probed);
        assertThat(told).isCloseTo(probed, within(leastBehindMs));
        last = told;
      }
      assertThat(last).isGreaterThan(SECONDS * 500L);
    }
  }

  @Test
  void an_mp4_whose_index_comes_first_plays_as_far_as_its_samples_are_there() throws Exception {
    check(mp4("+faststart"), Format.MP4, 2_500);
  }

  @Test
  void what_stands_in_one_piece_of_the_file_is_told_by_its_samples() throws Exception {
    var film = mp4("+faststart");
    var silent = folder.resolve("silent.mp4");
    run(
        List.of(
            "ffmpeg",
            "-v",
            "quiet",
            "-i",
            film.toString(),
            "-an",
            "-c",
            "copy",
            "-movflags",
            "+faststart",
            silent.toString()));

    try (var file = FileChannel.open(silent, StandardOpenOption.READ)) {
      var reach = Reach.of(Format.MP4, file).orElseThrow();

      assertThat(reach.availableMs(Files.size(silent) / 2)).isBetween(7_000L, 13_000L);
    }
  }

  @Test
  void a_fragmented_mp4_plays_as_far_as_whole_fragments_are_there() throws Exception {
    check(mp4("frag_keyframe+empty_moov+default_base_moof"), Format.MP4, 5_000);
  }

  @Test
  void a_webm_plays_as_far_as_whole_clusters_are_there() throws Exception {
    check(webm("film.webm"), Format.WEBM, 3_500);
  }

  @Test
  void a_webm_of_which_nobody_knew_how_long_it_would_be_plays_too() throws Exception {
    var film = webm("live.webm", "-live", "1");

    check(film, Format.WEBM, 3_500);
  }

  @Test
  void an_mp4_whose_index_comes_last_plays_only_when_it_is_whole() throws Exception {
    var film = mp4("0");

    try (var file = FileChannel.open(film, StandardOpenOption.READ)) {
      var reach = Reach.of(Format.MP4, file).orElseThrow();

      assertThat(reach.availableMs(Files.size(film) - 1)).isZero();
    }
  }

  @Test
  void what_is_told_step_by_step_is_what_is_told_at_once() throws Exception {
    var film = mp4("+faststart");
    long bytes = Files.size(film) * 2 / 3;

    try (var file = FileChannel.open(film, StandardOpenOption.READ)) {
      var slow = Reach.of(Format.MP4, file).orElseThrow();
      for (long some = 0; some < bytes; some += 1_009) {
        slow.availableMs(some);
      }

      assertThat(slow.availableMs(bytes))
          .isEqualTo(Reach.of(Format.MP4, file).orElseThrow().availableMs(bytes));
    }
  }

  @Test
  void bytes_by_chance_play_nowhere_and_break_nothing() throws Exception {
    var films = List.of(mp4("+faststart"), mp4("frag_keyframe+empty_moov"));
    var chance = new Random(1);
    for (int i = 0; i < 300; i++) {
      var bytes = Files.readAllBytes(films.get(i % 2));
      for (int changed = 0; changed < 20; changed++) {
        bytes[chance.nextInt(Math.min(bytes.length, 20_000))] = (byte) chance.nextInt(256);
      }
      var hostile = Files.write(folder.resolve("hostile"), bytes);

      assertThat(told(hostile, Format.MP4)).isNotNegative();
      assertThat(told(hostile, Format.WEBM)).isNotNegative();
    }
  }

  private static long told(Path film, Format format) throws IOException {
    try (var file = FileChannel.open(film, StandardOpenOption.READ)) {
      return Reach.of(format, file).orElseThrow().availableMs(Files.size(film) - 1);
    }
  }
}
