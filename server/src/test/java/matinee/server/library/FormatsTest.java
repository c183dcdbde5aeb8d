package matinee.server.library;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FormatsTest {
  private static final long SEED = 5;

  private static byte[] latin(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @CsvSource({
    "isom, MP4",
    "mp42, MP4",
    "avc1, MP4",
    "dash, MP4",
    "'qt  ', MP4",
    "'M4V ', MP4",
    "'M4A ', MP4_AUDIO"
  })
  void the_brand_tells_what_an_mp4_is(String brand, Format format) {
    var head = latin("\0\0\0\u0018ftyp" + brand + "\0\0\0\0isomiso2");

    assertThat(Formats.of(head)).hasValue(format);
  }

  @ParameterizedTest
  @ValueSource(strings = {"avif", "avis", "heic", "mif1", "crx "})
  void pictures_are_no_films(String brand) {
    assertThat(Formats.of(latin("\0\0\0\u0018ftyp" + brand + "\0\0\0\0mif1miaf"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1a45dfa39f4286810142f7810142f2810442f381084282847765626d42878104, WEBM",
    "1a45dfa3a34286810142f7810142f2810442f381084282886d6174726f736b61, MATROSKA",
    "4f67675300020000000000000000000000000000000000000000011e01766f72626973, OGG_AUDIO",
    "4f676753000200000000000000000000000000000000000000000129807468656f7261, OGG_VIDEO",
    "664c614300000022, FLAC",
    "52494646ffffffff57415645666d7420, WAV",
    "49443304000000000017, MP3"
  })
  void first_bytes_tell_the_format(String hex, Format format) {
    assertThat(Formats.of(HexFormat.of().parseHex(hex))).hasValue(format);
  }

  @ParameterizedTest
  @CsvSource({"fffb9064, 417, MP3", "fff38064, 208, MP3", "fff15080027ffc, 19, AAC"})
  void bare_frames_count_when_another_follows(String hex, int length, Format format) {
    var frame = HexFormat.of().parseHex(hex);
    var two = new byte[length + frame.length];
    System.arraycopy(frame, 0, two, 0, frame.length);
    var one = two.clone();
    System.arraycopy(frame, 0, two, length, frame.length);

    assertThat(Formats.of(two)).hasValue(format);
    assertThat(Formats.of(one)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "<html>",
        "<!doctype html>",
        "<htmftypisom.............",
        "#EXTM3U",
        "\u00ff\u00d8\u00ff",
        "GIF89a",
        "%PDF",
        "PK\u0003\u0004",
        "RIFF....AVI ",
        "RIFF....WEBP",
        "FLV\u0001",
        "G@\u0000\u0010",
        "\0\0\u0001\u00ba",
        "ID3",
        "OggX",
        "\0\0\0\u0008ftyp"
      })
  void everything_else_is_refused(String head) {
    assertThat(Formats.of(latin(head))).isEmpty();
  }

  @Test
  void no_beginning_makes_it_fail() {
    var random = new Random(SEED);
    List<String> starts =
        new ArrayList<>(
            List.of("", "OggS\0", "ID3\u0003", "RIFF", "\0\0\0\u0018ftyp", "\u001aE\u00df\u00a3"));
    for (int i = 0; i < 20_000; i++) {
      var start = latin(starts.get(random.nextInt(starts.size())));
      var head = new byte[random.nextInt(200)];
      random.nextBytes(head);
      System.arraycopy(start, 0, head, 0, Math.min(start.length, head.length));

      assertThat(Formats.of(head)).as("seed " + SEED + ", round " + i).isInstanceOf(Optional.class);
    }
  }
}
