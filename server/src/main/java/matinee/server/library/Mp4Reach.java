package matinee.server.library;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How far the beginning of an MP4 plays (ISO/IEC 14496-12): where its index, the box `moov`, comes
/// before the pictures, as far as all samples of picture and sound are there; of a fragmented one
/// as far as whole fragments are.
final class Mp4Reach extends Reach {
  private static final int HEADER_BYTES = 16;

  /// The longest index that is read.
  private static final long MAX_INDEX_BYTES = 64L << 20;

  private final FileChannel file;
  private long nextBox;
  private Optional<Mp4Index> index = Optional.empty();

  /// How far whole fragments go, by track, in units of the track.
  private final Map<Integer, Long> come = new HashMap<>();

  private Map<Integer, Long> comingNext = Map.of();

  Mp4Reach(FileChannel file) {
    this.file = file;
  }

  @Override
  long reachMs(long bytes) throws IOException, Unreadable {
    try {
      while (passBox(bytes)) {}
    } catch (BufferUnderflowException | IllegalArgumentException _) {
      throw new Unreadable("a box is shorter than what it says to hold");
    }
    return index.map(it -> it.isFragmented() ? fragmentsMs(it) : it.reachMs(bytes)).orElse(0L);
  }

  /// Goes behind the next box that says something, if all that is needed of it is there.
  private boolean passBox(long bytes) throws IOException, Unreadable {
    if (nextBox + HEADER_BYTES > bytes) {
      return false;
    }
    var header = read(nextBox, HEADER_BYTES);
    long size = Integer.toUnsignedLong(header.getInt());
    int type = header.getInt();
    int headerBytes = 8;
    if (size == 1) {
      size = header.getLong();
      headerBytes = HEADER_BYTES;
    }
    if (type == Mp4Box.MDAT && index.isEmpty()) {
      throw new Unreadable("the index comes behind the pictures");
    }
    if (size == 0) {
      return false; // to the end of the file
    }
    if (size < headerBytes) {
      throw new Unreadable("a box of " + size + " bytes");
    }
    boolean isWhole = nextBox + size <= bytes;
    if (type == Mp4Box.MOOV || type == Mp4Box.MOOF) {
      if (size > MAX_INDEX_BYTES) {
        throw new Unreadable("an index of " + size + " bytes");
      }
      if (!isWhole) {
        return false;
      }
      take(type, read(nextBox + headerBytes, (int) (size - headerBytes)));
    } else if (type == Mp4Box.MDAT) {
      if (!isWhole) {
        return false;
      }
      come.putAll(comingNext);
      comingNext = Map.of();
    }
    nextBox += size;
    return true;
  }

  private void take(int type, ByteBuffer box) throws Unreadable {
    if (type == Mp4Box.MOOV) {
      index = Optional.of(Mp4Index.of(box));
    } else if (index.isPresent()) {
      comingNext = index.get().fragment(box, come);
    }
  }

  private long fragmentsMs(Mp4Index index) {
    List<Long> ends = new ArrayList<>();
    for (var track : index.tracks()) {
      ends.add(track.ms(come.getOrDefault(track.id(), 0L)));
    }
    return ends.stream().mapToLong(Long::longValue).min().orElse(0);
  }

  private ByteBuffer read(long from, int length) throws IOException {
    var bytes = ByteBuffer.allocate(length);
    while (bytes.hasRemaining()) {
      if (file.read(bytes, from + bytes.position()) < 0) {
        throw new IOException("the part of a film is shorter than it was noted");
      }
    }
    return bytes.flip();
  }
}
