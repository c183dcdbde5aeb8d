package matinee.server.conversations;

import matinee.server.accounts.AccountId;

/// Two people, in the order in which their conversation names them.
record Pair(String one, String other) {

  static Pair of(AccountId a, AccountId b) {
    return a.value().compareTo(b.value()) < 0
        ? new Pair(a.value(), b.value())
        : new Pair(b.value(), a.value());
  }
}
