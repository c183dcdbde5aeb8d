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

  private final CommandSpec spec = spec();

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

  private static CommandSpec spec() {
    var spec = CommandSpec.create().name("./matinee").mixinStandardHelpOptions(true);
    spec.usageMessage()
        .customSynopsis(
            "./matinee [serve [all|api|sync]] [OPTIONS]   serves; all unless a role is named",
            "./matinee migrate [OPTIONS]                  brings the database up to date, no more",
            "./matinee move --from=DATABASE               moves everything to --to; see move --help",
            "./matinee backup --to=FOLDER                 copies everything; see backup --help",
            "./matinee restore --from=FOLDER              puts it back; see restore --help",
            "./matinee renew [OPTIONS]                    after a database was put back otherwise",
            "./matinee audit verify|export                what was done; see audit --help",
            "./matinee mail-test ADDRESS                  sends a letter; see mail-test --help")
        .description("Serves Matinee: people far apart watch the same thing at the same moment.%n")
        .footer("%nEvery option may stand in the environment: --sync-port as MATINEE_SYNC_PORT.")
        .sortOptions(false);
    spec.version("Matinee 0.1.0");
    addListening(spec);
    addStorage(spec);
    addLimits(spec);
    addTelling(spec);
    addMail(spec);
    add(
        spec,
        "--immudb",
        "",
        "ADDRESS",
        "an immudb to which what was done is copied: https://USER:PASSWORD@HOST:8080/DATABASE;"
            + " better in the environment");
    return spec;
  }

  private static void addListening(CommandSpec spec) {
    add(spec, "--port", "8080", "PORT", "port of the page and of api; 0 takes a free one");
    add(
        spec,
        "--sync-port",
        "8081",
        "PORT",
        "port of the sync server; with `serve all` the page's port reaches it too");
    add(
        spec,
        "--status-port",
        "8082",
        "PORT",
        "with `serve sync`: port of /health/ready, /health/live and /metrics");
    add(
        spec,
        "--sync-at",
        "",
        "HOST:PORT",
        "with `serve api`: the sync server to which /sync is passed on, if no load balancer does"
            + " that");
    add(spec, "--bind", "0.0.0.0", "ADDRESS", "address to listen on");
    add(
        spec,
        "--public-url",
        "",
        "URL[,URL]",
        "addresses at which people reach this server, if a proxy is in front or letters are sent;"
            + " links in those lead to the first");
    add(
        spec,
        "--trusted-proxy",
        "",
        "ADDRESS[,NETWORK]",
        "proxies whose X-Forwarded-For is believed, each like 192.168.1.2 or 10.0.0.0/8");
    add(spec, "--region", "", "NAME", "the region in which this server is, if there are several");
    add(
        spec,
        "--regions",
        "",
        "NAME=URL,NAME=URL",
        "all regions, each with the address at which people reach it:"
            + " eu=https://eu.example.org,us=https://us.example.org");
    add(
        spec,
        "--region-secret",
        "",
        "SECRET",
        "what the servers of all regions know one another by, 32 characters or more; better in the"
            + " environment");
  }

  private static void addLimits(CommandSpec spec) {
    add(spec, "--max-film-size", "100G", "SIZE", "size of the largest film taken");
    add(spec, "--max-total-size", "1T", "SIZE", "size of all films together");
    add(
        spec,
        "--max-upload-per-person",
        "200G",
        "SIZE",
        "size of all that one person uploads: of an account all films, of anybody else what came"
            + " from the network address within --keep-uploads");
    add(
        spec,
        "--keep-uploads",
        "24h",
        "TIME",
        "for how long uploads are kept that do not go on: 30m, 24h or 7d");
    add(spec, "--commands-per-second", "20", "N", "commands a member may send, on average");
    add(spec, "--command-burst", "40", "N", "commands a member may send at once");
    add(
        spec,
        "--connections-per-address",
        "200",
        "N",
        "connections that one address may have open");
    add(
        spec,
        "--newcomers-per-second",
        "2000",
        "N",
        "connections that are let in a second; who comes beyond them is told when to come back");
  }

  private static void addTelling(CommandSpec spec) {
    add(
        spec,
        "--metrics",
        "local",
        "WHOM",
        "who may read /metrics: local, this machine alone, or all");
    add(spec, "--log", "plain", "FORMAT", "how log lines look: plain or json");
    add(
        spec,
        "--trace",
        "",
        "FOLDER",
        "where everything that rooms do is written, chat included, for ./dev spec --traces");
  }

  private static void addMail(CommandSpec spec) {
    add(
        spec,
        "--mail",
        "",
        "SERVER",
        "by which letters are sent: smtps://USER:PASSWORD@HOST:465,"
            + " smtp://USER:PASSWORD@HOST:587?starttls=required, gmail:ADDRESS:KEY, sendgrid:KEY,"
            + " mailgun:LOGIN:KEY or postmark:KEY; better in the environment");
    add(
        spec,
        "--mail-from",
        "",
        "FROM",
        "from whom letters come: Matinee <matinee@example.org>; where --mail has an address for a"
            + " user, that if left out");
  }

  private static void addStorage(CommandSpec spec) {
    add(spec, "--data", "data", "FOLDER", "where rooms and films are kept");
    add(
        spec,
        "--database",
        "",
        "ADDRESS",
        "where rooms are kept instead: postgres://USER:PASSWORD@HOST:5432/NAME; has a password, so"
            + " better in the environment");
    add(
        spec,
        "--redis",
        "",
        "ADDRESS",
        "Redis or Valkey, by which several servers on one PostgreSQL hear of one another at once:"
            + " redis://USER:PASSWORD@HOST:6379, redis-cluster://HOST:6379,HOST:6379 or"
            + " redis-sentinel://HOST:26379,HOST:26379?sentinels=USER:PASSWORD#NAME; with passwords"
            + " better in the environment");
  }

  private static void add(
      CommandSpec spec, String name, String usual, String value, String description) {
    var shown = usual.isEmpty() ? description : description + " (" + usual + ")";
    spec.addOption(
        OptionSpec.builder(name)
            .type(String.class)
            .defaultValue(usual)
            .paramLabel(value)
            .description(shown)
            .build());
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
          text(options).orElseGet(() -> new Wanted.Server(config(role)));
      case Command.Migrate(var options) ->
          text(options).orElseGet(() -> new Wanted.Migration(storage()));
      case Command.Move(var options) -> MoveOptions.parse(options, environment);
      case Command.Backup(var options) -> new BackupOptions(environment).backup(options);
      case Command.Restore(var options) -> new BackupOptions(environment).restore(options);
      case Command.Audit(var options) -> AuditOptions.parse(options, environment);
      case Command.MailTest(var options) -> MailOptions.test(options, environment);
      case Command.Renew(var options) ->
          text(options).orElseGet(() -> new Wanted.Doing(new Renewal(storage().database())));
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

  private Config config(Role role) {
    return new Config(
        listen(role),
        storage(role),
        place(),
        new UploadLimits(
            value("--max-film-size", ByteSize::parse),
            value("--max-total-size", ByteSize::parse),
            value("--max-upload-per-person", ByteSize::parse),
            value("--keep-uploads", OptionValues::time)),
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
        all.isEmpty() ? Regions.NONE : regions(here, all, secret));
  }

  private static Regions regions(String here, List<Region> all, String secret) {
    try {
      return new Regions(here, all, secret);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "--region, --regions and --region-secret (MATINEE_REGION_SECRET): " + e.getMessage(), e);
    }
  }

  private Storage storage() {
    var data = value("--data", text -> OptionValues.folder(OptionValues.filled(text)));
    var database = value("--database", text -> OptionValues.database(text, data));
    var redis = value("--redis", OptionValues::redis);
    if (redis.isPresent() && !Database.isShared(database)) {
      throw new IllegalArgumentException(
          "--redis (MATINEE_REDIS) is for servers that share a PostgreSQL database: name it with"
              + " --database, or leave --redis out");
    }
    return new Storage(data, database, redis);
  }

  private Storage storage(Role role) {
    var storage = storage();
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
