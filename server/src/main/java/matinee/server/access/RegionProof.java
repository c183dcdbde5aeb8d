package matinee.server.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import matinee.server.regions.Regions;

/// How a server shows to one of another region that it knows the secret of the regions: a request
/// says from which region it comes and when it was made, and proves that, together with where it
/// goes and what its body is. Good for a minute; what comes twice within it must do no harm. Safe
/// for use by any thread.
public final class RegionProof {
  /// How far the clocks of two regions may differ, with the way between them.
  public static final Duration LIFETIME = Duration.ofMinutes(1);

  private static final String PURPOSE = "between regions";

  private final Secret secret;
  private final String here;

  public RegionProof(Regions regions) {
    secret = Secret.of(regions.secret());
    here = regions.here();
  }

  /// A request from the region `from` to do `method` at `path`, made at `at`, whose body has the
  /// digest `body`.
  public record Request(String from, String method, String path, Instant at, String body) {}

  /// The proof of `request` for a server in the region `to`.
  public String prove(Request request, String to) {
    return secret.prove(PURPOSE, fields(request, to));
  }

  /// Was `proof` made for a server of this region, not long before or after `now`?
  public boolean isProved(Request request, String proof, Instant now) {
    var age = Duration.between(request.at(), now).abs();
    return age.compareTo(LIFETIME) <= 0 && secret.isProved(proof, PURPOSE, fields(request, here));
  }

  private static String[] fields(Request request, String to) {
    var at = Long.toString(request.at().toEpochMilli());
    return new String[] {request.from(), to, request.method(), request.path(), at, request.body()};
  }

  /// The digest of a body (SHA-256, hexadecimal).
  public static String digest(String body) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(body.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
