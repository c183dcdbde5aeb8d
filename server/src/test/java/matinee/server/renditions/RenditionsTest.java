package matinee.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import matinee.server.library.Film;
import matinee.server.renditions.Probe.Picture;
import matinee.server.renditions.Probe.Track;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is made of films, by the real ffmpeg.
final class RenditionsTest {
  private static final Pattern NAMED = Pattern.compile("(?m)^[^#\\n]+$|URI=\"([^\"]+)\"");

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

  private Theatre theatre(Optional<Renditions.Crew> crew) throws Exception {
    return new Theatre(folder.resolve("films"), database, crew);
  }

  private static List<String> named(String playlist) {
    return NAMED
        .matcher(playlist)
        .results()
        .map(it -> it.group(1) == null ? it.group() : it.group(1))
        .toList();
  }

  /// The lengths of the segments of a playlist, in seconds.
  private static List<String> lengths(String playlist) {
    return playlist.lines().filter(it -> it.startsWith("#EXTINF:")).toList();
  }

  @Test
  void what_browsers_do_not_play_becomes_hls_with_all_its_tracks() throws Exception {
    try (var theatre = theatre(Theatre.crew())) {
      var film = theatre.upload(files.old());

      var progress = theatre.ended(film);

      assertThat(progress)
          .isEqualTo(
              new Progress(
                  State.READY,
                  progress.share(),
                  Optional.of(
                      new Probe(
                          progress.probe().orElseThrow().lengthMs(),
                          Optional.of(new Picture(0, "mp4v.20.9", 640, 480, 25)),
                          List.of(
                              new Track(1, "ac-3", Optional.of("eng"), Optional.empty()),
                              new Track(2, "ac-3", Optional.of("deu"), Optional.of("Kommentar"))),
                          List.of(new Track(3, "subrip", Optional.of("fra"), Optional.empty())))),
                  Optional.empty()));
      assertThat(progress.probe().orElseThrow().contentType())
          .isEqualTo("video/mp4; codecs=\"mp4v.20.9, ac-3\"");
    }
  }

  @Test
  void its_sizes_have_the_same_segments_and_nothing_is_named_that_is_not_there() throws Exception {
    try (var theatre = theatre(Theatre.crew())) {
      var film = theatre.upload(files.old());

      assertThat(theatre.ended(film).state()).isEqualTo(State.READY);

      assertThat(theatre.read(film, "master.m3u8"))
          .isEqualTo(
              """
              #EXTM3U
              #EXT-X-VERSION:7
              #EXT-X-INDEPENDENT-SEGMENTS
              #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="1",LANGUAGE="eng",DEFAULT=YES,AUTOSELECT=YES,CHANNELS="2",URI="a0.m3u8"
              #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="sound",NAME="2",LANGUAGE="deu",DEFAULT=NO,AUTOSELECT=YES,CHANNELS="2",URI="a1.m3u8"
              #EXT-X-STREAM-INF:BANDWIDTH=2120800,RESOLUTION=640x480,CODECS="avc1.64001f,mp4a.40.2",AUDIO="sound"
              v480.m3u8
              #EXT-X-STREAM-INF:BANDWIDTH=1130800,RESOLUTION=480x360,CODECS="avc1.64001f,mp4a.40.2",AUDIO="sound"
              v360.m3u8
              """);
      assertThat(lengths(theatre.read(film, "v480.m3u8")))
          .isEqualTo(lengths(theatre.read(film, "v360.m3u8")))
          .containsExactly("#EXTINF:4.000000,", "#EXTINF:4.000000,");
      assertThat(theatre.read(film, "v480.m3u8"))
          .contains("#EXT-X-PLAYLIST-TYPE:VOD", "#EXT-X-ENDLIST");
      for (var playlist : named(theatre.read(film, "master.m3u8"))) {
        assertThat(named(theatre.read(film, playlist)))
            .isNotEmpty()
            .allMatch(it -> theatre.renditions().file(film, it).isPresent());
      }
    }
  }

  @Test
  void of_every_picture_there_is_a_poster_and_what_it_looks_like_along_the_bar() throws Exception {
    try (var theatre = theatre(Theatre.crew())) {
      var film = theatre.upload(files.old());

      assertThat(theatre.ended(film).state()).isEqualTo(State.READY);

      assertThat(theatre.read(film, "thumbnails.vtt"))
          .isEqualTo(
              """
              WEBVTT

              00:00:00.000 --> 00:00:02.000
              sheet_0.jpg#xywh=0,0,160,90

              00:00:02.000 --> 00:00:04.000
              sheet_0.jpg#xywh=160,0,160,90

              00:00:04.000 --> 00:00:06.000
              sheet_0.jpg#xywh=320,0,160,90

              00:00:06.000 --> 00:00:08.000
              sheet_0.jpg#xywh=480,0,160,90

              00:00:08.000 --> 00:00:10.000
              sheet_0.jpg#xywh=640,0,160,90
              """);
      assertThat(theatre.renditions().file(film, "sheet_0.jpg")).isPresent();
      assertThat(theatre.renditions().file(film, "poster.jpg")).isPresent();
    }
  }

  @Test
  @Tag("M-17")
  void its_smallest_size_can_be_watched_while_it_grows() throws Exception {
    try (var theatre = theatre(Theatre.crew())) {
      var film = theatre.upload(files.old(240));

      await().until(() -> theatre.renditions().isPlayable(film));

      assertThat(theatre.renditions().progress(film).state()).isEqualTo(State.RUNNING);
      assertThat(named(theatre.read(film, "master.m3u8")))
          .containsExactly("a0.m3u8", "a1.m3u8", "v360.m3u8");
      for (var playlist : named(theatre.read(film, "master.m3u8"))) {
        var text = theatre.read(film, playlist);
        assertThat(text).contains("#EXT-X-PLAYLIST-TYPE:EVENT").doesNotContain("#EXT-X-ENDLIST");
        assertThat(lengths(text)).hasSizeGreaterThan(1);
        assertThat(named(text)).allMatch(it -> theatre.renditions().file(film, it).isPresent());
      }
    }
  }

  @Test
  void of_small_and_silent_films_there_is_one_size() throws Exception {
    try (var theatre = theatre(Theatre.crew())) {
      var film = theatre.upload(files.silent());

      var progress = theatre.ended(film);

      assertThat(progress.probe().orElseThrow().contentType())
          .isEqualTo("video/mp4; codecs=\"vp09.00.41.08\"");
      assertThat(named(theatre.read(film, "master.m3u8"))).containsExactly("v128.m3u8");
      assertThat(named(theatre.read(film, "v128.m3u8")))
          .containsExactly("v128_init.mp4", "v128_00000.m4s")
          .allMatch(it -> theatre.renditions().file(film, it).isPresent());
      assertThat(theatre.read(film, "master.m3u8")).contains("RESOLUTION=128x256");
    }
  }

  @Test
  @Tag("M-18")
  void nothing_that_a_film_says_of_itself_is_in_what_is_made_of_it() throws Exception {
    try (var theatre = theatre(Theatre.crew())) {
      var film = theatre.upload(files.usual());

      assertThat(theatre.ended(film).state()).isEqualTo(State.READY);

      assertThat(text(theatre)).doesNotContain("alert(1)", "+48.2");
    }
  }

  private static String text(Theatre theatre) throws Exception {
    var text = new StringBuilder();
    for (var file : theatre.made()) {
      text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
    }
    return text.toString();
  }

  @Test
  @Tag("M-17")
  void only_pieces_that_are_there_are_found() throws Exception {
    try (var theatre = theatre(Theatre.crew())) {
      var film = theatre.upload(files.silent());
      var other = theatre.upload(files.usual());
      assertThat(theatre.ended(film).state()).isEqualTo(State.READY);
      assertThat(theatre.ended(other).state()).isEqualTo(State.READY);
      Files.writeString(theatre.places().getFirst().resolve("v128_00007.m4s.tmp"), "unfinished");

      assertThat(
              Stream.of(
                  "v128_-0001.m4s",
                  "v128_1000000000.m4s",
                  "v128_00099.m4s",
                  "v180_00000.m4s",
                  "v128_00007.m4s.tmp",
                  "v128_00007.m4s",
                  "../" + theatre.places().getLast().getFileName() + "/master.m3u8",
                  "..",
                  ".",
                  "",
                  "master.m3u8\u0000"))
          .noneMatch(it -> theatre.renditions().file(film, it).isPresent());
      assertThat(theatre.renditions().file(film, "v128_00000.m4s")).isPresent();
    }
  }

  @Test
  @Tag("F-27")
  void what_gets_too_little_memory_fails_plainly_after_two_more_tries() throws Exception {
    try (var theatre = theatre(Theatre.crew(64L << 20))) {
      var film = theatre.upload(files.old());

      var progress = theatre.ended(film);

      assertThat(progress.state()).isEqualTo(State.FAILED);
      assertThat(progress.failure()).contains(Failure.OUT_OF_MEMORY);
      assertThat(tries(film)).isEqualTo(3);
      assertThat(theatre.places()).isEmpty();
    }
  }

  private int tries(Film film) {
    return database.read(
        session -> {
          var select = session.statement("select attempts from rendition where film = ?");
          select.setString(1, film.id().value());
          try (var row = select.executeQuery()) {
            return row.next() ? row.getInt(1) : 0;
          }
        });
  }

  @Test
  void what_was_being_made_when_a_server_stopped_is_made_by_the_next_one() throws Exception {
    Film film;
    try (var theatre = theatre(Theatre.crew())) {
      film = theatre.upload(longFilm());
      await().until(() -> theatre.renditions().progress(film).state(), it -> it == State.RUNNING);
    }
    assertThat(children()).isEmpty();

    try (var theatre = theatre(Theatre.crew())) {
      assertThat(tries(film)).isLessThanOrEqualTo(1);
      assertThat(theatre.ended(film).state()).isEqualTo(State.READY);
    }
  }

  private Path longFilm() throws Exception {
    return files.make(
        "long.mkv", "-f", "lavfi", "-i", FilmFiles.picture("640x360", 40), "-c:v", "mpeg4");
  }

  private static List<String> children() {
    return ProcessHandle.current()
        .descendants()
        .filter(ProcessHandle::isAlive)
        .flatMap(it -> it.info().command().stream())
        .filter(it -> it.contains("ffmpeg"))
        .toList();
  }

  @Test
  void where_there_is_no_ffmpeg_films_are_as_they_were_uploaded() throws Exception {
    try (var theatre = theatre(Optional.empty())) {
      var film = theatre.upload(files.silent());

      assertThat(theatre.renditions().progress(film)).isEqualTo(Progress.NONE);
      assertThat(theatre.renditions().file(film, "master.m3u8")).isEmpty();
      assertThat(Programs.find("/nowhere")).isEmpty();
    }
  }

  @Test
  void renditions_that_are_gone_are_made_once_more() throws Exception {
    try (var theatre = theatre(Theatre.crew())) {
      var film = theatre.upload(files.silent());
      assertThat(theatre.ended(film).state()).isEqualTo(State.READY);
      for (var file : theatre.made()) {
        Files.delete(file);
      }

      assertThat(theatre.renditions().progress(film).state()).isNotEqualTo(State.READY);

      assertThat(theatre.ended(film).state()).isEqualTo(State.READY);
      assertThat(theatre.renditions().file(film, "master.m3u8")).isPresent();
    }
  }
}
