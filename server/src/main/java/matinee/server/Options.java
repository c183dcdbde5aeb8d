package matinee.server;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import matinee.server.Config.CommandLimits;
import matinee.server.Config.Listen;
import matinee.server.Config.Place;
import matinee.server.Config.Role;
import matinee.server.Config.Storage;
import matinee.server.Config.Telemetry;
import matinee.server.Config.UploadLimits;
import matinee.server.mail.MailSettings;
import matinee.server.regions.Region;
import matinee.server.regions.Regions;
import matinee.server.sql.Database;
import matinee.server.stores.StoreAddress;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The options of the command line, each of which may also stand in the environment: `--sync-port`
/// as `MATINEE_SYNC_PORT`. The command line wins. What is unknown or makes no sense is refused by
/// name.
final class Options {
  private static final String PREFIX = "MATINEE_";

  /// Read by the scripts that start the server, not by the server.
  private static final Set<String> FOR_SCRIPTS = Set.of("MATINEE_JAVA_OPTIONS", "MATINEE_CHROMIUM");

  private final CommandSpec spec = ServerOptions.spec();

  private final CommandLine line = Reading.line(spec);

  /// What the arguments ask for.
  sealed interface Wanted {

    /// A server like this.
    record Server(Config config) implements Wanted {}

    /// The tables of the database up to date, and nothing more.
    record Migration(Config.Storage storage) implements Wanted {}

    /// This, once.
    record Doing(Errand errand) implements Wanted {}

    /// To be told `text` and nothing more.
    record Text(String text) implements Wanted {}
  }

  /// What `arguments` and `environment` ask for. Throws `IllegalArgumentException`, which names the
  /// option at fault and says what to do.
  Wanted parse(String[] arguments, Map<String, String> environment) {
    checkNames(environment);
    line.setDefaultValueProvider(
        option ->
            option instanceof OptionSpec it
                ? environment.getOrDefault(variable(it.longestName()), it.defaultValue())
                : null);
    return switch (Command.in(arguments)) {
      case Command.Serve(var role, var options) ->
          text(options).orElseGet(() -> new Wanted.Server(config(role, environment)));
      case Command.Migrate(var options) ->
          text(options).orElseGet(() -> new Wanted.Migration(storage(environment)));
      case Command.Move(var options) -> MoveOptions.parse(options, environment);
      case Command.Backup(var options) -> new BackupOptions(environment).backup(options);
      case Command.Restore(var options) -> new BackupOptions(environment).restore(options);
      case Command.Audit(var options) -> AuditOptions.parse(options, environment);
      case Command.Library(var options) -> LibraryOptions.parse(options, environment);
      case Command.MailTest(var options) -> MailOptions.test(options, environment);
      case Command.Renew(var options) ->
          text(options)
              .orElseGet(() -> new Wanted.Doing(new Renewal(storage(environment).database())));
    };
  }

  /// Reads `options`; what they ask to be told, if they do.
  private Optional<Wanted> text(String... options) {
    try {
      line.parseArgs(options);
    } catch (CommandLine.ParameterException e) {
      throw new IllegalArgumentException(
          e.getMessage() + ". ./matinee --help tells the options.", e);
    }
    if (line.isUsageHelpRequested()) {
      return Optional.of(new Wanted.Text(line.getUsageMessage()));
    }
    if (line.isVersionHelpRequested()) {
      return Optional.of(new Wanted.Text(String.join("\n", spec.version()) + "\n"));
    }
    return Optional.empty();
  }

  private void checkNames(Map<String, String> environment) {
    for (var name : environment.keySet()) {
      if (name.startsWith(PREFIX)
          && !FOR_SCRIPTS.contains(name)
          && spec.options().stream().noneMatch(it -> variable(it.longestName()).equals(name))) {
        throw new IllegalArgumentException(
            "the environment has " + name + ", which is no option: correct or remove it");
      }
    }
  }

  private static String variable(String option) {
    return PREFIX + option.substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
  }

  private Config config(Role role, Map<String, String> environment) {
    return new Config(
        listen(role),
        storage(role, environment),
        place(),
        new UploadLimits(
            value("--max-film-size", ByteSize::parse),
            value("--max-total-size", ByteSize::parse),
            value("--max-upload-per-person", ByteSize::parse),
            value("--keep-uploads", OptionValues::time),
            value("--renditions", OptionValues::countOrNone)),
        new CommandLimits(
            value("--commands-per-second", OptionValues::count),
            value("--command-burst", OptionValues::count),
            value("--connections-per-address", OptionValues::count),
            value("--newcomers-per-second", OptionValues::count)),
        new Telemetry(
            value("--log", OptionValues::logFormat),
            value("--metrics", OptionValues::metricsFor),
            value("--trace", OptionValues::folderIfAny),
            value("--immudb", OptionValues::immudb)),
        mail());
  }

  /// Who asks could name any `Host`, and it would stand in letters to others.
  private Optional<MailSettings> mail() {
    var mail =
        MailOptions.settings(
            spec.findOption("--mail").getValue(), spec.findOption("--mail-from").getValue());
    if (mail.isPresent() && value("--public-url", OptionValues::urls).isEmpty()) {
      throw new IllegalArgumentException(
          "--mail needs --public-url (MATINEE_PUBLIC_URL): the links in letters lead there. Name the"
              + " address at which people open Matinee, like https://matinee.example.org");
    }
    return mail;
  }

  private Listen listen(Role role) {
    var name = role == Role.SYNC ? "--status-port" : "--port";
    int port = value(name, OptionValues::port);
    int syncPort = value("--sync-port", OptionValues::port);
    if (role.keepsRooms() && port == syncPort && port != 0) {
      throw new IllegalArgumentException(
          name + " and --sync-port are both " + port + ": choose two");
    }
    var syncAt = value("--sync-at", OptionValues::syncAt);
    if (role.keepsRooms() && syncAt.isPresent()) {
      throw new IllegalArgumentException(
          "--sync-at is for `serve api` alone: this server has a sync server of its own. Leave it"
              + " out.");
    }
    return new Listen(role, value("--bind", OptionValues::filled), port, syncPort, syncAt);
  }

  private Place place() {
    var all = value("--regions", OptionValues::regions);
    var here = value("--region", String::strip);
    var secret = value("--region-secret", String::strip);
    if (all.isEmpty() && !(here.isEmpty() && secret.isEmpty())) {
      throw new IllegalArgumentException(
          "--region and --region-secret are for several regions: name all of them with --regions"
              + " (MATINEE_REGIONS), or leave these out");
    }
    return new Place(
        value("--public-url", OptionValues::urls),
        value("--trusted-proxy", OptionValues::networks),
        all.isEmpty() ? Regions.NONE : regions(here, all, secret),
        value("--public-list", OptionValues::isForAll),
        value("--previews", OptionValues::isOn),
        RelayOptions.iceServers(
            spec.findOption("--stun").getValue(),
            spec.findOption("--turn").getValue(),
            spec.findOption("--turn-secret").getValue()));
  }

  private static Regions regions(String here, List<Region> all, String secret) {
    try {
      return new Regions(here, all, secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--region, --regions and --region-secret (MATINEE_REGION_SECRET): " + e.getMessage(), e);
    }
  }

  private Storage storage(Map<String, String> environment) {
    var data = value("--data", text -> OptionValues.folder(OptionValues.filled(text)));
    var database = value("--database", text -> OptionValues.database(text, data));
    var redis = value("--redis", OptionValues::redis);
    if (redis.isPresent() && !Database.isShared(database)) {
      throw new IllegalArgumentException(
          "--redis (MATINEE_REDIS) is for servers that share a PostgreSQL database: name it with"
              + " --database, or leave --redis out");
    }
    return new Storage(
        data, database, redis, value("--store", text -> StoreAddress.parse(text, environment)));
  }

  private Storage storage(Role role, Map<String, String> environment) {
    var storage = storage(environment);
    if (role != Role.ALL && !Database.isShared(storage.database())) {
      throw new IllegalArgumentException(
          "--database ("
              + variable("--database")
              + "): `serve api` and `serve sync` are several processes with one database, and a"
              + " SQLite file is for one. Name a PostgreSQL server, or use `serve all`.");
    }
    return storage;
  }

  private <T> T value(String option, Function<String, T> parse) {
    try {
      return parse.apply(spec.findOption(option).getValue());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          option + " (" + variable(option) + "): " + e.getMessage(), e);
    }
  }
}
