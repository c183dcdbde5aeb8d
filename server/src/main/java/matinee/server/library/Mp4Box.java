package matinee.server.library;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box of an MP4 that is in memory: its type, and what is in it.
record Mp4Box(int type, ByteBuffer content) {
  static final int MOOV = type("moov");
  static final int MOOF = type("moof");
  static final int MDAT = type("mdat");
  private static final int MOST_BOXES = 4_096;

  static int type(String name) {
    return name.charAt(0) << 24 | name.charAt(1) << 16 | name.charAt(2) << 8 | name.charAt(3);
  }

  /// Those that stand one after the other in `content`. Throws `BufferUnderflowException` or
  /// `IllegalArgumentException` when these are none.
  static List<Mp4Box> in(ByteBuffer content) {
    var rest = content.duplicate();
    var boxes = new ArrayList<Mp4Box>();
    while (rest.remaining() >= 8 && boxes.size() < MOST_BOXES) {
      long size = Integer.toUnsignedLong(rest.getInt());
      int type = rest.getInt();
      long inside = size == 1 ? rest.getLong() - 16 : size == 0 ? rest.remaining() : size - 8;
      if (inside < 0 || inside > rest.remaining()) {
        throw new IllegalArgumentException("a box that ends behind its parent");
      }
      boxes.add(new Mp4Box(type, rest.slice(rest.position(), (int) inside)));
      rest.position(rest.position() + (int) inside);
    }
    return boxes;
  }

  /// All in this one that are called `name`.
  List<Mp4Box> all(String name) {
    int wanted = type(name);
    return in(content).stream().filter(box -> box.type == wanted).toList();
  }

  /// The one below this that is reached by these names.
  Optional<Mp4Box> at(String... names) {
    var found = Optional.of(this);
    for (var name : names) {
      found = found.flatMap(box -> box.all(name).stream().findFirst());
    }
    return found;
  }

  /// What is in it, to be read from its beginning on.
  ByteBuffer read() {
    return content.duplicate();
  }
}
