package matinee.server.library;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Tells the format of a film by its first bytes. Names are not asked: they may lie.
public final class Formats {
  /// How many bytes are looked at.
  public static final int HEAD_BYTES = 8 * 1024;

  private static final int MAX_BRANDS_BOX = 1_024;
  private static final Set<String> PICTURE_BRANDS =
      Set.of(
          "heic", "heix", "hevc", "hevx", "heim", "heis", "mif1", "msf1", "avif", "avis", "crx ");
  private static final Set<String> AUDIO_BRANDS = Set.of("M4A ", "M4B ", "M4P ");
  private static final int[] EBML = {0x1a, 0x45, 0xdf, 0xa3};
  private static final int[] MP3_KBPS_1 = {
    0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320
  };
  private static final int[] MP3_KBPS_2 = {
    0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160
  };
  private static final int[] MP3_HERTZ = {44_100, 48_000, 32_000};

  private final byte[] head;

  private Formats(byte[] head) {
    this.head = head;
  }

  /// The format of a file that begins with `head`: its first [#HEAD_BYTES], or all of it when it is
  /// shorter.
  public static Optional<Format> of(byte[] head) {
    var formats = new Formats(head);
    for (var guess :
        List.of(
            formats.mp4(), formats.matroska(), formats.ogg(), formats.riff(), formats.audio())) {
      if (guess.isPresent()) {
        return guess;
      }
    }
    return Optional.empty();
  }

  /// ISO base media: a box `ftyp` of a sane size comes first, and names the brand.
  private Optional<Format> mp4() {
    if (!holds(4, "ftyp") || head.length < 12) {
      return Optional.empty();
    }
    long size = (long) at(0) << 24 | at(1) << 16 | at(2) << 8 | at(3);
    if (size < 16 || size > MAX_BRANDS_BOX) {
      return Optional.empty();
    }
    var brand = text(8, 12);
    if (PICTURE_BRANDS.contains(brand)) {
      return Optional.empty();
    }
    return Optional.of(AUDIO_BRANDS.contains(brand) ? Format.MP4_AUDIO : Format.MP4);
  }

  /// EBML, with the name of the document type (element 0x4282) in its head.
  private Optional<Format> matroska() {
    for (int i = 0; i < EBML.length; i++) {
      if (at(i) != EBML[i]) {
        return Optional.empty();
      }
    }
    for (int i = EBML.length; i < 64; i++) {
      if (at(i) == 0x42 && at(i + 1) == 0x82) {
        if (at(i + 2) == 0x84 && holds(i + 3, "webm")) {
          return Optional.of(Format.WEBM);
        }
        if (at(i + 2) == 0x88 && holds(i + 3, "matroska")) {
          return Optional.of(Format.MATROSKA);
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Format> ogg() {
    if (!holds(0, "OggS") || at(4) != 0) {
      return Optional.empty();
    }
    return Optional.of(text(0, 512).contains("\u0080theora") ? Format.OGG_VIDEO : Format.OGG_AUDIO);
  }

  private Optional<Format> riff() {
    return holds(0, "RIFF") && holds(8, "WAVE") ? Optional.of(Format.WAV) : Optional.empty();
  }

  private Optional<Format> audio() {
    if (holds(0, "fLaC")) {
      return Optional.of(Format.FLAC);
    }
    if (holds(0, "ID3") && at(3) >= 2 && at(3) <= 4 && isSynchsafe()) {
      return Optional.of(Format.MP3);
    }
    if (isFrame(mp3Frame(0), this::mp3Frame)) {
      return Optional.of(Format.MP3);
    }
    return isFrame(aacFrame(0), this::aacFrame) ? Optional.of(Format.AAC) : Optional.empty();
  }

  private boolean isSynchsafe() {
    return head.length >= 10 && at(6) < 0x80 && at(7) < 0x80 && at(8) < 0x80 && at(9) < 0x80;
  }

  private interface FrameLength {
    int at(int offset);
  }

  /// One frame proves little, twelve bits: another must follow it directly.
  private boolean isFrame(int length, FrameLength next) {
    return length > 0 && next.at(length) > 0;
  }

  /// The length of the MPEG audio layer III frame at `i`, or 0 if there is none.
  private int mp3Frame(int i) {
    int version = at(i + 1) >> 3 & 3;
    int layer = at(i + 1) >> 1 & 3;
    int bitrate = at(i + 2) >> 4;
    int hertz = at(i + 2) >> 2 & 3;
    boolean sync = at(i) == 0xff && at(i + 1) >> 5 == 7;
    if (!sync || version == 1 || layer != 1 || bitrate == 0 || bitrate == 15 || hertz == 3) {
      return 0;
    }
    int padding = at(i + 2) >> 1 & 1;
    if (version == 3) {
      return 144_000 * MP3_KBPS_1[bitrate] / MP3_HERTZ[hertz] + padding;
    }
    int shift = version == 2 ? 1 : 2;
    return 72_000 * MP3_KBPS_2[bitrate] / (MP3_HERTZ[hertz] >> shift) + padding;
  }

  /// The length of the ADTS frame at `i`, or 0 if there is none.
  private int aacFrame(int i) {
    boolean sync = at(i) == 0xff && (at(i + 1) & 0xf6) == 0xf0;
    int length = (at(i + 3) & 3) << 11 | at(i + 4) << 3 | at(i + 5) >> 5;
    return sync && length > 7 && (at(i + 2) >> 2 & 15) < 13 ? length : 0;
  }

  /// The byte at `i`; 0 beyond the end.
  private int at(int i) {
    return i < head.length ? Byte.toUnsignedInt(head[i]) : 0;
  }

  private boolean holds(int from, String text) {
    return text(from, from + text.length()).equals(text);
  }

  private String text(int from, int to) {
    if (from >= head.length) {
      return "";
    }
    return new String(
        Arrays.copyOfRange(head, from, Math.min(to, head.length)), StandardCharsets.ISO_8859_1);
  }
}
