package matinee.server.library;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/// How far the beginning of a WebM or Matroska plays (RFC 9559): its clusters stand in their order,
/// each begins at the time that it tells, and what comes before one that has begun is there.
final class MatroskaReach extends Reach {
  private static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549a966;
  private static final int CLUSTER = 0x1f43b675;
  private static final int TIMESTAMP_SCALE = 0x2ad7b1;
  private static final int TIMESTAMP = 0xe7;
  private static final int MOST_HEADER_BYTES = 12;
  private static final long UNKNOWN = -1;
  private static final long NANOS_PER_MS = 1_000_000;

  private final FileChannel file;
  private long next;
  private long scaleNanos = NANOS_PER_MS;
  private long reachMs;

  /// Where the cluster ends that was begun last.
  private long clusterEnd;

  MatroskaReach(FileChannel file) {
    this.file = file;
  }

  /// What stands before the content of an element.
  private record Header(int id, int bytes, long size) {}

  @Override
  long reachMs(long bytes) throws IOException, Unreadable {
    while (next + MOST_HEADER_BYTES <= bytes && pass(header(), bytes)) {}
    return reachMs;
  }

  /// Goes into the next element, or behind it; whether that is there.
  private boolean pass(Header element, long bytes) throws IOException, Unreadable {
    long content = next + element.bytes();
    switch (element.id()) {
      case SEGMENT, INFO -> next = content;
      case CLUSTER -> {
        clusterEnd = element.size() == UNKNOWN ? UNKNOWN : content + element.size();
        next = content;
      }
      case TIMESTAMP_SCALE, TIMESTAMP -> {
        if (element.size() < 0 || element.size() > Long.BYTES) {
          throw new Unreadable("a number of " + element.size() + " bytes");
        }
        if (content + element.size() > bytes) {
          return false;
        }
        take(element.id(), number(content, (int) element.size()));
        next = content + element.size();
        if (element.id() == TIMESTAMP && clusterEnd > next) {
          next = clusterEnd;
        }
      }
      default -> {
        if (element.size() == UNKNOWN) {
          throw new Unreadable("an element without a size");
        }
        next = content + element.size();
      }
    }
    return next <= bytes;
  }

  private void take(int id, long number) throws Unreadable {
    if (id == TIMESTAMP_SCALE) {
      if (number <= 0) {
        throw new Unreadable("a time without a scale");
      }
      scaleNanos = number;
    } else {
      reachMs = Math.max(reachMs, number * scaleNanos / NANOS_PER_MS);
    }
  }

  private Header header() throws IOException, Unreadable {
    var bytes = ByteBuffer.allocate(MOST_HEADER_BYTES);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, next + bytes.position()) < 0) {
        throw new IOException("the part of a film is shorter than it was noted");
      }
    }
    bytes.flip();
    int idBytes = lengthOf(bytes.get(0));
    if (idBytes > 4) {
      throw new Unreadable("an element without a name");
    }
    int id = 0;
    for (int i = 0; i < idBytes; i++) {
      id = id << 8 | Byte.toUnsignedInt(bytes.get(i));
    }
    int sizeBytes = lengthOf(bytes.get(idBytes));
    if (sizeBytes > 8) {
      throw new Unreadable("an element without a size");
    }
    long size = Byte.toUnsignedInt(bytes.get(idBytes)) & (0xff >> sizeBytes);
    boolean isUnknown = size == 0xff >> sizeBytes;
    for (int i = 1; i < sizeBytes; i++) {
      int more = Byte.toUnsignedInt(bytes.get(idBytes + i));
      size = size << 8 | more;
      isUnknown &= more == 0xff;
    }
    return new Header(id, idBytes + sizeBytes, isUnknown ? UNKNOWN : size);
  }

  /// Of how many bytes a number is that begins with `first`: as many as there are zeros before it,
  /// and one more.
  private static int lengthOf(byte first) {
    return Integer.numberOfLeadingZeros(Byte.toUnsignedInt(first)) - 23;
  }

  private long number(long from, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("the part of a film is shorter than it was noted");
      }
    }
    long number = 0;
    for (var each : bytes.array()) {
      number = number << 8 | Byte.toUnsignedInt(each);
    }
    return number;
  }
}
