package matinee.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.server.library.Format;
import matinee.server.renditions.Probe.Picture;
import matinee.server.renditions.Probe.Track;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Films that want something else of ffmpeg than to be made anew.
final class HostileFilmsTest {
  private static final String CANARY = "canary-7f31b8d2";

  @TempDir private Path folder;
  private Path place;
  private Database database;
  private FilmFiles files;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(folder.resolve("matinee.db").toString(), (_, _) -> {});
    files = new FilmFiles(folder.resolve("made"));
    place = Files.createDirectory(folder.resolve("place"));
    Files.writeString(folder.resolve("secret"), CANARY.repeat(1_000));
  }

  @AfterEach
  void close() {
    database.close();
  }

  /// Texts that ffmpeg would follow to the secret if it were let.
  private List<String> traps() {
    var secret = folder.resolve("secret").toString();
    return List.of(
        "#EXTM3U\n#EXTINF:1,\nfile://" + secret + "\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:1,\nconcat:http://127.0.0.1/a|" + secret + "\n",
        "#EXTM3U\n#EXTINF:1,\nsubfile,,start,0,end,9999,,:" + secret + "\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXTINF:1,\ndata:video/mp4;base64,AAAA\n#EXT-X-ENDLIST\n",
        "#EXTM3U\n#EXT-X-KEY:METHOD=AES-128,URI=\"crypto+file:" + secret + "\"\n#EXTINF:1,\na\n",
        "ffconcat version 1.0\nfile '" + secret + "'\n",
        "<?xml version=\"1.0\"?><MPD><Period><AdaptationSet><Representation><BaseURL>"
            + secret
            + "</BaseURL></Representation></AdaptationSet></Period></MPD>",
        "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=a\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n",
        secret + "\n");
  }

  @Test
  @Tag("M-06")
  void whatever_a_text_is_called_nothing_that_it_names_is_read() throws Exception {
    var runner = new Runner(Theatre.programs());
    var probe =
        new Probe(
            1_000,
            Optional.of(new Picture(0, "h264", 640, 360, 25)),
            List.of(new Track(1, "aac", Optional.empty(), Optional.empty())),
            List.of());
    for (var trap : traps()) {
      for (var format : List.of(Format.MP4, Format.MATROSKA, Format.MP3, Format.OGG_VIDEO)) {
        var source = new Source(Files.writeString(folder.resolve("film.mp4"), trap), format);

        var found = new Prober(runner).probe(source, place);
        var made =
            new Maker(runner, Renditions.MEMORY_BYTES, System::nanoTime)
                .make(source, probe, place, _ -> true);

        assertThat(found).as(format + " " + trap).isInstanceOf(Prober.Refused.class);
        assertThat(made).as(format + " " + trap).isPresent();
        assertThat(written()).as(format + " " + trap).doesNotContain(CANARY);
      }
    }
  }

  private String written() throws Exception {
    var text = new StringBuilder();
    try (var made = Files.walk(place)) {
      for (var file : made.filter(Files::isRegularFile).toList()) {
        text.append(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return text.toString();
  }

  /// How a film ended that is in `file`.
  private Progress ended(Path file) throws Exception {
    try (var theatre = new Theatre(folder.resolve("films"), database, Theatre.crew())) {
      return theatre.ended(theatre.upload(file));
    }
  }

  @Test
  @Tag("M-12")
  void a_picture_of_a_size_that_nobody_has_is_refused() throws Exception {
    var wide =
        files.make(
            "wide.mp4",
            "-f",
            "lavfi",
            "-i",
            "color=size=16384x64:rate=1:duration=1",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast");

    assertThat(ended(wide).failure()).contains(Failure.TOO_MUCH);
  }

  @Test
  @Tag("M-12")
  void a_thousand_pictures_a_second_are_refused() throws Exception {
    var fast =
        files.make(
            "fast.mp4",
            "-f",
            "lavfi",
            "-i",
            "color=size=64x64:rate=1000:duration=1",
            "-c:v",
            "libx264",
            "-preset",
            "ultrafast");

    assertThat(ended(fast).failure()).contains(Failure.TOO_MUCH);
  }

  @Test
  @Tag("M-12")
  void more_tracks_than_films_have_are_refused() throws Exception {
    var words = new ArrayList<>(List.of("-f", "lavfi", "-i", "sine=duration=1"));
    Collections.nCopies(60, "0").forEach(it -> words.addAll(List.of("-map", it)));
    words.addAll(List.of("-c:a", "aac", "-b:a", "16k"));
    var many = files.make("many.mkv", words.toArray(String[]::new));

    assertThat(ended(many).failure()).contains(Failure.TOO_MUCH);
  }

  @Test
  @Tag("M-07")
  void a_codec_that_is_not_on_the_list_is_not_decoded() throws Exception {
    for (var codec : List.of("magicyuv", "ffv1")) {
      var rare =
          files.make(
              codec + ".mkv",
              "-f",
              "lavfi",
              "-i",
              FilmFiles.picture("64x64", 1),
              "-pix_fmt",
              "yuv420p",
              "-c:v",
              codec);

      assertThat(ended(rare).failure()).as(codec).contains(Failure.UNKNOWN_CODEC);
    }
  }

  @Test
  @Tag("M-18")
  void a_comment_of_ten_megabytes_is_left_behind() throws Exception {
    var tags = folder.resolve("tags");
    Files.writeString(tags, ";FFMETADATA1\ncomment=" + "x".repeat(10 << 20) + "\n");
    var chatty =
        files.make(
            "chatty.mkv",
            "-i",
            files.usual().toString(),
            "-f",
            "ffmetadata",
            "-i",
            tags.toString(),
            "-map_metadata",
            "1",
            "-c",
            "copy");
    assertThat(Files.size(chatty)).isGreaterThan(10 << 20);

    try (var theatre = new Theatre(folder.resolve("films"), database, Theatre.crew())) {
      assertThat(theatre.ended(theatre.upload(chatty)).state()).isEqualTo(State.READY);
      assertThat(theatre.made().stream().mapToLong(HostileFilmsTest::size).sum())
          .isLessThan(2 << 20);
    }
  }

  private static long size(Path file) {
    return file.toFile().length();
  }

  @Test
  @Tag("M-07")
  void what_is_cut_or_scrambled_ends_plainly() throws Exception {
    var whole = Files.readAllBytes(files.usual());
    var cut = Arrays.copyOf(whole, whole.length / 2);
    var scrambled = whole.clone();
    for (int i = 2_000; i < scrambled.length; i += 7) {
      scrambled[i] ^= (byte) i;
    }
    for (var bytes : Stream.of(cut, scrambled).toList()) {
      try (var theatre = new Theatre(folder.resolve("films"), database, Theatre.crew())) {
        assertThat(theatre.ended(theatre.upload(bytes)).state()).isIn(State.FAILED, State.READY);
      }
    }
  }
}
