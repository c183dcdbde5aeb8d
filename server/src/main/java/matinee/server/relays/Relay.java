package matinee.server.relays;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import matinee.room.MemberId;

/// A relay (TURN, RFC 8656), which passes on what browsers send one another, and knows its users by
/// a `secret` that it shares with this server.
///
/// Its users' names say until when they are good, and for whom: `EXPIRY:MEMBER`, in seconds since
/// the Unix epoch. Their passwords are what HMAC-SHA1 makes of the name by the secret, in base64.
/// So a relay knows them without having been told (`use-auth-secret` of coturn).
public record Relay(List<IceAddress> addresses, String secret) {
  /// So long a credential lets somebody in: enough to find a way, or another when that breaks. What
  /// goes on by then is the relay's to end.
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  private static final String ALGORITHM = "HmacSHA1";
  private static final int SHORTEST_SECRET = 32;

  /// Throws `IllegalArgumentException`, which says what to do, where the secret can be guessed.
  public Relay {
    addresses = List.copyOf(addresses);
    if (secret.length() < SHORTEST_SECRET) {
      throw new IllegalArgumentException(
          "the secret of the relay has "
              + secret.length()
              + " characters: give it and this server the same one of 32 or more, say what"
              + " `openssl rand -hex 32` prints");
    }
  }

  /// By what `member` is let in from `now` on.
  public Credential credential(MemberId member, Instant now) {
    var until = Instant.ofEpochSecond(now.plus(LIFETIME).getEpochSecond());
    var username = until.getEpochSecond() + ":" + member.value();
    return new Credential(username, password(username), until);
  }

  private String password(String username) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      var made = mac.doFinal(username.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(made);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// Without the secret.
  @Override
  public String toString() {
    return "Relay[addresses=" + addresses + "]";
  }
}
