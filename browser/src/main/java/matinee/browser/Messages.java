package matinee.browser;

import matinee.wire.ClientMessages;
import matinee.wire.Decoded;
import matinee.wire.ServerMessages;

/// The language of messages, with malformed ones thrown as JavaScript errors.
final class Messages {
  private Messages() {}

  static String decodeClient(String text) {
    return ClientMessages.encode(valueOf(ClientMessages.decode(text)));
  }

  static String decodeServer(String text) {
    return ServerMessages.encode(valueOf(ServerMessages.decode(text)));
  }

  /// What `decoded` says; throws an `Error` with the field as its `field` when it is malformed.
  static <T> T valueOf(Decoded<T> decoded) {
    return switch (decoded) {
      case Decoded.Value<T>(var value) -> value;
      case Decoded.Malformed<T>(var field, var message) -> throw Thrown.malformed(field, message);
    };
  }
}
