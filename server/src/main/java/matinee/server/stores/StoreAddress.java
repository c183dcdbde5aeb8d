package matinee.server.stores;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.Optional;

/// Which bucket whole films lie in, at whose servers, and by which keys. Its text holds no key.
public sealed interface StoreAddress permits GcsAddress, S3Address {

  /// How bytes come to those who read a film.
  enum Readers {
    /// Through the server, which may stop them at any time.
    SERVED,
    /// From the store itself, by an address that is good for some minutes.
    SENT
  }

  /// What `text` says, with the keys that `environment` holds or names; nothing if it is `folder`.
  /// Throws `IllegalArgumentException`, which says what to do.
  static Optional<StoreAddress> parse(String text, Map<String, String> environment) {
    if (text.strip().equals("folder")) {
      return Optional.empty();
    }
    try {
      var address = new URI(text.strip());
      if ("s3".equals(address.getScheme()) && address.getAuthority() != null) {
        return Optional.of(S3Address.of(address, environment));
      }
      if ("gs".equals(address.getScheme()) && address.getAuthority() != null) {
        return Optional.of(GcsAddress.of(address, environment));
      }
    } catch (URISyntaxException _) {
      // told below, in words that help
    }
    throw new IllegalArgumentException(
        "is no store: write folder, "
            + S3Address.SPELLING.form()
            + ", or "
            + GcsAddress.SPELLING.form());
  }

  /// The store there, to which films go in parts of `partBytes`, a multiple of 256 KiB, and 5 MiB
  /// or more. Does not connect.
  Store open(long partBytes);
}
