package matinee.server;

import java.util.Map;
import java.util.Optional;
import matinee.server.mail.Address;
import matinee.server.mail.From;
import matinee.server.mail.Language;
import matinee.server.mail.Login;
import matinee.server.mail.MailServer;
import matinee.server.mail.MailSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The options that say how letters are sent, and those of `./matinee mail-test`.
final class MailOptions {
  private MailOptions() {}

  /// What `--mail` and `--mail-from` say; nothing, if they are empty. Throws
  /// `IllegalArgumentException`, without a key, which says what to do.
  static Optional<MailSettings> settings(String mail, String from) {
    if (mail.isBlank()) {
      if (!from.isBlank()) {
        throw new IllegalArgumentException(
            "--mail-from (MATINEE_MAIL_FROM) is for letters, and there is no server that takes"
                + " them: name it with --mail (MATINEE_MAIL), or leave --mail-from out");
      }
      return Optional.empty();
    }
    var server = server(mail.strip());
    return Optional.of(
        new MailSettings(server, from.isBlank() ? usualFrom(server) : from(from.strip())));
  }

  private static MailServer server(String text) {
    try {
      return MailServer.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--mail (MATINEE_MAIL): " + e.getMessage(), e);
    }
  }

  private static From from(String text) {
    try {
      return From.parse(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("--mail-from (MATINEE_MAIL_FROM): " + e.getMessage(), e);
    }
  }

  /// Who logs in by an address may send from there.
  private static From usualFrom(MailServer server) {
    try {
      return new From("Matinee", new Address(server.login().map(Login::user).orElse("")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--mail-from (MATINEE_MAIL_FROM) is missing: write from whom letters come, like Matinee"
              + " <matinee@example.org>",
          e);
    }
  }

  /// What the `options` of `./matinee mail-test` ask for. Throws `IllegalArgumentException`, which
  /// says what to do.
  static Options.Wanted test(String[] options, Map<String, String> environment) {
    var spec = spec(environment);
    return Reading.of(spec, options).orElseGet(() -> new Options.Wanted.Doing(letter(spec)));
  }

  private static TestLetter letter(CommandSpec spec) {
    String to = spec.positionalParameters().getFirst().getValue();
    if (to.isBlank()) {
      throw new IllegalArgumentException(
          "to whom? Write it like ./matinee mail-test ann@example.org");
    }
    var settings = settings(Reading.value(spec, "--mail"), Reading.value(spec, "--mail-from"));
    try {
      return new TestLetter(
          settings.orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "there is no server that takes letters: name it with --mail (MATINEE_MAIL);"
                          + " docs/guides/mail.md tells how")),
          new Address(to.strip()),
          Language.of(Reading.value(spec, "--language")));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("mail-test: " + e.getMessage(), e);
    }
  }

  private static CommandSpec spec(Map<String, String> environment) {
    var spec = CommandSpec.create().name("./matinee mail-test").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .description("Sends a letter at once, and tells what the mail server said to it.%n")
        .sortOptions(false);
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(String.class)
            .paramLabel("ADDRESS")
            .arity("0..1")
            .defaultValue("")
            .description("to whom, like ann@example.org")
            .build());
    spec.addOption(
        Reading.option("--mail", "SERVER", environment.getOrDefault("MATINEE_MAIL", ""))
            .description("the server's --mail; MATINEE_MAIL of the environment")
            .build());
    spec.addOption(
        Reading.option("--mail-from", "FROM", environment.getOrDefault("MATINEE_MAIL_FROM", ""))
            .description("the server's --mail-from; MATINEE_MAIL_FROM of the environment")
            .build());
    spec.addOption(
        Reading.option("--language", "LANGUAGE", "en")
            .description("of the letter: en, de or ru")
            .build());
    return spec;
  }
}
