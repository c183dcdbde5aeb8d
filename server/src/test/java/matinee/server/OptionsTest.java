package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.server.Options.Wanted;
import matinee.server.bus.RedisAddress;
import matinee.server.regions.Region;
import matinee.server.regions.Regions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class OptionsTest {

  private static Config config(Map<String, String> environment, String... arguments) {
    return ((Wanted.Server) new Options().parse(arguments, environment)).config();
  }

  @Test
  void without_options_everything_has_its_usual_value() {
    var config = config(Map.of());

    assertThat(config.listen())
        .isEqualTo(new Config.Listen(Config.Role.ALL, "0.0.0.0", 8080, 8081, Optional.empty()));
    assertThat(config.storage())
        .isEqualTo(
            new Config.Storage(
                Path.of("data").toAbsolutePath(),
                Path.of("data", "matinee.db").toAbsolutePath().toString(),
                Optional.empty()));
    assertThat(config.place()).isEqualTo(Config.Place.ANYWHERE);
    assertThat(config.commands()).isEqualTo(new Config.CommandLimits(20, 40, 200, 2_000));
    assertThat(config.telemetry())
        .isEqualTo(
            new Config.Telemetry(
                Config.LogFormat.PLAIN,
                Config.MetricsFor.LOCAL,
                Optional.empty(),
                Optional.empty()));
  }

  @Test
  void an_option_stands_on_the_command_line_or_in_the_environment_and_the_command_line_wins() {
    var environment = Map.of("MATINEE_PORT", "9000", "MATINEE_SYNC_PORT", "9001");

    var config = config(environment, "serve", "--sync-port=9002", "--log", "json", "--metrics=all");

    assertThat(config.listen())
        .isEqualTo(new Config.Listen(Config.Role.ALL, "0.0.0.0", 9000, 9002, Optional.empty()));
    assertThat(config.telemetry())
        .isEqualTo(
            new Config.Telemetry(
                Config.LogFormat.JSON, Config.MetricsFor.ALL, Optional.empty(), Optional.empty()));
  }

  @Test
  void what_looks_like_a_variable_stays_as_it_is() {
    var database = "postgres://ann:%24%7By%7D@db/films";
    var environment = Map.of("MATINEE_DATABASE", database, "MATINEE_DATA", "${d}");

    var server = (Wanted.Server) new Options().parse(new String[] {}, environment);
    var move =
        new Options().parse(new String[] {"move", "--from=sqlite:${d}/matinee.db"}, environment);

    assertThat(server.config().storage().database()).isEqualTo(database);
    assertThat(server.config().storage().data())
        .hasToString(Path.of("${d}").toAbsolutePath().toString());
    assertThat(move).isEqualTo(new Wanted.Doing(new Move("${d}/matinee.db", database, false)));
  }

  @Test
  void sizes_and_addresses_are_written_as_people_write_them() {
    var config =
        config(
            Map.of(),
            "--max-film-size=20g",
            "--public-url=https://a.example.org, http://b.example.org:8080");

    assertThat(config.uploads().maxFilmBytes()).isEqualTo(20L << 30);
    assertThat(config.place().publicUrls())
        .isEqualTo(
            List.of(URI.create("https://a.example.org"), URI.create("http://b.example.org:8080")));
  }

  static Stream<String> nonsense() {
    return Stream.of(
        "--port=x",
        "--port=-1",
        "--port=65536",
        "--sync-port=8080",
        "--bind=",
        "--data=",
        "--database=mysql://somewhere/films",
        "--database=postgres://host-alone",
        "--public-url=example.org",
        "--public-url=ftp://example.org",
        "--max-film-size=0",
        "--max-film-size=20X",
        "--max-total-size=9999999T",
        "--command-burst=0",
        "--connections-per-address=0",
        "--metrics=some",
        "--public-list=maybe",
        "--previews=maybe",
        "--log=loud",
        "--sync-at=elsewhere:8081",
        "--region=eu",
        "--regions=eu",
        "--regions=eu=eu.example.org",
        "--regions=EU=https://eu.example.org",
        "--regions=eu=https://eu.example.org/matinee",
        "--regions=eu=https://eu.example.org",
        "--region-secret=00000000000000000000000000000000",
        "--unknown=1",
        "nonsense");
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void what_makes_no_sense_is_refused_by_name(String argument) {
    var name = argument.replaceAll("=.*", "");

    assertThatThrownBy(() -> config(Map.of(), argument))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(name);
  }

  @Test
  void letters_need_an_address_for_their_links_and_a_test_letter_does_not() {
    var mail = new String[] {"--mail=smtp://127.0.0.1:25", "--mail-from=films@example.org"};

    assertThatThrownBy(() -> config(Map.of(), mail))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("--mail needs --public-url (MATINEE_PUBLIC_URL)");
    assertThat(config(Map.of("MATINEE_PUBLIC_URL", "https://films.example.org"), mail).mail())
        .isPresent();
    assertThat(new Options().parse(new String[] {"mail-test", mail[0], mail[1], "a@b.c"}, Map.of()))
        .isInstanceOf(Wanted.Doing.class);
  }

  private static final String REGIONS =
      "--regions=eu=https://eu.example.org/, us=https://us.example.org:8443";

  @Test
  void regions_have_names_and_addresses_and_share_a_secret() {
    var secret = "0123456789abcdef0123456789abcdef";

    var config = config(Map.of("MATINEE_REGION_SECRET", secret), "--region=us", REGIONS);

    assertThat(config.place().regions())
        .isEqualTo(
            new Regions(
                "us",
                List.of(
                    new Region("eu", URI.create("https://eu.example.org")),
                    new Region("us", URI.create("https://us.example.org:8443"))),
                secret));
    assertThat(config.toString()).doesNotContain(secret);
  }

  @Test
  void regions_that_do_not_fit_together_are_refused_with_what_to_do() {
    var secret = Map.of("MATINEE_REGION_SECRET", "0123456789abcdef0123456789abcdef");

    assertThatThrownBy(() -> config(secret, "--region=ap", REGIONS))
        .hasMessageContaining("'ap' is none of the regions eu, us");
    assertThatThrownBy(() -> config(Map.of(), "--region=us", REGIONS))
        .hasMessageContaining("openssl rand -hex 32")
        .hasMessageContaining("MATINEE_REGION_SECRET");
    assertThatThrownBy(() -> config(secret, "--region=us", REGIONS + ",us=https://b.example.org"))
        .hasMessageContaining("us=https://b.example.org stands there twice");
  }

  @Test
  void what_the_environment_has_is_refused_by_name_too() {
    assertThatThrownBy(() -> config(Map.of("MATINEE_PORT", "x")))
        .hasMessageContaining("MATINEE_PORT");
    assertThatThrownBy(() -> config(Map.of("MATINEE_PROT", "1")))
        .hasMessageContaining("MATINEE_PROT");
    assertThat(config(Map.of("MATINEE_JAVA_OPTIONS", "-Xmx1g", "PATH", "/bin"))).isNotNull();
  }

  @Test
  void redis_is_for_servers_that_share_a_database() {
    var database = "--database=postgres://m@db.example.org/m";

    var config = config(Map.of(), database, "--redis=redis://u:p@cache.example.org:6380");

    assertThat(config.storage().redis())
        .contains(RedisAddress.parse("redis://u:p@cache.example.org:6380"));
    assertThatThrownBy(() -> config(Map.of(), "--redis=redis://cache.example.org"))
        .hasMessageContaining("--database");
    assertThatThrownBy(() -> config(Map.of(), database, "--redis=cache.example.org:hidden"))
        .hasMessageContaining("redis://")
        .hasMessageNotContaining("hidden");
  }

  @Test
  void api_and_sync_are_roles_of_servers_with_one_postgresql() {
    var database = "--database=postgres://db/films";

    var api = config(Map.of(), "serve", "api", database, "--sync-at=sync.example.org:9");
    var sync = config(Map.of(), "serve", "sync", database, "--status-port=9000");

    assertThat(api.listen())
        .isEqualTo(
            new Config.Listen(
                Config.Role.API,
                "0.0.0.0",
                8080,
                8081,
                Optional.of(new Config.SyncAt("sync.example.org", 9))));
    assertThat(sync.listen())
        .isEqualTo(new Config.Listen(Config.Role.SYNC, "0.0.0.0", 9000, 8081, Optional.empty()));
    assertThat(config(Map.of(), "serve", "all").listen().role()).isEqualTo(Config.Role.ALL);
  }

  @Test
  void what_cannot_work_in_a_role_is_refused_with_what_to_do() {
    assertThatThrownBy(() -> config(Map.of(), "serve", "api"))
        .hasMessageContaining("Name a PostgreSQL server, or use `serve all`");
    assertThatThrownBy(() -> config(Map.of(), "serve", "sync", "--database=/srv/matinee.db"))
        .hasMessageContaining("SQLite");
    assertThatThrownBy(() -> config(Map.of(), "serve", "rooms"))
        .hasMessageContaining("all, api, sync");
    assertThatThrownBy(
            () ->
                config(
                    Map.of(),
                    "serve",
                    "sync",
                    "--database=postgres://db/films",
                    "--status-port=8081"))
        .hasMessageContaining("--status-port and --sync-port");
    assertThatThrownBy(
            () ->
                config(
                    Map.of(),
                    "serve",
                    "api",
                    "--database=postgres://db/films",
                    "--sync-at=nowhere"))
        .hasMessageContaining("sync.example.org:8081");
  }

  @ParameterizedTest
  @CsvSource({
    "redis-cluster://a:6379/3, leave out /3",
    "redis://a:6379#films, leave out #films",
    "'redis://a,b:6379', several servers are a cluster",
    "'redis-sentinel://a:26379,b', the name is missing",
    "redis-cluster://a:6379?sentinels=hidden, leave out ?sentinels",
    "redis://a:6379?sentinels=u:hidden, leave out ?sentinels",
    "redis-sentinel://a?sentinels=u:hidden@b#films, redis-sentinel://HOST",
    "'redis-cluster://u:hidden@a,,b', redis-cluster://HOST"
  })
  void an_address_of_redis_that_makes_no_sense_is_refused(String address, String reason) {
    assertThatThrownBy(
            () -> config(Map.of(), "--database=postgres://db/films", "--redis=" + address))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason)
        .hasMessageNotContaining("hidden");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rediss://:secret@cache.example.org/2",
        "redis-cluster://user:secret@a.example.org,b.example.org:6380",
        "redis-sentinel://secret@a.example.org:26379,b.example.org/1#films"
      })
  void redis_is_one_server_or_a_cluster_or_what_sentinels_watch(String address) {
    var config = config(Map.of(), "--database=postgres://db/films", "--redis=" + address);

    assertThat(config.storage().redis()).contains(RedisAddress.parse(address));
  }

  @Test
  void to_move_is_a_command_with_options_of_its_own() {
    var environment = Map.of("MATINEE_DATABASE", "postgres://db/f");

    var wanted = new Options().parse(new String[] {"move", "--from=sqlite:data/m.db"}, environment);

    assertThat(wanted).isEqualTo(new Wanted.Doing(new Move("data/m.db", "postgres://db/f", false)));
  }

  @ParameterizedTest
  @CsvSource({
    "--from=a, '', --to is missing",
    "--from=a, --to=a, the same",
    "--from=x://y, --to=a, --from",
    "--from=a, --port=1, --port"
  })
  void a_move_that_makes_no_sense_is_refused(String first, String second, String reason) {
    var options = Stream.of("move", first, second).filter(it -> !it.isEmpty());

    assertThatThrownBy(() -> new Options().parse(options.toArray(String[]::new), Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void to_migrate_is_a_command_of_its_own() {
    var wanted =
        new Options().parse(new String[] {"migrate", "--database=postgres://db/f"}, Map.of());

    assertThat(wanted)
        .isEqualTo(
            new Wanted.Migration(
                new Config.Storage(
                    Path.of("data").toAbsolutePath(), "postgres://db/f", Optional.empty())));
  }

  @Test
  void films_go_into_a_bucket_whose_keys_stand_in_the_environment() {
    var keys = Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "hidden");

    var config = config(keys, "--store=s3://films?endpoint=http://127.0.0.1:9000");

    assertThat(config.storage().store().map(Object::toString))
        .contains("s3://films/ at http://127.0.0.1:9000");
    assertThat(config.toString()).doesNotContain("hidden");
    assertThatThrownBy(() -> config(Map.of(), "--store=s3://films?region=eu-central-1"))
        .hasMessageStartingWith("--store (MATINEE_STORE): needs AWS_ACCESS_KEY_ID");
    assertThatThrownBy(() -> config(Map.of(), "library", "move"))
        .hasMessageStartingWith("./matinee library move: --store is missing");
  }

  @Test
  void help_tells_every_option() {
    var help = ((Wanted.Text) new Options().parse(new String[] {"--help"}, Map.of())).text();

    assertThat(help).contains("--port", "--sync-port", "--data", "--public-url", "MATINEE_");
  }

  @Test
  void backup_and_restore_name_a_folder_and_what_is_kept() {
    var environment = Map.of("MATINEE_DATA", "/srv/matinee");
    var kept =
        new Config.Storage(Path.of("/srv/matinee"), "/srv/matinee/matinee.db", Optional.empty());
    var shared = new Config.Storage(Path.of("/srv/matinee"), "postgres://db/m", Optional.empty());

    assertThat(new Options().parse(new String[] {"backup", "--to=/mnt/today"}, environment))
        .isEqualTo(new Wanted.Doing(new Backup(kept, Path.of("/mnt/today"))));
    assertThat(
            new Options()
                .parse(
                    new String[] {"restore", "--from=/mnt/today", "--database=postgres://db/m"},
                    environment))
        .isEqualTo(new Wanted.Doing(new Restore(Path.of("/mnt/today"), shared)));
    assertThatThrownBy(() -> new Options().parse(new String[] {"backup"}, Map.of()))
        .hasMessage("--to is missing: name a folder; see --help");
    assertThatThrownBy(() -> new Options().parse(new String[] {"restore", "--to=x"}, Map.of()))
        .hasMessageContaining("./matinee restore --help");
  }
}
