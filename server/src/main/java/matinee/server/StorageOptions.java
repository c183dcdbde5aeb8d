package matinee.server;

import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/// The options that tell an errand where a server keeps what it has.
final class StorageOptions {

  private StorageOptions() {}

  /// Puts them behind those that `spec` has.
  static void add(CommandSpec spec, Map<String, String> environment) {
    spec.addOption(
        Reading.option("--data", "FOLDER", environment.getOrDefault("MATINEE_DATA", "data"))
            .description("the server's --data; MATINEE_DATA of the environment, or data")
            .build());
    spec.addOption(
        Reading.option("--database", "ADDRESS", environment.getOrDefault("MATINEE_DATABASE", ""))
            .description(
                "the server's --database; MATINEE_DATABASE of the environment, or a file in --data")
            .build());
  }

  /// What they were read to say. Throws `IllegalArgumentException`, which says what to do.
  static Config.Storage in(CommandSpec spec) {
    var data = OptionValues.folder(Reading.value(spec, "--data"));
    return new Config.Storage(
        data, OptionValues.database(Reading.value(spec, "--database"), data), Optional.empty());
  }
}
