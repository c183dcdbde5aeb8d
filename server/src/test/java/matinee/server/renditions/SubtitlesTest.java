package matinee.server.renditions;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import matinee.server.library.Film;
import matinee.server.renditions.Probe.Track;
import matinee.server.renditions.Renditions.Words;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the real ffmpeg takes of subtitles out of films.
final class SubtitlesTest {
  private static final String SUB_RIP =
      """
      1
      00:00:00,500 --> 00:00:01,500
      <i>Bonjour</i> <script>alert(1)</script>

      """;
  private static final String ASS =
      """
      [Script Info]
      ScriptType: v4.00+

      [V4+ Styles]
      Format: Name, Fontname, Fontsize
      Style: Default,Arial,20

      [Events]
      Format: Layer, Start, End, Style, Name, MarginL, MarginR, MarginV, Effect, Text
      Dialogue: 0,0:00:00.50,0:00:01.50,Default,,0,0,0,,{\\pos(10,10)}A sign
      """;

  @TempDir private Path folder;
  private Database database;
  private FilmFiles files;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder.resolve("matinee.db").toString(), (_, _) -> {});
    files = new FilmFiles(folder.resolve("made"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Theatre theatre() throws Exception {
    return new Theatre(folder.resolve("films"), database, Theatre.crew());
  }

  private static List<Words> words(Theatre theatre, Film film) {
    return theatre.renditions().subtitles(film, theatre.ended(film).probe().orElseThrow());
  }

  @Test
  void text_is_told_by_language_and_title_and_each_track_is_a_file() throws Exception {
    try (var theatre = theatre()) {
      var film = theatre.upload(files.spoken(SUB_RIP, ASS));

      var words = words(theatre, film);

      assertThat(words)
          .containsExactly(
              new Words(
                  new Track(1, "subrip", Optional.of("fra"), Optional.empty()),
                  true,
                  Optional.of("s0.vtt")),
              new Words(
                  new Track(2, "ass", Optional.empty(), Optional.of("Signs <b>& songs")),
                  true,
                  Optional.of("s1.ass")));
      assertThat(theatre.read(film, "s0.vtt"))
          .contains("WEBVTT", "00:00.500 --> 00:01.500", "<i>Bonjour</i>");
      assertThat(theatre.read(film, "s1.ass")).contains("{\\pos(10,10)}A sign");
    }
  }

  @Test
  void those_of_mp4_are_text_as_well() throws Exception {
    try (var theatre = theatre()) {
      var film = theatre.upload(files.spokenMp4(SUB_RIP));

      assertThat(words(theatre, film))
          .extracting(Words::file)
          .containsExactly(Optional.of("s0.vtt"));
      assertThat(theatre.read(film, "s0.vtt")).contains("Bonjour");
    }
  }

  @Test
  @Tag("W-07")
  void they_are_sent_as_text_whatever_they_say_and_what_is_no_font_is_not_there() throws Exception {
    try (var theatre = theatre()) {
      var film = theatre.upload(files.spoken(SUB_RIP, ASS, "no font".getBytes(UTF_8)));
      var words = words(theatre, film);

      assertThat(words.stream().flatMap(it -> it.file().stream()))
          .extracting(it -> theatre.renditions().file(film, it).orElseThrow().contentType())
          .containsExactly("text/vtt; charset=utf-8", "text/plain; charset=utf-8");
      assertThat(theatre.made())
          .extracting(it -> String.valueOf(it.getFileName()))
          .noneMatch(it -> it.endsWith(".ttf") || it.endsWith(".font") || it.endsWith(".part"));
    }
  }

  @Test
  void fonts_that_come_with_styled_ones_are_there_whatever_the_film_calls_them() throws Exception {
    var fonts = List.of(font(0x00010000), font(0x4F54544F), "png".getBytes(UTF_8));
    try (var theatre = theatre()) {
      var film = theatre.upload(files.spoken(SUB_RIP, ASS, fonts.toArray(byte[][]::new)));
      var _ = theatre.ended(film);

      var found = theatre.renditions().fonts(film);

      assertThat(found).containsExactly("f0.font", "f1.font");
      for (int i = 0; i < found.size(); i++) {
        var made = theatre.renditions().file(film, found.get(i)).orElseThrow();
        assertThat(made.contentType()).isEqualTo("application/octet-stream");
        assertThat(Files.readAllBytes(made.file())).isEqualTo(fonts.get(i));
      }
      assertThat(theatre.made())
          .extracting(it -> String.valueOf(it.getFileName()))
          .noneMatch(it -> it.contains("evil"));
    }
  }

  @Test
  void a_film_with_more_fonts_than_it_may_have_tracks_is_no_worse_for_it() throws Exception {
    var fonts = Stream.generate(() -> font(0x00010000)).limit(70).toArray(byte[][]::new);
    try (var theatre = theatre()) {
      var film = theatre.upload(files.spoken(SUB_RIP, ASS, fonts));

      assertThat(theatre.ended(film).state()).isEqualTo(State.READY);
      assertThat(theatre.renditions().fonts(film)).hasSize(Fonts.MOST);
    }
  }

  /// What begins as a font does, and has nothing of one besides.
  private static byte[] font(int tag) {
    return ByteBuffer.allocate(100).putInt(tag).array();
  }

  @Test
  void those_that_are_pictures_have_no_file() {
    var codecs = List.of("hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle", "subrip", "ssa");
    var tracks =
        codecs.stream().map(it -> new Track(1, it, Optional.empty(), Optional.empty())).toList();
    var probe = new Probe(1_000, Optional.empty(), List.of(), tracks);

    var named = IntStream.range(0, codecs.size()).mapToObj(it -> Subtitles.file(probe, it));

    assertThat(named)
        .containsExactly(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("s3.vtt"),
            Optional.of("s4.ass"));
  }

  @Test
  @Tag("W-07")
  void a_track_of_more_than_ten_megabytes_is_left_in_the_film() throws Exception {
    var line = "Dialogue: 0,0:00:00.50,0:00:01.50,Default,,0,0,0,,{\\p1}" + "l 1 1 ".repeat(10_000);
    var drawings = ASS + Stream.generate(() -> line + "\n").limit(200).reduce("", String::concat);
    try (var theatre = theatre()) {
      var film = theatre.upload(files.spoken(SUB_RIP, drawings));

      assertThat(words(theatre, film)).extracting(Words::file).contains(Optional.of("s0.vtt"));
      for (var file : theatre.made()) {
        assertThat(Files.size(file)).as(file.toString()).isLessThan(10_000_001);
      }
    }
  }
}
