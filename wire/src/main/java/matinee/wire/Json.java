package matinee.wire;

import java.util.List;

/// A JSON text that has been read: a tree of values.
sealed interface Json {

  enum Literal implements Json {
    TRUE,
    FALSE,
    NULL
  }

  /// A number to the nearest thousandth; `whole` if the text stands for a whole number exactly.
  record Num(long thousandths, boolean whole) implements Json {

    /// The double nearest to it. Thousandths that stand for a whole number may be too many for a
    /// double, though that number is not.
    double value() {
      return thousandths % 1000 == 0 ? (double) (thousandths / 1000) : thousandths / 1000.0;
    }
  }

  record Text(String value) implements Json {}

  record Items(List<Json> list) implements Json {}

  /// The first `size` entries of two parallel arrays, in the order of the text; no name stands
  /// twice.
  @SuppressWarnings("ArrayRecordComponent") // Read once and dropped; compared by nobody.
  record Members(String[] names, Json[] values, int size) implements Json {

    int indexOf(String name) {
      for (int i = 0; i < size; i++) {
        if (names[i].equals(name)) {
          return i;
        }
      }
      return -1;
    }
  }
}
