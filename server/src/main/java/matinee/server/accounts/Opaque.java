package matinee.server.accounts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// Values in which nobody can read anything: made by chance, or digests. As text they are base64url
/// without padding (RFC 4648, section 5).
public final class Opaque {

  private Opaque() {}

  /// So many bytes from `chance`, a cryptographic source.
  public static byte[] fresh(RandomGenerator chance, int bytes) {
    var fresh = new byte[bytes];
    chance.nextBytes(fresh);
    return fresh;
  }

  public static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// The SHA-256 of `bytes`, as text.
  public static String digest(byte[] bytes) {
    return text(sha256(bytes));
  }

  /// Where changes of what belongs to `owner` stand among all changes of a transaction, always the
  /// same: before those of rooms. See [matinee.server.sql.Database#write].
  public static long place(String owner) {
    long any = ByteBuffer.wrap(sha256(owner.getBytes(StandardCharsets.UTF_8))).getLong();
    return Long.MIN_VALUE + (any >>> 2);
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
