package matinee.server;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import matinee.server.Options.Wanted;
import matinee.server.bus.RedisAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.Yaml;

/// Holds what deploy/ says of the server against the server.
final class DeployTest {
  private static final Path DEPLOY = Path.of("../deploy");
  private static final List<String> NODES = List.of("node1", "node2", "node3");
  private static final String DATABASE = "postgres://matinee:secret@postgres:5432/matinee";

  /// The longest that [Matinee#stop] takes.
  private static final int CLEAN_STOP_SECONDS = 15;

  private static String text(String file) throws IOException {
    return Files.readString(DEPLOY.resolve(file));
  }

  private static JsonObject yaml(String text) {
    Map<String, Object> map = new Yaml().load(text);
    return new JsonObject(map);
  }

  /// The services of the compose file, with its variables set.
  private static JsonObject services() throws IOException {
    var text = text("compose/compose.yaml").replaceAll("\\$\\{DATABASE_PASSWORD:[^}]*}", "secret");
    return yaml(text.replace("${PUBLIC_URL:-}", "https://watch.example.org")
            .replace("${MATINEE_PUBLIC_LIST:-all}", "all")
            .replace("${MATINEE_PREVIEWS:-off}", "off")
            .replace("${MATINEE_MAIL:-}", "sendgrid:key")
            .replace("${MATINEE_MAIL_FROM:-}", "films@example.org"))
        .getJsonObject("services");
  }

  private static Stream<MatchResult> matches(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results();
  }

  private static Map<String, String> environment(JsonObject variables) {
    return variables.stream()
        .collect(
            toMap(Map.Entry::getKey, it -> it.getValue().toString(), (a, _) -> a, HashMap::new));
  }

  private static Config config(Map<String, String> environment) {
    return ((Wanted.Server) new Options().parse(new String[] {"serve"}, environment)).config();
  }

  @Test
  void the_servers_of_the_compose_file_share_database_redis_and_films_and_believe_the_balancer()
      throws IOException {
    var services = services();
    var networks = services.getJsonObject("balancer").getJsonObject("networks");
    var balancer = networks.getJsonObject("matinee").getString("ipv4_address");

    for (var node : NODES) {
      var service = services.getJsonObject(node);
      var environment = environment(service.getJsonObject("environment"));
      matches("^ENV (\\w+)=(.*)$", text("Dockerfile"))
          .forEach(it -> environment.put(it.group(1), it.group(2)));
      var config = config(environment);

      assertThat(config.storage())
          .isEqualTo(
              new Config.Storage(
                  Path.of("/data"),
                  DATABASE,
                  Optional.of(RedisAddress.parse("redis://redis:6379"))));
      assertThat(config.place().trustedProxies()).isEqualTo(Set.of(balancer));
      assertThat(service.getJsonArray("volumes").getList()).isEqualTo(List.of("films:/data"));
    }
  }

  @Test
  void a_server_is_given_longer_to_stop_than_it_takes() throws IOException {
    var services = services();
    var compose =
        NODES.stream().map(it -> services.getJsonObject(it).getString("stop_grace_period"));
    var chart =
        matches("GracePeriodSeconds: .* add \\S+ (\\d+) ", text("chart/templates/deployment.yaml"))
            .map(it -> it.group(1));

    var seconds = Stream.concat(compose, chart).map(it -> Integer.valueOf(it.replace("s", "")));

    assertThat(seconds).hasSize(4).allMatch(it -> it > CLEAN_STOP_SECONDS);
  }

  @Test
  void the_balancer_has_the_pages_and_the_rooms_of_every_server() throws IOException {
    var listen = config(Map.of()).listen();

    var servers =
        matches("^backend (\\w+)$|^ {2}server \\w+ (\\S+)$", text("compose/nodes.cfg"))
            .map(it -> Optional.ofNullable(it.group(1)).orElseGet(() -> it.group(2)));

    assertThat(servers)
        .containsExactly(
            "pages",
            "node1:" + listen.httpPort(),
            "node2:" + listen.httpPort(),
            "node3:" + listen.httpPort(),
            "rooms",
            "node1:" + listen.syncPort(),
            "node2:" + listen.syncPort(),
            "node3:" + listen.syncPort());
  }

  @Test
  void what_the_chart_puts_into_the_environment_are_options() throws IOException {
    var environment = environment(yaml(text("chart/values.yaml")).getJsonObject("settings"));
    matches("- name: (MATINEE_\\w+)$", text("chart/templates/deployment.yaml"))
        .forEach(it -> environment.put(it.group(1), ""));
    environment.put("MATINEE_DATABASE", DATABASE);

    assertThat(config(environment).telemetry())
        .isEqualTo(
            new Config.Telemetry(
                Config.LogFormat.JSON, Config.MetricsFor.ALL, Optional.empty(), Optional.empty()));
  }

  @Test
  void whatever_a_template_of_the_chart_asks_for_can_be_chosen() throws IOException {
    var values = yaml(text("chart/values.yaml"));
    var asked = new TreeSet<String>();
    try (var templates = Files.list(DEPLOY.resolve("chart/templates"))) {
      for (var template : templates.toList()) {
        matches("\\.Values\\.([\\w.]+)", Files.readString(template))
            .forEach(it -> asked.add(it.group(1)));
      }
    }

    assertThat(asked)
        .contains("database.address", "image.repository")
        .allMatch(it -> canBeChosen(values, it));
  }

  private static boolean canBeChosen(JsonObject values, String path) {
    var inside = values;
    var words = path.split("\\.");
    for (var word : List.of(words).subList(0, words.length - 1)) {
      inside = inside.getJsonObject(word, new JsonObject());
    }
    return inside.containsKey(words[words.length - 1]);
  }

  @Test
  void the_health_check_of_the_image_tells_a_server_that_is_ready_from_one_that_is_gone(
      @TempDir Path data) throws Exception {
    var server =
        Matinee.start(
            config(
                Map.of(
                    "MATINEE_BIND", "127.0.0.1",
                    "MATINEE_PORT", "0",
                    "MATINEE_SYNC_PORT", "0",
                    "MATINEE_DATA", data.toString())));
    int port = server.webPort();

    boolean wasHealthy = isHealthy(port);
    server.stop();

    assertThat(List.of(wasHealthy, isHealthy(port))).isEqualTo(List.of(true, false));
  }

  private static boolean isHealthy(int port) throws Exception {
    var check = new ProcessBuilder("bash", DEPLOY.resolve("healthy").toString());
    check.environment().put("MATINEE_PORT", Integer.toString(port));
    check.environment().put("MATINEE_STATUS_PORT", Integer.toString(port));
    var process = check.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue() == 0;
  }
}
