package matinee.server.places;

import matinee.server.accounts.AccountId;

/// To whom a place in a room belongs.
public sealed interface Owner {

  /// Whoever has its pass: a guest, or somebody who is signed in in another region, where the place
  /// is from.
  record Bearer() implements Owner {}

  record Account(AccountId id) implements Owner {}

  /// Nobody any more: its account has given it up, or is deleted.
  record Nobody() implements Owner {}
}
