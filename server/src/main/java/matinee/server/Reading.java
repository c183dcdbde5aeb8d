package matinee.server;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/// Reads the options of a command.
final class Reading {

  private Reading() {}

  /// Reads `options` into `spec`; returns its help if that is what they ask for. Throws
  /// `IllegalArgumentException`, which names the option at fault.
  static Optional<Options.Wanted> of(CommandSpec spec, String... options) {
    var line = new CommandLine(spec);
    try {
      line.parseArgs(options);
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(
          "%s. %s --help tells the options.".formatted(e.getMessage(), spec.name()), e);
    }
    return line.isUsageHelpRequested()
        ? Optional.of(new Options.Wanted.Text(line.getUsageMessage()))
        : Optional.empty();
  }
}
