package matinee.server.http;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// A file of the page, held in memory: `forms` has its bytes by content coding, `identity` among
/// them.
///
/// `etag` belongs to the identity form; other forms have their coding in theirs.
record Asset(String contentType, String hash, boolean immutable, Map<String, Buffer> forms) {
  static final String IDENTITY = "identity";

  Asset {
    forms = Map.copyOf(forms);
    if (!forms.containsKey(IDENTITY)) {
      throw new IllegalArgumentException("an asset needs its plain form");
    }
  }

  /// What a file of text says.
  String text() {
    return form(IDENTITY).toString(StandardCharsets.UTF_8);
  }

  /// The bytes in a coding that [#forms] has.
  Buffer form(String coding) {
    var form = forms.get(coding);
    if (form == null) {
      throw new IllegalArgumentException("no form is coded as " + coding);
    }
    return form;
  }

  /// The entity tag of the form that is coded so.
  String etag(String coding) {
    return "\"" + hash + (coding.equals(IDENTITY) ? "" : "-" + coding) + "\"";
  }
}
