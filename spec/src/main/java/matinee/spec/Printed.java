package matinee.spec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A value of TLA+ as TLC prints it.
sealed interface Printed {

  record Text(String value) implements Printed {}

  record Whole(int value) implements Printed {}

  /// A model value, `TRUE` or `FALSE`.
  record Name(String value) implements Printed {}

  /// A record, or a function whose arguments are `by` their names.
  record Fields(Map<String, Printed> by) implements Printed {}

  /// A sequence or a set.
  record Items(List<Printed> list) implements Printed {}

  /// The field `name`.
  default Printed get(String name) {
    if (this instanceof Fields(var by) && by.containsKey(name)) {
      return by.get(name);
    }
    throw new IllegalArgumentException("there is no " + name + " in " + this);
  }

  default List<Printed> items() {
    return switch (this) {
      case Items(var list) -> list;
      case Text _, Whole _, Name _, Fields _ ->
          throw new IllegalArgumentException("is no sequence: " + this);
    };
  }

  /// What is not made of others, as text.
  default String text() {
    return switch (this) {
      case Text(var value) -> value;
      case Whole(int value) -> Integer.toString(value);
      case Name(var value) -> value;
      case Items _, Fields _ -> throw new IllegalArgumentException("is no text: " + this);
    };
  }

  default int number() {
    return Integer.parseInt(text());
  }

  /// The value that `text` is. Throws `IllegalArgumentException` for anything else.
  static Printed read(String text) {
    return new Reader(text).value();
  }

  /// Reads a value from the front to the back.
  final class Reader {
    private final String text;
    private int at;

    private Reader(String text) {
      this.text = text;
    }

    private Printed value() {
      skipSpace();
      char c = text.charAt(at);
      if (takes("<<")) {
        return items(">>");
      }
      return switch (c) {
        case '[' -> fields("[", "|->", ",", "]");
        case '(' -> fields("(", ":>", "@@", ")");
        case '{' -> {
          at++;
          yield items("}");
        }
        case '"' -> text();
        default -> word();
      };
    }

    private Printed items(String end) {
      var list = new ArrayList<Printed>();
      while (!takes(end)) {
        list.add(value());
        takes(",");
      }
      return new Items(list);
    }

    private Printed fields(String begin, String arrow, String comma, String end) {
      takes(begin);
      var by = new LinkedHashMap<String, Printed>();
      while (!takes(end)) {
        var name = value().text();
        if (!takes(arrow)) {
          throw new IllegalArgumentException("cannot be read: " + text.substring(at));
        }
        by.put(name, value());
        takes(comma);
      }
      return new Fields(by);
    }

    private Printed text() {
      int end = text.indexOf('"', at + 1);
      var value = text.substring(at + 1, end);
      at = end + 1;
      return new Text(value);
    }

    private Printed word() {
      int from = at;
      while (at < text.length() && isOfWord(text.charAt(at))) {
        at++;
      }
      var word = text.substring(from, at);
      if (word.isEmpty()) {
        throw new IllegalArgumentException("cannot be read: " + text.substring(from));
      }
      return word.matches("-?[0-9]+") ? new Whole(Integer.parseInt(word)) : new Name(word);
    }

    private static boolean isOfWord(char c) {
      return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }

    private boolean takes(String what) {
      skipSpace();
      boolean isThere = text.startsWith(what, at);
      at += isThere ? what.length() : 0;
      return isThere;
    }

    private void skipSpace() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
    }
  }
}
