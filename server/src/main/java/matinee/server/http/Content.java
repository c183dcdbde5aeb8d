package matinee.server.http;

import java.nio.file.Path;

/// Bytes that are served from `file`, which has `sizeBytes` of them and does not change; browsers
/// keep them as `caching` says.
record Content(
    Path file, long sizeBytes, String contentType, Validators validators, String caching) {

  /// What browsers keep for an hour.
  static final String KEPT = "private, max-age=3600";

  /// What browsers ask for each time, for it may be another by then.
  static final String ASKED_FOR = "no-cache";
}
