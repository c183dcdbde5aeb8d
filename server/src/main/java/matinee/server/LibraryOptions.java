package matinee.server;

import java.util.Arrays;
import java.util.Map;
import matinee.server.stores.StoreAddress;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The words and options of `./matinee library`.
final class LibraryOptions {
  private static final String NAME = "./matinee library";

  private LibraryOptions() {}

  /// What `options` ask for, the first of which is `check` or `move`. Throws
  /// `IllegalArgumentException`, which says what to do.
  static Options.Wanted parse(String[] options, Map<String, String> environment) {
    var word = options.length == 0 || options[0].startsWith("-") ? "" : options[0];
    var rest = word.isEmpty() ? options : Arrays.copyOfRange(options, 1, options.length);
    var spec = spec(environment);
    return Reading.of(spec, rest)
        .orElseGet(() -> new Options.Wanted.Doing(errand(word, spec, environment)));
  }

  private static Errand errand(String word, CommandSpec spec, Map<String, String> environment) {
    var storage = storage(spec, environment);
    boolean isFast = spec.findOption("--fast").getValue();
    return switch (word) {
      case "check" -> new LibraryCheck(storage, isFast);
      case "move" -> {
        if (storage.store().isEmpty()) {
          throw new IllegalArgumentException(
              NAME + " move: --store is missing: name the bucket into which films are to go");
        }
        yield new LibraryMove(storage);
      }
      default ->
          throw new IllegalArgumentException(NAME + ": write library check, or library move");
    };
  }

  private static Config.Storage storage(CommandSpec spec, Map<String, String> environment) {
    var storage = StorageOptions.in(spec);
    try {
      var store = StoreAddress.parse(Reading.value(spec, "--store"), environment);
      return new Config.Storage(storage.data(), storage.database(), storage.redis(), store);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--store (MATINEE_STORE): " + e.getMessage(), e);
    }
  }

  private static CommandSpec spec(Map<String, String> environment) {
    var spec = CommandSpec.create().name(NAME).mixinStandardHelpOptions(true);
    spec.usageMessage()
        .customSynopsis(NAME + " check [--fast] [OPTIONS]", NAME + " move --store=STORE [OPTIONS]")
        .description(
            "check holds films against the database: it names those that are missing, those whose"
                + " bytes are not what was stored, and what belongs to no film, and changes nothing."
                + " move brings the films of the folder into a bucket, and goes on where it was if"
                + " it is stopped. Servers may be at work meanwhile.%n")
        .sortOptions(false);
    spec.addOption(
        OptionSpec.builder("--fast")
            .type(boolean.class)
            .arity("0")
            .defaultValue("false")
            .description("compares sizes alone, and reads no film")
            .build());
    StorageOptions.add(spec, environment);
    spec.addOption(
        Reading.option("--store", "STORE", environment.getOrDefault("MATINEE_STORE", "folder"))
            .description("the server's --store; MATINEE_STORE of the environment, or folder")
            .build());
    return spec;
  }
}
