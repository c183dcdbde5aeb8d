package matinee.server.accounts;

/// What is done with accounts and written down.
enum Deed {
  REGISTER("account.register"),
  CHANGE("account.change"),
  CHANGE_PASSWORD("account.password"),
  DELETE("account.delete"),

  /// Somebody showed that mail to the address reaches them.
  CONFIRM("account.confirm"),

  /// A new password was chosen by a letter.
  RESET("account.reset"),

  /// Another address is wanted, and letters about it go to both.
  WANT_ADDRESS("account.address-wanted"),

  /// The other address is wanted no more.
  WITHDRAW_ADDRESS("account.address-withdrawn"),

  /// The address is another, which was confirmed by a letter.
  CHANGE_ADDRESS("account.address"),

  /// The address is the one before, by a letter to it.
  UNDO_ADDRESS("account.address-undo"),

  SIGN_IN("session.begin"),
  SIGN_OUT("session.end"),

  /// A device was signed out, for somebody showed a token that had been replaced.
  REUSE("session.reuse");

  private final String action;

  Deed(String action) {
    this.action = action;
  }

  /// As it stands in the audit trail.
  String action() {
    return action;
  }
}
