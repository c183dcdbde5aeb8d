package matinee.server.tracker;

import java.nio.charset.StandardCharsets;

/// 20 bytes as they travel in JSON, each as the character of its number, U+0000 to U+00FF (TR2): an
/// info hash, or the id of a peer.
record Binary(String text) {
  private static final int BYTES = 20;
  private static final int MAX_BYTE = 0xff;

  /// Throws `IllegalArgumentException` for anything else.
  Binary {
    if (text.length() != BYTES || !text.chars().allMatch(it -> it <= MAX_BYTE)) {
      throw new IllegalArgumentException("must be 20 bytes, each as the character of its number");
    }
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
