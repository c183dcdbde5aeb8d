package matinee.server;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import matinee.server.Config.Role;

/// What the words before the options ask for.
sealed interface Command {

  /// To serve, in a role.
  record Serve(Role role, String... options) implements Command {}

  /// To bring the database up to date.
  record Migrate(String... options) implements Command {}

  /// To move everything to another database.
  record Move(String... options) implements Command {}

  /// To copy everything into a folder.
  record Backup(String... options) implements Command {}

  /// To put back what is in such a folder.
  record Restore(String... options) implements Command {}

  /// To let every room begin a new epoch.
  record Renew(String... options) implements Command {}

  /// To verify, or to print, what was done.
  record Audit(String... options) implements Command {}

  /// To look after films.
  record Library(String... options) implements Command {}

  /// To send a letter at once.
  record MailTest(String... options) implements Command {}

  /// The command at the front of `arguments`; to serve everything, if there is none. Throws
  /// `IllegalArgumentException` for a word that is none.
  static Command in(String... arguments) {
    if (arguments.length == 0 || arguments[0].startsWith("-")) {
      return new Serve(Role.ALL, arguments);
    }
    return switch (arguments[0]) {
      case "serve" -> serve(without(arguments, 1));
      case "migrate" -> new Migrate(without(arguments, 1));
      case "move" -> new Move(without(arguments, 1));
      case "backup" -> new Backup(without(arguments, 1));
      case "restore" -> new Restore(without(arguments, 1));
      case "renew" -> new Renew(without(arguments, 1));
      case "audit" -> new Audit(without(arguments, 1));
      case "library" -> new Library(without(arguments, 1));
      case "mail-test" -> new MailTest(without(arguments, 1));
      default ->
          throw new IllegalArgumentException(
              "'"
                  + arguments[0]
                  + "' is no command: write serve, migrate, move, backup, restore, renew, audit,"
                  + " library or mail-test");
    };
  }

  private static Command serve(String... rest) {
    return rest.length == 0 || rest[0].startsWith("-")
        ? new Serve(Role.ALL, rest)
        : new Serve(role(rest[0]), without(rest, 1));
  }

  private static Role role(String word) {
    return List.of(Role.values()).stream()
        .filter(role -> word(role).equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "serve '" + word + "' is no role: write one of " + roles()));
  }

  private static String roles() {
    return Arrays.stream(Role.values()).map(Command::word).collect(Collectors.joining(", "));
  }

  private static String word(Role role) {
    return role.name().toLowerCase(Locale.ROOT);
  }

  private static String[] without(String[] words, int first) {
    return Arrays.copyOfRange(words, first, words.length);
  }
}
