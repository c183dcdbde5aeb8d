package matinee.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A response as it came over the wire; names of headers in lower case.
record Answer(int status, Map<String, List<String>> headers, byte[] body) {

  Optional<String> header(String name) {
    var values = headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
    return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
  }

  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  JsonNode json() {
    return JsonMapper.shared().readTree(body);
  }

  /// The last part of the type of a problem.
  String problem() {
    return json().path("type").asString().replace("urn:matinee:problem:", "");
  }
}
