package matinee.server;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import matinee.server.audit.Head;
import picocli.CommandLine.Model.CommandSpec;

/// The words and options of `./matinee audit`.
final class AuditOptions {
  private static final String NAME = "./matinee audit";

  private AuditOptions() {}

  /// What `options` ask for, the first of which is `verify` or `export`. Throws
  /// `IllegalArgumentException`, which says what to do.
  static Options.Wanted parse(String[] options, Map<String, String> environment) {
    var word = options.length == 0 || options[0].startsWith("-") ? "" : options[0];
    var rest = word.isEmpty() ? options : Arrays.copyOfRange(options, 1, options.length);
    var spec = spec(environment);
    return Reading.of(spec, rest).orElseGet(() -> new Options.Wanted.Doing(errand(word, spec)));
  }

  private static Errand errand(String word, CommandSpec spec) {
    var storage = StorageOptions.in(spec);
    return switch (word) {
      case "verify" -> new AuditVerify(storage, head(Reading.value(spec, "--head")));
      case "export" -> new AuditExport(storage);
      case "" -> throw new IllegalArgumentException(NAME + ": write audit verify, or audit export");
      default ->
          throw new IllegalArgumentException(
              "audit '" + word + "' is nothing: write audit verify, or audit export");
    };
  }

  private static Optional<Head> head(String written) {
    if (written.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        Head.parse(written)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "--head: '"
                            + written
                            + "' is none. Give what audit verify printed, such as 17:0a1b...")));
  }

  private static CommandSpec spec(Map<String, String> environment) {
    var spec = CommandSpec.create().name(NAME).mixinStandardHelpOptions(true);
    spec.usageMessage()
        .customSynopsis(NAME + " verify [--head HEAD] [OPTIONS]", NAME + " export [OPTIONS]")
        .description(
            "What was done with accounts is a chain of entries, each bound to all before it. verify"
                + " goes through it and names the first that was changed, removed or put in later;"
                + " export prints it, a line of JSON an entry. A server may be at work"
                + " meanwhile.%n")
        .sortOptions(false);
    spec.addOption(
        Reading.option("--head", "HEAD", "")
            .description(
                "what an earlier verify printed and you kept elsewhere: with it you see whether the"
                    + " whole chain was put back or written anew")
            .build());
    StorageOptions.add(spec, environment);
    return spec;
  }
}
