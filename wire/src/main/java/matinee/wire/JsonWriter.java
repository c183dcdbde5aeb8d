package matinee.wire;

import java.time.Instant;

/// Writes one JSON text in its canonical form: no spaces, fields in the order of the calls, nothing
/// escaped that need not be.
final class JsonWriter {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder out = new StringBuilder(160);

  /// Begins the message, or the alternative within one, that is called `type`.
  JsonWriter open(String type) {
    return open().field("type", type);
  }

  JsonWriter open() {
    separate();
    out.append('{');
    return this;
  }

  JsonWriter close() {
    out.append('}');
    return this;
  }

  JsonWriter openList(String name) {
    name(name);
    out.append('[');
    return this;
  }

  JsonWriter closeList() {
    out.append(']');
    return this;
  }

  /// One text of a list.
  JsonWriter item(String value) {
    separate();
    string(value);
    return this;
  }

  JsonWriter field(String name, String value) {
    name(name);
    string(value);
    return this;
  }

  JsonWriter field(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  JsonWriter field(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  /// `value` is finite.
  JsonWriter field(String name, double value) {
    name(name);
    NumberText.append(out, value);
    return this;
  }

  /// In whole milliseconds since 1970.
  JsonWriter field(String name, Instant value) {
    return field(name, value.toEpochMilli());
  }

  /// Begins a field whose value the next `open` begins.
  JsonWriter name(String name) {
    separate();
    out.append('"').append(name).append("\":");
    return this;
  }

  String text() {
    return out.toString();
  }

  private void separate() {
    if (out.isEmpty()) {
      return;
    }
    switch (out.charAt(out.length() - 1)) {
      case '{', '[', ':' -> {}
      default -> out.append(',');
    }
  }

  private void string(String value) {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c == '\n') {
        out.append("\\n");
      } else if (c < ' ') {
        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }
}
