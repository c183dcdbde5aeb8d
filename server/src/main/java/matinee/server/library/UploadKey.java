package matinee.server.library;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// The right to go on with an upload: 128 bits of chance, as 22 characters of `A-Z a-z 0-9 - _`.
///
/// The film is called by a digest of it, so that whoever watches a film while it comes knows its id
/// and not this.
public record UploadKey(String value) {
  private static final int BYTES = 16;

  /// Could `value` be one? What comes in from outside is asked this first.
  public static boolean isWellFormed(String value) {
    return FilmId.isWellFormed(value);
  }

  static UploadKey random(RandomGenerator chance) {
    var bytes = new byte[BYTES];
    chance.nextBytes(bytes);
    return new UploadKey(text(bytes));
  }

  /// The film that will be there.
  public FilmId film() {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var sum = digest.digest(("upload " + value).getBytes(StandardCharsets.US_ASCII));
      return new FilmId(text(Arrays.copyOf(sum, BYTES)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
