package matinee.server;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// Which options a server has, and what is said of each. [Options] reads them.
final class ServerOptions {

  private ServerOptions() {}

  /// All of them, with what they are where nothing is said.
  static CommandSpec spec() {
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
            "./matinee library check|move                 films as they were stored; see library --help",
            "./matinee mail-test ADDRESS                  sends a letter; see mail-test --help")
        .description("Serves Matinee: people far apart watch the same thing at the same moment.%n")
        .footer("%nEvery option may stand in the environment: --sync-port as MATINEE_SYNC_PORT.")
        .sortOptions(false);
    spec.version("Matinee 0.1.0");
    addListening(spec);
    addRegions(spec);
    addIceServers(spec);
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
    add(
        spec,
        "--public-list",
        "all",
        "WHO",
        "who may find rooms that let in everybody: all, or none; then only links lead to rooms");
    add(
        spec,
        "--previews",
        "off",
        "WHETHER",
        "whether the server reads what stands at an address that somebody pastes, to say what it is:"
            + " on or off; see docs/decisions/0056-previews.md");
  }

  private static void addRegions(CommandSpec spec) {
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

  private static void addIceServers(CommandSpec spec) {
    add(
        spec,
        "--stun",
        "",
        "ADDRESS[,ADDRESS]",
        "servers that tell browsers their addresses from outside, so that they find a way to one"
            + " another: stun:stun.example.org:3478");
    add(
        spec,
        "--turn",
        "",
        "ADDRESS[,ADDRESS]",
        "where the relay is reached that passes on what browsers cannot send one another:"
            + " turn:turn.example.org:3478,turns:turn.example.org:5349?transport=tcp; see"
            + " docs/guides/turn.md");
    add(
        spec,
        "--turn-secret",
        "",
        "SECRET",
        "what the relay and this server know the relay's users by, 32 characters or more; better in"
            + " the environment");
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
    add(
        spec,
        "--renditions",
        "1",
        "N",
        "films of which at once HLS in several sizes is made, for browsers that do not play them and"
            + " for slow networks; takes ffmpeg; 0 makes none");
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
        "--store",
        "folder",
        "STORE",
        "where whole films are kept: folder, which is that of --data;"
            + " s3://BUCKET/PREFIX?region=REGION, or s3://BUCKET/PREFIX?endpoint=https://HOST for"
            + " what speaks S3 elsewhere, whose keys stand in the environment as AWS_ACCESS_KEY_ID"
            + " and AWS_SECRET_ACCESS_KEY; or gs://BUCKET/PREFIX at Google Cloud Storage, as the"
            + " account whose key lies in the file GOOGLE_APPLICATION_CREDENTIALS, or as this"
            + " machine's; with readers=sent after a ? or & people read films from there"
            + " themselves");
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
}
