package matinee.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.BiFunction;
import picocli.CommandLine.Model.CommandSpec;

/// The options of `./matinee backup` and `./matinee restore`.
final class BackupOptions {
  private final Map<String, String> environment;

  BackupOptions(Map<String, String> environment) {
    this.environment = environment;
  }

  /// What the `options` of `./matinee backup` ask for. Throws `IllegalArgumentException`, which
  /// says what to do.
  Options.Wanted backup(String... options) {
    var spec =
        spec(
            "./matinee backup",
            "--to",
            "the folder into which everything is copied, empty or new",
            "Copies everything as it is at one moment, while servers are at work or not: rooms and"
                + " their history into a SQLite file, whatever database they are in, and films.%n");
    return parse(spec, "--to", options, (folder, storage) -> new Backup(storage, folder));
  }

  /// As [#backup], of `./matinee restore`.
  Options.Wanted restore(String... options) {
    var spec =
        spec(
            "./matinee restore",
            "--from",
            "the folder of a backup",
            "Puts a backup into a database, which must be empty, and its films into the folder of"
                + " data. Ended early, no room is there: begin anew.%n");
    return parse(spec, "--from", options, Restore::new);
  }

  private CommandSpec spec(String name, String folder, String what, String description) {
    var spec = CommandSpec.create().name(name).mixinStandardHelpOptions(true);
    spec.usageMessage().description(description).sortOptions(false);
    spec.addOption(Reading.option(folder, "FOLDER", "").description(what).build());
    StorageOptions.add(spec, environment);
    return spec;
  }

  private static Options.Wanted parse(
      CommandSpec spec,
      String folder,
      String[] options,
      BiFunction<Path, Config.Storage, Errand> errand) {
    return Reading.of(spec, options)
        .orElseGet(() -> new Options.Wanted.Doing(read(spec, folder, errand)));
  }

  private static Errand read(
      CommandSpec spec, String folder, BiFunction<Path, Config.Storage, Errand> errand) {
    var named = Reading.value(spec, folder);
    if (named.isBlank()) {
      throw new IllegalArgumentException(folder + " is missing: name a folder; see --help");
    }
    return errand.apply(OptionValues.folder(named), StorageOptions.in(spec));
  }
}
