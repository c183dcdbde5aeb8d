package matinee.server.http;

import java.nio.file.Path;

/// Bytes that are served from `file`, which has `sizeBytes` of them and does not change.
record Content(Path file, long sizeBytes, String contentType, Validators validators) {}
