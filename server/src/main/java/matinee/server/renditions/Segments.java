package matinee.server.renditions;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.regex.Pattern;

/// The files that a playlist of fragmented MP4 names, beside it. ffmpeg ends well although the disk
/// took less of them than it was given.
final class Segments {
  private static final Pattern NAMED = Pattern.compile("(?m)^[^#\\r\\n]+$|URI=\"([^\"]+)\"");

  /// Of a box: its size and its type, 4 bytes each (ISO/IEC 14496-12, section 4.2).
  private static final int BOX_HEAD_BYTES = 8;

  /// How such a size says that the true one, of 8 bytes, stands behind the type.
  private static final long SIZE_IS_LARGE = 1;

  private Segments() {}

  /// Is every one of `playlist` there, up to its last byte? There is no playlist without one.
  static boolean areWhole(Path playlist) throws IOException {
    if (!Files.isRegularFile(playlist)) {
      return false;
    }
    var names = names(Files.readString(playlist));
    for (var name : names) {
      if (!isWhole(playlist.resolveSibling(name))) {
        return false;
      }
    }
    return !names.isEmpty();
  }

  private static List<String> names(String playlist) {
    return NAMED
        .matcher(playlist)
        .results()
        .map(found -> found.group(1) == null ? found.group() : found.group(1))
        .toList();
  }

  /// Does `file` end where its last box does?
  private static boolean isWhole(Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long at = 0;
      while (at < channel.size()) {
        long size = sizeOfBox(channel, at);
        if (size < BOX_HEAD_BYTES) {
          return false;
        }
        at += size;
      }
      return at > 0 && at == channel.size();
    }
  }

  /// 0 when there are not even so many bytes.
  private static long sizeOfBox(FileChannel channel, long at) throws IOException {
    var head = ByteBuffer.allocate(BOX_HEAD_BYTES + Long.BYTES);
    while (head.hasRemaining() && channel.read(head, at + head.position()) > 0) {}
    head.flip();
    if (head.limit() < BOX_HEAD_BYTES) {
      return 0;
    }
    long size = Integer.toUnsignedLong(head.getInt(0));
    if (size != SIZE_IS_LARGE) {
      return size;
    }
    return head.limit() < BOX_HEAD_BYTES + Long.BYTES ? 0 : head.getLong(BOX_HEAD_BYTES);
  }
}
