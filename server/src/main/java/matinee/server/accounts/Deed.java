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
