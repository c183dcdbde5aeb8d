package matinee.server.portraits;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// Reads the structure of a JPEG (ITU-T T.81, annex B) without decoding it: baseline, extended or
/// progressive, with grey or three colours. What cameras put behind the end is left out.
final class Jpeg {
  private static final int START = 0xd8;
  private static final int END = 0xd9;
  private static final int SCAN = 0xda;
  private static final int JFIF = 0xe0;
  private static final int EXIF = 0xe1;
  private static final int ADOBE = 0xee;
  private static final Set<Integer> FRAMES = Set.of(0xc0, 0xc1, 0xc2);

  /// Huffman tables, quantization tables, and how often a scan can be entered.
  private static final Set<Integer> TABLES = Set.of(0xc4, 0xdb, 0xdd);

  /// Each is decoded over the whole picture; programs that make progressive ones use ten or so.
  private static final int MAX_SCANS = 24;

  private static final int JFIF_LENGTH = 14;

  private final byte[] file;
  private final ByteArrayOutputStream kept;
  private int at;
  private int scans;
  private int width;
  private int height;
  private Orientation orientation = Orientation.UPRIGHT;

  private Jpeg(byte[] file) {
    this.file = file;
    kept = new ByteArrayOutputStream(file.length);
  }

  /// The picture in `file`, if that is a JPEG with an end.
  static Optional<Picture> in(byte[] file) {
    var jpeg = new Jpeg(file);
    return jpeg.isRead()
        ? Optional.of(
            new Picture(
                Picture.Format.JPEG,
                jpeg.width,
                jpeg.height,
                jpeg.orientation,
                jpeg.kept.toByteArray()))
        : Optional.empty();
  }

  /// Reads everything; whether it is as it must be.
  private boolean isRead() {
    if (marker() != START) {
      return false;
    }
    keepMarker(START);
    int marker = marker();
    while (marker != END) {
      if (!isSegmentRead(marker)) {
        return false;
      }
      marker = marker();
    }
    keepMarker(END);
    return scans > 0;
  }

  /// The next marker; 0, which is none, if there is something else.
  private int marker() {
    if (at >= file.length || file[at] != (byte) 0xff) {
      return 0;
    }
    while (at < file.length && file[at] == (byte) 0xff) {
      at++;
    }
    return at < file.length ? Byte.toUnsignedInt(file[at++]) : 0;
  }

  private void keepMarker(int marker) {
    kept.write(0xff);
    kept.write(marker);
  }

  private boolean isSegmentRead(int marker) {
    int length = at + 2 <= file.length ? number(at) : 0;
    if (length < 2 || length > file.length - at) {
      return false;
    }
    var content = Arrays.copyOfRange(file, at + 2, at + length);
    at += length;
    if (FRAMES.contains(marker)) {
      return isFrameRead(marker, content);
    }
    if (marker == SCAN) {
      return isScanRead(content);
    }
    if (TABLES.contains(marker)) {
      keep(marker, content);
      return true;
    }
    readBeside(marker, content);
    return isBeside(marker);
  }

  /// A segment for applications, or a comment.
  private static boolean isBeside(int marker) {
    return marker >= 0xe0 && marker <= 0xef || marker == 0xfe;
  }

  /// Keeps what tells of the colours, and notes how the camera was held.
  private void readBeside(int marker, byte[] content) {
    if (marker == JFIF && begins(content, "JFIF\0") && content.length >= JFIF_LENGTH) {
      var jfif = Arrays.copyOf(content, JFIF_LENGTH);
      Arrays.fill(jfif, JFIF_LENGTH - 2, JFIF_LENGTH, (byte) 0); // without its thumbnail
      keep(marker, jfif);
    } else if (marker == ADOBE && begins(content, "Adobe")) {
      keep(marker, content);
    } else if (marker == EXIF && orientation == Orientation.UPRIGHT) {
      orientation = Orientation.told(content);
    }
  }

  private static boolean begins(byte[] content, String word) {
    var start = word.getBytes(StandardCharsets.US_ASCII);
    return content.length >= start.length
        && Arrays.equals(content, 0, start.length, start, 0, start.length);
  }

  private boolean isFrameRead(int marker, byte[] content) {
    boolean isOnly = width == 0 && content.length >= 6;
    if (!isOnly || content[0] != 8 || content[5] != 1 && content[5] != 3) {
      return false;
    }
    keep(marker, content);
    height = Byte.toUnsignedInt(content[1]) << 8 | Byte.toUnsignedInt(content[2]);
    width = Byte.toUnsignedInt(content[3]) << 8 | Byte.toUnsignedInt(content[4]);
    return width > 0 && height > 0;
  }

  /// With the coded data behind it, in which a marker is escaped or enters the scan again.
  private boolean isScanRead(byte[] content) {
    scans++;
    if (width == 0 || scans > MAX_SCANS) {
      return false;
    }
    keep(SCAN, content);
    int from = at;
    while (at + 1 < file.length && !isMarker(file[at], Byte.toUnsignedInt(file[at + 1]))) {
      at++;
    }
    kept.write(file, from, at - from);
    return true;
  }

  private static boolean isMarker(byte first, int second) {
    return first == (byte) 0xff && second != 0 && (second < 0xd0 || second > 0xd7);
  }

  private void keep(int marker, byte[] content) {
    keepMarker(marker);
    kept.write(content.length + 2 >> 8);
    kept.write(content.length + 2);
    kept.writeBytes(content);
  }

  private int number(int from) {
    return Byte.toUnsignedInt(file[from]) << 8 | Byte.toUnsignedInt(file[from + 1]);
  }
}
