package matinee.server;

import java.util.Map;
import matinee.server.sql.Database;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options of `./matinee move`.
final class MoveOptions {
  private static final String SQLITE = "sqlite:";

  private MoveOptions() {}

  /// What `options` ask for. Throws `IllegalArgumentException`, which says what to do.
  static Options.Wanted parse(String[] options, Map<String, String> environment) {
    var spec = spec(environment.getOrDefault("MATINEE_DATABASE", ""));
    return Reading.of(spec, options).orElseGet(() -> new Options.Wanted.Doing(move(spec)));
  }

  private static Move move(CommandSpec spec) {
    var from = address(spec, "--from");
    var to = address(spec, "--to");
    if (from.equals(to)) {
      throw new IllegalArgumentException("--from and --to are the same: name two databases");
    }
    return new Move(from, to, spec.findOption("--force").getValue());
  }

  private static CommandSpec spec(String database) {
    var spec = CommandSpec.create().name("./matinee move").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description(
            "Moves rooms, their history and what is known of films from one database to another,"
                + " which must be empty. What is moved is compared before it counts; ended early,"
                + " nothing is moved.%n")
        .footer(
            "%nDATABASE is sqlite:PATH or postgres://USER:PASSWORD@HOST:5432/NAME. Stop the servers"
                + " first.")
        .sortOptions(false);
    spec.addOption(database("--from", "").description("the database that has everything").build());
    spec.addOption(
        database("--to", database)
            .description("the empty one; MATINEE_DATABASE of the environment, if left out")
            .build());
    spec.addOption(
        OptionSpec.builder("--force")
            .type(boolean.class)
            .defaultValue("false")
            .description("moves what is there now even if a server is at work")
            .build());
    return spec;
  }

  private static OptionSpec.Builder database(String name, String usual) {
    return Reading.option(name, "DATABASE", usual);
  }

  private static String address(CommandSpec spec, String option) {
    String text = spec.findOption(option).getValue();
    if (text.isBlank()) {
      throw new IllegalArgumentException(option + " is missing: name a database; see --help");
    }
    var address = text.startsWith(SQLITE) ? text.substring(SQLITE.length()) : text;
    try {
      Database.checkAddress(address);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(option + ": " + e.getMessage(), e);
    }
    return address;
  }
}
