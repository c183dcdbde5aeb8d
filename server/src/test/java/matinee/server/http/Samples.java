package matinee.server.http;

import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Bytes that look like films at their beginning.
final class Samples {
  private static final byte[] WEBM_HEAD = {
    0x1a,
    0x45,
    (byte) 0xdf,
    (byte) 0xa3,
    (byte) 0x9f,
    0x42,
    (byte) 0x82,
    (byte) 0x84,
    'w',
    'e',
    'b',
    'm'
  };

  private Samples() {}

  /// `size` bytes (12 at least) that a browser would take for WebM; the rest is chance from `seed`.
  static byte[] webm(int size, long seed) {
    var film = new byte[size];
    new Random(seed).nextBytes(film);
    System.arraycopy(WEBM_HEAD, 0, film, 0, WEBM_HEAD.length);
    return film;
  }

  static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
