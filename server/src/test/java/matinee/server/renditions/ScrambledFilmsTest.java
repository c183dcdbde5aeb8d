package matinee.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import matinee.server.library.Formats;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Films of every kind that is taken, in which chance has turned bits.
///
/// The system property `matinee.scrambled` says how many of each there are, each of a seed.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ScrambledFilmsTest {
  private static final int EACH = Integer.getInteger("matinee.scrambled", 1);
  private static final String PICTURE = FilmFiles.picture("128x96", 1);
  private static final String SOUND = "sine=frequency=330:duration=1";

  /// One byte in so many, by seed: a film of which little is wrong gets further than one of which
  /// nothing is left.
  private static final int[] RARITIES = {20_000, 4_000, 1_000, 250, 60};

  /// What ffmpeg is told to make, and the name of the file that it is to make.
  record Kind(String name, String words) {}

  private static final List<Kind> KINDS =
      List.of(
          new Kind("h264-aac.mp4", "-c:v libx264 -c:a aac"),
          new Kind("h264-fragments.mp4", "-c:v libx264 -c:a aac -movflags frag_keyframe"),
          new Kind("h264-index-first.mp4", "-c:v libx264 -c:a aac -movflags faststart"),
          new Kind("hevc.mp4", "-c:v libx265 -x265-params log-level=none -c:a aac"),
          new Kind("av1.mp4", "-c:v libaom-av1 -cpu-used 8 -c:a libopus"),
          new Kind("mpeg4-mp3.mp4", "-c:v mpeg4 -c:a libmp3lame"),
          new Kind("mpeg4-pcm.mov", "-c:v mpeg4 -c:a pcm_s16le"),
          new Kind("h264-alac.mov", "-c:v libx264 -c:a alac"),
          new Kind("mpeg2-ac3.mkv", "-c:v mpeg2video -c:a ac3"),
          new Kind("mpeg4-flac.mkv", "-c:v mpeg4 -c:a flac"),
          new Kind("h264-eac3.mkv", "-c:v libx264 -c:a eac3"),
          new Kind("vp8-vorbis.webm", "-c:v libvpx -deadline realtime -c:a libvorbis"),
          new Kind("vp9-opus.webm", "-c:v libvpx-vp9 -deadline realtime -c:a libopus"),
          new Kind("theora-vorbis.ogv", "-c:v libtheora -c:a libvorbis"),
          new Kind("vorbis.ogg", "-vn -c:a libvorbis"),
          new Kind("opus.ogg", "-vn -c:a libopus"),
          new Kind("aac.m4a", "-vn -c:a aac"),
          new Kind("sound.mp3", "-vn -c:a libmp3lame"),
          new Kind("sound.flac", "-vn -c:a flac"),
          new Kind("sound.wav", "-vn -c:a pcm_s16le"));

  /// How scrambled films ended.
  private enum End {
    NO_FILM,
    REFUSED,
    FAILED,
    MADE
  }

  @TempDir private static Path folder;
  private final Runner runner = new Runner(Theatre.programs());
  private final Map<End, Integer> ends = new EnumMap<>(End.class);

  static List<Kind> kinds() {
    return KINDS;
  }

  @BeforeAll
  void start() {
    System.out.println("seeds 1 to " + EACH);
  }

  @AfterAll
  void tell() {
    System.out.println("scrambled films: " + ends);
  }

  @ParameterizedTest
  @MethodSource("kinds")
  @Tag("M-07")
  void each_ends_within_its_bounds_and_leaves_nothing_running(Kind kind) throws Exception {
    var whole = Files.readAllBytes(make(kind));
    assertThat(end(kind, whole)).as("whole").isEqualTo(End.MADE);
    for (int seed = 1; seed <= EACH; seed++) {
      ends.merge(end(kind, scrambled(whole, seed)), 1, Integer::sum);
    }
  }

  private static Path make(Kind kind) throws Exception {
    var words = new ArrayList<>(List.of("-f", "lavfi", "-i", PICTURE, "-f", "lavfi", "-i", SOUND));
    words.addAll(List.of(kind.words().split(" ")));
    words.addAll(List.of("-threads", "1"));
    return new FilmFiles(folder.resolve("made")).make(kind.name(), words.toArray(String[]::new));
  }

  private static byte[] scrambled(byte[] whole, int seed) {
    var chance = new Random(seed);
    int rarity = RARITIES[seed % RARITIES.length];
    var bytes = whole.clone();
    IntStream.rangeClosed(0, bytes.length / rarity)
        .forEach(_ -> bytes[chance.nextInt(bytes.length)] ^= (byte) (1 << chance.nextInt(8)));
    return bytes;
  }

  private End end(Kind kind, byte[] bytes) throws Exception {
    var format = Formats.of(Arrays.copyOf(bytes, Formats.HEAD_BYTES));
    if (format.isEmpty()) {
      return End.NO_FILM;
    }
    var place = Files.createTempDirectory(folder, "place");
    var source = new Source(Files.write(folder.resolve(kind.name()), bytes), format.get());
    try {
      return switch (new Prober(runner).probe(source, place)) {
        case Prober.Refused _ -> End.REFUSED;
        case Prober.Found(var probe) ->
            new Maker(runner, Renditions.MEMORY_BYTES, System::nanoTime)
                    .make(source, probe, place, _ -> true)
                    .isEmpty()
                ? End.MADE
                : End.FAILED;
      };
    } finally {
      assertThat(running()).as(kind.name()).isEmpty();
      Workshop.remove(place);
    }
  }

  /// Which of the programs run, be it that they were left.
  private List<String> running() {
    var programs = runner.programs();
    var paths = Set.of(programs.ffmpeg().toString(), programs.ffprobe().toString());
    return ProcessHandle.current()
        .descendants()
        .flatMap(it -> it.info().command().stream())
        .filter(paths::contains)
        .toList();
  }
}
