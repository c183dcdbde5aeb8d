package matinee.server.library;

import matinee.server.accounts.AccountId;

/// Who uploads, as far as that is known.
public sealed interface Uploader {

  /// Somebody who is signed in, and to whom the film belongs.
  record Account(AccountId id) implements Uploader {}

  /// Somebody who is not, and is known by the network address, as limits know people.
  record Guest(String address) implements Uploader {}

  /// The name under which uploads of the same person are counted together.
  default String person() {
    return switch (this) {
      case Account(var id) -> "account " + id.value();
      case Guest(var address) -> "address " + address;
    };
  }
}
