package matinee.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The value of a well-formed `Range` field in bytes (RFC 9110, section 14.1.1): 1 to
/// [Selection#MAX_SPECS] specifications, not yet held against any content. Numbers beyond 2^63 are
/// taken as that.
record RangeSet(List<Spec> specs) {

  sealed interface Spec {

    /// From `first` to `last`, or to the end where `last` is `Long.MAX_VALUE`.
    record FromTo(long first, long last) implements Spec {}

    /// The last `length` bytes.
    record Suffix(long length) implements Spec {}
  }

  private static final String UNIT = "bytes=";

  RangeSet {
    specs = List.copyOf(specs);
  }

  static Optional<RangeSet> parse(String field) {
    if (!field.toLowerCase(Locale.ROOT).startsWith(UNIT)) {
      return Optional.empty();
    }
    var set = field.substring(UNIT.length());
    if (set.isEmpty() || isSpace(set.charAt(0))) {
      return Optional.empty();
    }
    List<Spec> specs = new ArrayList<>();
    for (var element : set.split(",", -1)) {
      var text = trimmed(element);
      if (text.isEmpty()) {
        continue;
      }
      var spec = spec(text);
      if (spec.isEmpty() || specs.size() == Selection.MAX_SPECS) {
        return Optional.empty();
      }
      specs.add(spec.get());
    }
    return specs.isEmpty() ? Optional.empty() : Optional.of(new RangeSet(specs));
  }

  /// The spans that these specifications name in a content of `size` bytes, in their order.
  List<Span> within(long size) {
    List<Span> spans = new ArrayList<>();
    for (var spec : specs) {
      switch (spec) {
        case Spec.FromTo(long first, long last) -> {
          if (first < size) {
            spans.add(new Span(first, Math.min(last, size - 1)));
          }
        }
        case Spec.Suffix(long length) -> {
          if (length > 0 && size > 0) {
            spans.add(new Span(Math.max(0, size - length), size - 1));
          }
        }
      }
    }
    return spans;
  }

  /// Can any of these be satisfied? A suffix that is not empty always can.
  boolean isSatisfiable(long size) {
    return specs.stream()
        .anyMatch(
            spec ->
                switch (spec) {
                  case Spec.FromTo(long first, long _) -> first < size;
                  case Spec.Suffix(long length) -> length > 0;
                });
  }

  private static Optional<Spec> spec(String text) {
    int dash = text.indexOf('-');
    if (dash < 0) {
      return Optional.empty();
    }
    var first = text.substring(0, dash);
    var last = text.substring(dash + 1);
    if (!isDigits(first) || !isDigits(last) || (first.isEmpty() && last.isEmpty())) {
      return Optional.empty();
    }
    if (first.isEmpty()) {
      return Optional.of(new Spec.Suffix(number(last)));
    }
    long from = number(first);
    long to = last.isEmpty() ? Long.MAX_VALUE : number(last);
    return to < from ? Optional.empty() : Optional.of(new Spec.FromTo(from, to));
  }

  private static boolean isDigits(String text) {
    return text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static long number(String digits) {
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      int digit = digits.charAt(i) - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return Long.MAX_VALUE;
      }
      value = value * 10 + digit;
    }
    return value;
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (to > from && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }
}
