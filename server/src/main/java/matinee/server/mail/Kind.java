package matinee.server.mail;

import java.util.Locale;
import java.util.Set;

/// What a letter is about, and what has to be known to write it.
public enum Kind {
  /// Is this address theirs who registered?
  CONFIRMATION("name", "link"),
  /// How to choose a new password.
  PASSWORD_RESET("name", "link"),
  /// Is this address theirs who wants it instead of their own?
  ADDRESS_CHANGE("name", "link"),
  /// Somebody wants another address instead of this one, and how that is undone.
  ADDRESS_NOTICE("name", "link"),
  /// Somebody wanted this address, which has an account already.
  ADDRESS_TAKEN("name", "link"),
  /// Somebody asks to come to a room, which may have a title, maybe in words of their own.
  INVITATION("name", "room", "note", "link", "stop"),
  /// A film that somebody said to come to begins soon.
  REMINDER("name", "film", "when", "link"),
  /// Whether letters arrive at all.
  TEST();

  private final Set<String> parameters;

  Kind(String... parameters) {
    this.parameters = Set.of(parameters);
  }

  /// The names of what its templates are filled with.
  Set<String> parameters() {
    return parameters;
  }

  /// Its name in files and in the database: `password-reset`.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
