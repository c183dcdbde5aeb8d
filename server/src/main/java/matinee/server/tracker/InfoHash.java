package matinee.server.tracker;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.random.RandomGenerator;

/// Names what peers meet about: 20 bytes, here as 40 hexadecimal digits in lower case.
public record InfoHash(String hex) {
  private static final int BYTES = 20;

  /// Throws `IllegalArgumentException`, with what to do, for anything else.
  public InfoHash {
    if (!hex.matches("[0-9a-f]{40}")) {
      throw new IllegalArgumentException("infoHash must have 40 of the digits 0-9 a-f.");
    }
  }

  /// One that nobody can guess, provided that `chance` is a cryptographic source.
  static InfoHash random(RandomGenerator chance) {
    var bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return new InfoHash(HexFormat.of().formatHex(bytes));
  }

  /// That of 20 bytes, each as the character of its number (TR2).
  static InfoHash ofBinary(Binary binary) {
    return new InfoHash(HexFormat.of().formatHex(binary.bytes()));
  }

  /// Its 20 bytes, each as the character of its number.
  String binary() {
    return new String(HexFormat.of().parseHex(hex), StandardCharsets.ISO_8859_1);
  }
}
