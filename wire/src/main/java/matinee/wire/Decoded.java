package matinee.wire;

/// What became of a text: what it says, or why it says nothing (WI2, WI3). Decoding never throws.
public sealed interface Decoded<T> {

  /// It says `value`.
  record Value<T>(T value) implements Decoded<T> {}

  /// It is no message of this protocol. `field` is the path of the field at fault (`media.ref.url`,
  /// `members[2].name`), or empty when the whole text is; `message` says to a person what is wrong
  /// with it.
  record Malformed<T>(String field, String message) implements Decoded<T> {}
}
