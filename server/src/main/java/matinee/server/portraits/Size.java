package matinee.server.portraits;

import java.util.Arrays;
import java.util.Optional;

/// How large a portrait is shown; it is square.
public enum Size {
  LARGE(256),
  SMALL(64);

  private final int px;

  Size(int px) {
    this.px = px;
  }

  /// The pixels of a side.
  public int px() {
    return px;
  }

  /// The one with so many pixels a side, as it stands in an address.
  public static Optional<Size> of(String px) {
    return Arrays.stream(values()).filter(it -> Integer.toString(it.px).equals(px)).findAny();
  }
}
