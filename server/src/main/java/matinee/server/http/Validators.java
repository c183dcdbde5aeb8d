package matinee.server.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// What tells one version of a content from another: `etag`, a strong entity tag with its quotes,
/// and the second in which it last changed. What is served here never changes twice within that
/// second, so that both are strong.
record Validators(String etag, Instant lastModified) {

  Validators {
    if (etag.length() < 2 || !etag.startsWith("\"") || !etag.endsWith("\"")) {
      throw new IllegalArgumentException("not a strong entity tag: " + etag);
    }
    lastModified = lastModified.truncatedTo(ChronoUnit.SECONDS);
  }
}
