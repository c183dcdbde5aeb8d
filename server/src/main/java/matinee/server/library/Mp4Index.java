package matinee.server.library;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What the box `moov` of an MP4 says: its tracks of picture and sound, and whether their samples
/// come in fragments.
record Mp4Index(List<Mp4Track> tracks, boolean isFragmented) {
  private static final int HAS_BASE_OFFSET = 0x1;
  private static final int HAS_DESCRIPTION = 0x2;
  private static final int HAS_DURATION = 0x8;
  private static final int RUN_HAS_OFFSET = 0x1;
  private static final int RUN_HAS_FIRST_FLAGS = 0x4;
  private static final int RUN_HAS_DURATIONS = 0x100;
  private static final int RUN_HAS_SIZES = 0x200;
  private static final int RUN_HAS_FLAGS = 0x400;
  private static final int RUN_HAS_OFFSETS = 0x800;

  Mp4Index {
    tracks = List.copyOf(tracks);
  }

  /// Throws [Reach.Unreadable] when there is nothing to be played in it.
  static Mp4Index of(ByteBuffer moov) throws Reach.Unreadable {
    var box = new Mp4Box(Mp4Box.MOOV, moov);
    var extensions = box.at("mvex");
    var tracks = new ArrayList<Mp4Track>();
    for (var track : box.all("trak")) {
      Mp4Track.of(track, extensions).ifPresent(tracks::add);
    }
    if (tracks.isEmpty()) {
      throw new Reach.Unreadable("no track of picture or sound");
    }
    return new Mp4Index(tracks, extensions.isPresent());
  }

  /// How far all tracks play with the first `bytes` bytes of the file, in ms.
  long reachMs(long bytes) {
    return tracks.stream().mapToLong(track -> track.reachMs(bytes)).min().orElse(0);
  }

  /// How far each track goes, in its units, once the fragment `moof` is there, where they have gone
  /// as far as `before` until then.
  Map<Integer, Long> fragment(ByteBuffer moof, Map<Integer, Long> before) {
    var ends = new HashMap<>(before);
    for (var of : new Mp4Box(Mp4Box.MOOF, moof).all("traf")) {
      of.at("tfhd").ifPresent(head -> ends.putAll(end(of, head.read(), ends)));
    }
    return ends;
  }

  private Map<Integer, Long> end(Mp4Box of, ByteBuffer head, Map<Integer, Long> before) {
    int flags = head.getInt();
    int id = head.getInt();
    skip(head, (flags & HAS_BASE_OFFSET) != 0, 8);
    skip(head, (flags & HAS_DESCRIPTION) != 0, 4);
    var track = tracks.stream().filter(one -> one.id() == id).findFirst();
    if (track.isEmpty()) {
      return Map.of();
    }
    long duration =
        (flags & HAS_DURATION) != 0
            ? Integer.toUnsignedLong(head.getInt())
            : track.get().usualDuration();
    long start = of.at("tfdt").map(Mp4Index::start).orElse(before.getOrDefault(id, 0L));
    long length = 0;
    for (var run : of.all("trun")) {
      length += length(run.read(), duration);
    }
    return Map.of(id, start + length);
  }

  private static long start(Mp4Box tfdt) {
    var box = tfdt.read();
    return box.getInt() >>> 24 == 1 ? box.getLong() : Integer.toUnsignedLong(box.getInt());
  }

  private static long length(ByteBuffer run, long duration) {
    int flags = run.getInt();
    int samples = run.getInt();
    skip(run, (flags & RUN_HAS_OFFSET) != 0, 4);
    skip(run, (flags & RUN_HAS_FIRST_FLAGS) != 0, 4);
    if ((flags & RUN_HAS_DURATIONS) == 0) {
      return duration * samples;
    }
    int rest = Integer.bitCount(flags & (RUN_HAS_SIZES | RUN_HAS_FLAGS | RUN_HAS_OFFSETS)) * 4;
    long length = 0;
    for (int i = 0; i < samples; i++) {
      length += Integer.toUnsignedLong(run.getInt());
      skip(run, true, rest);
    }
    return length;
  }

  private static void skip(ByteBuffer from, boolean isThere, int bytes) {
    if (isThere) {
      from.position(from.position() + bytes);
    }
  }
}
