package matinee.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;

/// Bytes that are served from `source`, which has `sizeBytes` of them and does not change; browsers
/// keep them as `caching` says.
record Content(
    Source source, long sizeBytes, String contentType, Validators validators, String caching) {

  /// Where bytes are read from.
  sealed interface Source {}

  /// A file, from which the kernel sends.
  record Disk(Path file) implements Source {}

  /// What is read piece by piece as it is sent, from whatever is elsewhere.
  non-sealed interface Elsewhere extends Source {

    /// `length` bytes from the byte `first` on; blocks. The stream is to be closed.
    InputStream read(long first, long length) throws IOException;
  }

  /// What is still coming, of which the first `thereBytes` are there: who asks for more is sent it
  /// as it comes, who asks from behind these on is told that there is nothing.
  record Coming(Elsewhere bytes, long thereBytes) implements Source {}

  /// What is read at another address, to which readers are sent.
  record Away(URI address) implements Source {}

  /// What browsers keep for an hour.
  static final String KEPT = "private, max-age=3600";

  /// What browsers do not keep.
  static final String NOT_KEPT = "no-store";

  /// What browsers ask for each time, for it may be another by then.
  static final String ASKED_FOR = "no-cache";
}
