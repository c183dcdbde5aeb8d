package matinee.server.http;

import java.util.Optional;
import java.util.regex.Pattern;
import matinee.server.access.Secret;
import matinee.server.mail.Address;

/// Tokens by which whoever got a letter has no more like it sent: they open nothing, say nothing of
/// the address, and nobody makes one without the `secret`. Safe for use by any thread.
record StopTokens(Secret secret) {
  private static final String ADDRESSEE = "addressee of letters";
  private static final String STOP = "stop letters";

  /// Two proofs of 43 characters.
  private static final Pattern FORM = Pattern.compile("([A-Za-z0-9_-]{43})([A-Za-z0-9_-]{43})");

  /// By what `address`, in whatever letters it is written, is known to have letters stopped.
  String addressee(Address address) {
    return secret.prove(ADDRESSEE, address.key());
  }

  /// What stops letters to `addressee`.
  String token(String addressee) {
    return addressee + secret.prove(STOP, addressee);
  }

  /// To whom `token` stops letters, if it is one.
  Optional<String> read(String token) {
    var parts = FORM.matcher(token);
    return parts.matches() && secret.isProved(parts.group(2), STOP, parts.group(1))
        ? Optional.of(parts.group(1))
        : Optional.empty();
  }
}
