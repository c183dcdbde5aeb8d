package matinee.server.accounts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.random.RandomGenerator;

/// Marks by which a browser is known as one that has signed in to an account before, also when it
/// is signed out. Written `NUMBER.PROOF`, and kept nowhere but in the browser. Safe for use by any
/// thread.
final class DeviceMarks {
  private static final int NUMBER_BYTES = 16;
  private static final int MAX_LENGTH = 80;

  private final SigningKeys keys;
  private final RandomGenerator chance;

  /// `chance` is a cryptographic source.
  DeviceMarks(SigningKeys keys, RandomGenerator chance) {
    this.keys = keys;
    this.chance = chance;
  }

  /// A mark of a browser that has signed in to `account` now.
  String mark(AccountId account) {
    var number = Opaque.text(Opaque.fresh(chance, NUMBER_BYTES));
    return number + "." + proof(account, number);
  }

  /// The number in `mark`, if it is one for `account`.
  Optional<String> number(AccountId account, String mark) {
    int dot = mark.indexOf('.');
    if (dot < 0 || mark.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var number = mark.substring(0, dot);
    return MessageDigest.isEqual(bytes(mark.substring(dot + 1)), bytes(proof(account, number)))
        ? Optional.of(number)
        : Optional.empty();
  }

  private String proof(AccountId account, String number) {
    return Opaque.text(keys.prove("device", bytes(account.value()), bytes(number)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
