package matinee.server.accounts;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// The secret by which a device stays signed in: 256 bits, as 43 characters of `A-Z a-z 0-9 - _`.
/// Half of them stay the same as long as the device is signed in, its family; the other half is
/// replaced again and again. So whoever shows a token that was replaced long ago is known to have
/// had it. Not shown as text.
record RefreshToken(String value) {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final int HALF = 16;

  /// The first of a new family, from `chance`, a cryptographic source.
  static RefreshToken first(RandomGenerator chance) {
    return new RefreshToken(Opaque.text(Opaque.fresh(chance, 2 * HALF)));
  }

  /// What somebody showed, if it has the form of a token.
  static Optional<RefreshToken> shown(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new RefreshToken(text)) : Optional.empty();
  }

  /// The one that replaces this one: always the same, and only servers that have the key know it.
  RefreshToken successor(SigningKeys keys) {
    var next = Arrays.copyOf(bytes(), 2 * HALF);
    System.arraycopy(keys.prove("refresh", bytes()), 0, next, HALF, HALF);
    return new RefreshToken(Opaque.text(next));
  }

  /// What is kept of it.
  String digest() {
    return Opaque.digest(bytes());
  }

  /// What is kept of its family.
  String family() {
    return Opaque.digest(Arrays.copyOf(bytes(), HALF));
  }

  private byte[] bytes() {
    return Base64.getUrlDecoder().decode(value);
  }

  @Override
  public String toString() {
    return "RefreshToken";
  }
}
