package matinee.browser;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSObject;

/// Numbers that may be absent: `undefined` on the page's side, NaN on this one.
final class Numbers {

  private Numbers() {}

  @JSBody(params = "value", script = "return isNaN(value) ? undefined : value;")
  static native JSObject orUndefined(double value);

  @JSBody(params = "value", script = "return typeof value === 'number' ? value : NaN;")
  static native double orNaN(JSObject value);

  /// As a plain list, which JSON knows.
  @JSBody(params = "numbers", script = "return Array.from(numbers);")
  static native JSObject list(double[] numbers);

  /// The numbers of a list; none of something else.
  @JSBody(
      params = "value",
      script =
          "return Array.isArray(value)"
              + " ? value.filter(function(n) { return typeof n === 'number'; }) : [];")
  static native double[] of(JSObject value);
}
