package matinee.server;

import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options of a command, and how they are read.
final class Reading {

  private Reading() {}

  /// A text, which help calls `value`; `usual` if it is left out.
  static OptionSpec.Builder option(String name, String value, String usual) {
    return OptionSpec.builder(name).type(String.class).defaultValue(usual).paramLabel(value);
  }

  /// What has been read for `option`.
  static String value(CommandSpec spec, String option) {
    return spec.findOption(option).getValue();
  }

  /// Reads into `spec` what was given as it stands: `${...}` in a password is part of it.
  static CommandLine line(CommandSpec spec) {
    return new CommandLine(spec).setInterpolateVariables(false);
  }

  /// Reads `options` into `spec`; returns its help if that is what they ask for. Throws
  /// `IllegalArgumentException`, which names the option at fault.
  static Optional<Options.Wanted> of(CommandSpec spec, String... options) {
    var line = line(spec);
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
