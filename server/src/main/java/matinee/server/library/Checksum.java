package matinee.server.library;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/// What a piece must come to, as whoever sends it says: `digest` in Base64.
public record Checksum(Algorithm algorithm, String digest) {

  /// How it was reckoned.
  public enum Algorithm {
    SHA1("SHA-1"),
    SHA256("SHA-256");

    private final String standardName;

    Algorithm(String standardName) {
      this.standardName = standardName;
    }

    /// One that has seen nothing yet.
    MessageDigest begin() {
      try {
        return MessageDigest.getInstance(standardName);
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("every Java has " + standardName, e);
      }
    }
  }

  /// Is it that of what `seen` has seen? It has seen nothing afterwards.
  boolean isOf(MessageDigest seen) {
    return digest.equals(Base64.getEncoder().encodeToString(seen.digest()));
  }
}
