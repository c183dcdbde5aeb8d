package matinee.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Reads one JSON text (RFC 8259) as strictly as WI2 asks: nothing twice, nothing after the end, no
/// half surrogate pairs, no number beyond 2^53, no nesting deeper than [#MAX_DEPTH].
final class JsonReader {
  static final int MAX_DEPTH = 32;

  /// More names than any object of the protocol has; keeps the search for duplicates cheap.
  static final int MAX_NAMES = 32;

  private final String text;
  private final String[] path = new String[MAX_DEPTH];
  private int at;
  private int depth;

  private JsonReader(String text) {
    this.text = text;
  }

  /// The value that `text` holds. Throws [MalformedText], naming the field in which reading had to
  /// stop.
  static Json read(String text) {
    var reader = new JsonReader(text);
    reader.skipSpace();
    var json = reader.value();
    reader.skipSpace();
    if (reader.at < text.length()) {
      throw MalformedText.in("", "must not have text after its end");
    }
    return json;
  }

  private Json value() {
    return switch (peek()) {
      case '{' -> members();
      case '[' -> items();
      case '"' -> new Json.Text(string());
      case 't' -> literal("true", Json.Literal.TRUE);
      case 'f' -> literal("false", Json.Literal.FALSE);
      case 'n' -> literal("null", Json.Literal.NULL);
      default -> number();
    };
  }

  private Json.Members members() {
    enter();
    var names = new String[8];
    var values = new Json[8];
    int size = 0;
    for (boolean more = !closes('}'); more; more = !ends('}')) {
      if (size == MAX_NAMES) {
        throw fault("must not have more than " + MAX_NAMES + " fields");
      }
      if (size == names.length) {
        names = Arrays.copyOf(names, MAX_NAMES);
        values = Arrays.copyOf(values, MAX_NAMES);
      }
      var name = name();
      path[depth - 1] = name;
      if (contains(names, size, name)) {
        throw fault("stands twice");
      }
      names[size] = name;
      values[size] = value();
      path[depth - 1] = "";
      size++;
    }
    depth--;
    return new Json.Members(names, values, size);
  }

  private String name() {
    if (peek() != '"') {
      throw fault("must have names in double quotes");
    }
    var name = string();
    skipSpace();
    if (peek() != ':') {
      throw fault("must have a colon after each name");
    }
    at++;
    skipSpace();
    return name;
  }

  private static boolean contains(String[] names, int size, String name) {
    for (int i = 0; i < size; i++) {
      if (names[i].equals(name)) {
        return true;
      }
    }
    return false;
  }

  private Json.Items items() {
    enter();
    List<Json> list = new ArrayList<>();
    for (boolean more = !closes(']'); more; more = !ends(']')) {
      path[depth - 1] = "[" + list.size() + "]";
      list.add(value());
      path[depth - 1] = "";
    }
    depth--;
    return new Json.Items(list);
  }

  private void enter() {
    if (depth == MAX_DEPTH) {
      throw fault("must not be nested deeper than " + MAX_DEPTH);
    }
    path[depth++] = "";
    at++;
    skipSpace();
  }

  /// Steps over `bracket` if the object or list is over before its first entry.
  private boolean closes(char bracket) {
    boolean closes = peek() == bracket;
    if (closes) {
      at++;
    }
    return closes;
  }

  /// After an entry: steps over `bracket`, or over the comma before the next entry.
  private boolean ends(char bracket) {
    skipSpace();
    char c = peek();
    if (c != bracket && c != ',') {
      throw fault("must have a comma or " + bracket + " after each entry");
    }
    at++;
    skipSpace();
    return c == bracket;
  }

  private Json literal(String word, Json.Literal literal) {
    if (!text.startsWith(word, at)) {
      throw fault("is no JSON value");
    }
    at += word.length();
    return literal;
  }

  private Json.Num number() {
    int start = at;
    at = NumberText.end(text, start);
    if (at == start) {
      throw fault("is no JSON value");
    }
    try {
      return NumberText.read(text, start, at);
    } catch (ArithmeticException beyond) {
      throw fault("must lie between -(2^53 - 1) and 2^53 - 1");
    }
  }

  /// Most strings have neither escapes nor surrogates: those are cut out of the text as they are.
  private String string() {
    int start = ++at;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '"') {
        return text.substring(start, at++);
      }
      if (c == '\\' || c < ' ' || Character.isSurrogate(c)) {
        return unusual(new StringBuilder().append(text, start, at));
      }
      at++;
    }
    throw fault("ends within a string");
  }

  private String unusual(StringBuilder string) {
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == '"') {
        return paired(string.toString());
      }
      if (c < ' ') {
        throw fault("holds a control character that is not escaped");
      }
      string.append(c == '\\' ? escaped() : c);
    }
    throw fault("ends within a string");
  }

  private char escaped() {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> unit();
      default -> throw fault("holds an escape that JSON does not know");
    };
  }

  private char unit() {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = "0123456789abcdef".indexOf(peek() | 0x20);
      if (digit < 0) {
        throw fault("holds an escape without four hexadecimal digits");
      }
      unit = unit << 4 | digit;
      at++;
    }
    return (char) unit;
  }

  private String paired(String string) {
    for (int i = 0; i < string.length(); i++) {
      if (!Character.isSurrogate(string.charAt(i))) {
        continue;
      }
      boolean pair =
          i + 1 < string.length()
              && Character.isSurrogatePair(string.charAt(i), string.charAt(i + 1));
      if (!pair) {
        throw fault("holds half a surrogate pair");
      }
      i++;
    }
    return string;
  }

  private void skipSpace() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r') {
        return;
      }
      at++;
    }
  }

  private char peek() {
    if (at >= text.length()) {
      throw fault("ends too early");
    }
    return text.charAt(at);
  }

  /// `what` is wrong with the value that is being read.
  private MalformedText fault(String what) {
    var field = "";
    for (int i = 0; i < depth; i++) {
      field = Fields.path(field, path[i]);
    }
    return MalformedText.in(field, what);
  }
}
