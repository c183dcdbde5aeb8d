package matinee.browser;

import org.teavm.jso.JSBody;

/// Errors as a page knows them.
final class Thrown {
  private Thrown() {}

  /// Throws an `Error` that also has `field`; never returns.
  @JSBody(
      params = {"field", "message"},
      script = "throw Object.assign(new Error(message), { field: field });")
  static native RuntimeException malformed(String field, String message);
}
