package matinee.server.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An answer that is at hand as text. `cookies` are whole values of `Set-Cookie`.
record Reply(
    int status,
    String contentType,
    Map<String, String> headers,
    List<String> cookies,
    String body) {
  private static final Map<String, String> NOT_STORED = Map.of("Cache-Control", "no-store");

  Reply {
    headers = Map.copyOf(headers);
    cookies = List.copyOf(cookies);
  }

  Reply(int status, String contentType, Map<String, String> headers, String body) {
    this(status, contentType, headers, List.of(), body);
  }

  static Reply json(int status, JsonNode json) {
    return text(status, "application/json", json.toString());
  }

  static Reply text(int status, String contentType, String text) {
    return new Reply(status, contentType, NOT_STORED, text);
  }

  /// It is done, and there is nothing to tell (204).
  static Reply done() {
    return text(204, "", "");
  }

  /// The same with these cookies.
  Reply with(List<String> newCookies) {
    return new Reply(status, contentType, headers, newCookies, body);
  }

  /// The same with these headers besides.
  Reply with(Map<String, String> more) {
    var all = new HashMap<>(headers);
    all.putAll(more);
    return new Reply(status, contentType, all, cookies, body);
  }

  /// Has it a body, maybe an empty one? (RFC 9110, section 15.3.5)
  boolean hasContent() {
    return status != 204;
  }
}
