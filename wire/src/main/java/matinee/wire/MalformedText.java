package matinee.wire;

/// A text turned out to be malformed; ends the reading of it. Never leaves this package: see
/// [Decoded.Malformed]. Has no stack trace, for it is thrown at the pace of whoever sends rubbish.
final class MalformedText extends RuntimeException {
  private static final long serialVersionUID = 1;
  private static final int MAX_FIELD = 100;

  private final String field;
  private final String message;

  /// `message` is a whole sentence.
  MalformedText(String field, String message) {
    super(message, null, false, false);
    this.field = field;
    this.message = message;
  }

  /// `what` is wrong with the field whose path is `path`, or with the whole message if that is
  /// empty.
  static MalformedText in(String path, String what) {
    var field = shortened(path);
    return new MalformedText(field, (field.isEmpty() ? "the message" : field) + " " + what);
  }

  <T> Decoded.Malformed<T> asDecoded() {
    return new Decoded.Malformed<>(field, message);
  }

  /// Keeps surrogate pairs whole.
  private static String shortened(String field) {
    if (field.length() <= MAX_FIELD) {
      return field;
    }
    int end = Character.isHighSurrogate(field.charAt(MAX_FIELD - 1)) ? MAX_FIELD - 1 : MAX_FIELD;
    return field.substring(0, end) + "...";
  }
}
