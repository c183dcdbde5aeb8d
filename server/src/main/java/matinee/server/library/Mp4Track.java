package matinee.server.library;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;

/// A track of an MP4: of its pieces, which follow one another in time, by which byte each is there
/// whole, and when it begins, in units of the track; `shift` is by how much later that is than what
/// people see. Empty where the samples come in fragments, each of `usualDuration` where these do
/// not say it.
record Mp4Track(
    int id, long unitsPerSecond, long shift, long usualDuration, long[] ends, long[] starts) {
  private static final Set<Integer> SHOWN = Set.of(Mp4Box.type("vide"), Mp4Box.type("soun"));

  /// Pieces are no longer than this part of a second: a chunk of samples may be minutes long.
  private static final int PIECES_PER_SECOND = 2;

  /// More chunks, or samples, than any film has.
  private static final int MOST = 4_000_000;

  /// That of the box `trak`, if it is one of picture or sound. `mvex` is what the film says of its
  /// fragments, if it has some.
  static Optional<Mp4Track> of(Mp4Box trak, Optional<Mp4Box> mvex) {
    boolean isShown =
        trak.at("mdia", "hdlr")
            .map(box -> box.content().getInt(8))
            .filter(SHOWN::contains)
            .isPresent();
    var table = trak.at("mdia", "minf", "stbl");
    if (!isShown || table.isEmpty()) {
      return Optional.empty();
    }
    int id = trak.at("tkhd").map(box -> afterTimes(box).getInt()).orElse(0);
    long units =
        trak.at("mdia", "mdhd")
            .map(box -> Integer.toUnsignedLong(afterTimes(box).getInt()))
            .orElse(1L);
    if (units == 0) {
      throw new IllegalArgumentException("a track without a unit of time");
    }
    long usual = mvex.map(box -> usualDuration(box, id)).orElse(0L);
    long shift = trak.at("edts", "elst").map(Mp4Track::shift).orElse(0L);
    return Optional.of(
        mvex.isPresent()
            ? new Mp4Track(id, units, shift, usual, new long[0], new long[0])
            : new Samples(table.get()).track(id, units, shift));
  }

  /// What stands behind the times of creation and change, which are longer in version 1.
  private static ByteBuffer afterTimes(Mp4Box box) {
    var read = box.read();
    int version = read.getInt() >>> 24;
    read.position(read.position() + (version == 1 ? 16 : 8));
    return read;
  }

  private static long usualDuration(Mp4Box mvex, int id) {
    return mvex.all("trex").stream()
        .map(Mp4Box::content)
        .filter(box -> box.getInt(4) == id)
        .map(box -> Integer.toUnsignedLong(box.getInt(12)))
        .findFirst()
        .orElse(0L);
  }

  /// Where what people see begins, by the first edit that shows something.
  private static long shift(Mp4Box elst) {
    var read = elst.read();
    boolean isLong = read.getInt() >>> 24 == 1;
    int edits = Math.min(read.getInt(), MOST);
    for (int i = 0; i < edits; i++) {
      read.position(read.position() + (isLong ? 8 : 4));
      long from = isLong ? read.getLong() : read.getInt();
      read.position(read.position() + 4);
      if (from >= 0) {
        return from;
      }
    }
    return 0;
  }

  /// How far it plays with the first `bytes` bytes of the file, in ms; without end when all is
  /// there.
  long reachMs(long bytes) {
    for (int piece = 0; piece < ends.length; piece++) {
      if (ends[piece] > bytes) {
        return ms(starts[piece]);
      }
    }
    return Long.MAX_VALUE;
  }

  /// When something at `units` is seen.
  long ms(long units) {
    return Math.max(0, (units - shift) * 1_000 / unitsPerSecond);
  }

  /// The tables of samples in a box `stbl`.
  private record Samples(Mp4Box table) {

    Mp4Track track(int id, long units, long shift) {
      var ends = LongStream.builder();
      var starts = LongStream.builder();
      var sizes = new Sizes(box("stsz"));
      var times = new Times(box("stts"));
      var groups = new Groups(box("stsc"));
      var offsets = offsets();
      int all = 0;
      for (int chunk = 0; chunk < offsets.length; chunk++) {
        long start = times.now();
        long end = offsets[chunk];
        int samples = groups.samplesIn(chunk + 1);
        all = count(all + samples);
        for (int i = 0; i < samples; i++) {
          end += sizes.next();
          times.next();
          if (i == samples - 1 || (times.now() - start) * PIECES_PER_SECOND >= units) {
            ends.add(end);
            starts.add(start);
            start = times.now();
          }
        }
      }
      return new Mp4Track(id, units, shift, 0, ends.build().toArray(), starts.build().toArray());
    }

    private long[] offsets() {
      var shortOnes = table.at("stco");
      var read = shortOnes.or(() -> table.at("co64")).orElseThrow(Samples::missing).read();
      read.getInt();
      var offsets = new long[count(read.getInt())];
      for (int i = 0; i < offsets.length; i++) {
        offsets[i] = shortOnes.isPresent() ? Integer.toUnsignedLong(read.getInt()) : read.getLong();
      }
      return offsets;
    }

    /// Its content behind version and flags.
    private ByteBuffer box(String name) {
      var read = table.at(name).orElseThrow(Samples::missing).read();
      read.getInt();
      return read;
    }

    private static IllegalArgumentException missing() {
      return new IllegalArgumentException("a table of samples is missing");
    }
  }

  private static int count(int told) {
    if (told < 0 || told > MOST) {
      throw new IllegalArgumentException("a table of " + told);
    }
    return told;
  }

  /// How many bytes each sample has, one after the other.
  private static final class Sizes {
    private final ByteBuffer table;
    private final int all;

    Sizes(ByteBuffer table) {
      all = table.getInt();
      table.getInt();
      this.table = table;
    }

    long next() {
      return Integer.toUnsignedLong(all == 0 ? table.getInt() : all);
    }
  }

  /// When each sample begins, one after the other.
  private static final class Times {
    private final ByteBuffer table;
    private long now;
    private int left;
    private long each;

    Times(ByteBuffer table) {
      table.getInt();
      this.table = table;
    }

    long now() {
      return now;
    }

    void next() {
      while (left == 0) {
        left = count(table.getInt());
        each = Integer.toUnsignedLong(table.getInt());
      }
      left--;
      now += each;
    }
  }

  /// How many samples each chunk has, which is told from one chunk on to the next that has others.
  private static final class Groups {
    private final ByteBuffer table;
    private int samples;
    private long nextFrom;
    private int nextSamples;

    Groups(ByteBuffer table) {
      table.getInt();
      this.table = table;
      readNext();
    }

    private void readNext() {
      samples = nextSamples;
      if (table.remaining() < 12) {
        nextFrom = Long.MAX_VALUE;
        return;
      }
      nextFrom = Integer.toUnsignedLong(table.getInt());
      nextSamples = count(table.getInt());
      table.getInt();
    }

    /// Of the chunk `number`, from 1 on; to be asked in their order.
    int samplesIn(long number) {
      while (nextFrom <= number) {
        readNext();
      }
      return samples;
    }
  }
}
