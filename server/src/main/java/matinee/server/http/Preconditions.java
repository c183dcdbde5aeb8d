package matinee.server.http;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.time.Instant;
import java.util.Optional;

/// The conditions that a GET or HEAD carries, judged in the order of RFC 9110, section 13.2.2.
final class Preconditions {

  enum Verdict {
    /// The content is sent (200, 206, 416).
    PROCEED,
    /// The asker has it already (304).
    NOT_MODIFIED,
    /// The asker wanted another version (412).
    FAILED
  }

  private Preconditions() {}

  static Verdict judge(MultiMap headers, Validators current) {
    if (headers.contains(HttpHeaders.IF_MATCH)) {
      var tags = EntityTags.parse(headers.getAll(HttpHeaders.IF_MATCH));
      if (!tags.matchStrongly(current.etag())) {
        return Verdict.FAILED;
      }
    } else if (changedSince(headers, current, HttpHeaderNames.IF_UNMODIFIED_SINCE).orElse(false)) {
      return Verdict.FAILED;
    }
    if (headers.contains(HttpHeaders.IF_NONE_MATCH)) {
      var tags = EntityTags.parse(headers.getAll(HttpHeaders.IF_NONE_MATCH));
      return tags.matchWeakly(current.etag()) ? Verdict.NOT_MODIFIED : Verdict.PROCEED;
    }
    return changedSince(headers, current, HttpHeaders.IF_MODIFIED_SINCE).orElse(true)
        ? Verdict.PROCEED
        : Verdict.NOT_MODIFIED;
  }

  /// May a `Range` be obeyed? Without `If-Range` always; with it only for the very version that it
  /// names.
  static boolean rangeApplies(MultiMap headers, Validators current) {
    var fields = headers.getAll(HttpHeaderNames.IF_RANGE);
    if (fields.isEmpty()) {
      return true;
    }
    if (fields.size() > 1) {
      return false;
    }
    var wanted = fields.getFirst();
    return wanted.equals(current.etag())
        || HttpDate.parse(wanted).filter(current.lastModified()::equals).isPresent();
  }

  /// Empty when the field is missing or no date, which means that it is ignored.
  private static Optional<Boolean> changedSince(
      MultiMap headers, Validators current, CharSequence field) {
    var values = headers.getAll(field);
    if (values.size() != 1) {
      return Optional.empty();
    }
    Optional<Instant> since = HttpDate.parse(values.getFirst());
    return since.map(current.lastModified()::isAfter);
  }
}
