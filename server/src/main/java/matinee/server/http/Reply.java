package matinee.server.http;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// An answer that is at hand as text.
record Reply(int status, String contentType, Map<String, String> headers, String body) {

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, JsonNode json) {
    return new Reply(
        status, "application/json", Map.of("Cache-Control", "no-store"), json.toString());
  }

  static Reply text(int status, String contentType, String text) {
    return new Reply(status, contentType, Map.of("Cache-Control", "no-store"), text);
  }
}
