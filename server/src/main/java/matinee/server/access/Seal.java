package matinee.server.access;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/// Closes bytes into a token that only servers with the same [Secret] can make or read: AES-256 in
/// Galois/Counter Mode (NIST SP 800-38D), under a key of its own for each purpose. Safe for use by
/// any thread.
///
/// With nonces by chance, one key is good for four thousand million tokens.
final class Seal {
  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;
  private static final int TAG_BYTES = TAG_BITS / Byte.SIZE;

  private final SecretKey key;
  private final RandomGenerator chance;

  /// What a token holds, and `id`, which no other token has.
  record Opened(String id, byte[] content) {}

  /// `chance` must be a cryptographic source and safe for use by many threads.
  Seal(Secret secret, String purpose, RandomGenerator chance) {
    this.key = secret.key(purpose);
    this.chance = chance;
  }

  /// A new token that holds `content`: characters of `A-Z a-z 0-9 - _`, four for each three of 28
  /// bytes more than there are in `content`.
  String close(byte[] content) {
    var nonce = new byte[NONCE_BYTES];
    chance.nextBytes(nonce);
    try {
      var sealed = cipher(Cipher.ENCRYPT_MODE, nonce).doFinal(content);
      var token = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
      System.arraycopy(sealed, 0, token, NONCE_BYTES, sealed.length);
      return text(token);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  /// What `token` holds, if it was made with the same secret for the same purpose.
  Optional<Opened> open(String token) {
    try {
      var bytes = Base64.getUrlDecoder().decode(token);
      if (bytes.length < NONCE_BYTES + TAG_BYTES) {
        return Optional.empty();
      }
      var nonce = Arrays.copyOf(bytes, NONCE_BYTES);
      var content =
          cipher(Cipher.DECRYPT_MODE, nonce)
              .doFinal(bytes, NONCE_BYTES, bytes.length - NONCE_BYTES);
      return Optional.of(new Opened(text(nonce), content));
    } catch (IllegalArgumentException | AEADBadTagException _) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + CIPHER, e);
    }
  }

  private Cipher cipher(int mode, byte[] nonce) throws GeneralSecurityException {
    var cipher = Cipher.getInstance(CIPHER);
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    return cipher;
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
