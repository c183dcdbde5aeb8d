package matinee.server.stores;

import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/// What a store's refusals mean, and what to do about them.
final class Refusals {
  private static final int FORBIDDEN = 403;
  private static final int MOVED = 301;
  private static final Set<String> KEYS =
      Set.of("InvalidAccessKeyId", "SignatureDoesNotMatch", "InvalidAccessKey");

  private Refusals() {}

  static boolean isOfBucket(S3Exception e) {
    return "NoSuchBucket".equals(code(e));
  }

  /// In words for whoever runs the server, without any key.
  static String explained(S3Address address, SdkException e) {
    if (!(e instanceof S3Exception refusal)) {
      return address
          + " cannot be reached: check the endpoint, and whether this machine may connect to it";
    }
    var code = code(refusal);
    if (isOfBucket(refusal)) {
      return address + ": there is no such bucket. Make it, or correct --store";
    }
    if ("RequestTimeTooSkewed".equals(code)) {
      return address + ": the clock of this machine is wrong. Set it, best by NTP";
    }
    if (KEYS.contains(code)) {
      return address
          + " does not know these keys: correct AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
    }
    if (refusal.statusCode() == MOVED || "AuthorizationHeaderMalformed".equals(code)) {
      return address + ": the bucket is in another region. Correct region= of --store";
    }
    if (refusal.statusCode() == FORBIDDEN) {
      return address
          + " does not allow it: these keys must be let list the bucket, and read, write and"
          + " delete what is in it";
    }
    return "%s answers %d %s".formatted(address, refusal.statusCode(), code);
  }

  private static String code(S3Exception e) {
    var details = e.awsErrorDetails();
    return details == null || details.errorCode() == null ? "" : details.errorCode();
  }
}
