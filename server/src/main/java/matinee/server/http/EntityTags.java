package matinee.server.http;

import java.util.ArrayList;
import java.util.List;

/// The entity tags of an `If-Match` or `If-None-Match` field (RFC 9110, section 8.8.3), or `*`.
/// What comes after a malformed tag is not read, and so matches nothing.
record EntityTags(boolean any, List<String> tags) {
  private static final String WEAK = "W/";

  EntityTags {
    tags = List.copyOf(tags);
  }

  /// The tags of `fields`, the values of all fields of that name.
  static EntityTags parse(List<String> fields) {
    var text = String.join(",", fields);
    if (text.strip().equals("*")) {
      return new EntityTags(true, List.of());
    }
    List<String> tags = new ArrayList<>();
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == ',' || c == ' ' || c == '\t') {
        at++;
        continue;
      }
      int quote = text.startsWith(WEAK, at) ? at + WEAK.length() : at;
      int end =
          quote < text.length() && text.charAt(quote) == '"' ? text.indexOf('"', quote + 1) : -1;
      if (end < 0) {
        break;
      }
      tags.add(text.substring(at, end + 1));
      at = end + 1;
    }
    return new EntityTags(false, tags);
  }

  /// Is the strong tag `etag` among these, none of them weak counting?
  boolean matchStrongly(String etag) {
    return any || tags.contains(etag);
  }

  /// Is `etag` among these, weak ones counting too?
  boolean matchWeakly(String etag) {
    return any || tags.contains(etag) || tags.contains(WEAK + etag);
  }
}
