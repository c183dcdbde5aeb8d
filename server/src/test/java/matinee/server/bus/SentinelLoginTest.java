package matinee.server.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A real sentinel, and a real server that it watches, each with a password and a user of its own.
final class SentinelLoginTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  @TempDir private static Path folder;
  private static TestRedis server;
  private static TestRedis sentinel;

  @BeforeAll
  static void startRedis() throws Exception {
    server = new TestRedis("--requirepass kept");
    var logIn = new String[] {"--no-auth-warning", "--pass", "kept"};
    await().atMost(LONG).until(() -> server.ask(words(logIn, "ping")).equals("PONG"));
    var rights = "acl setuser films on >carried &matinee:* +publish +subscribe +unsubscribe";
    assertThat(server.ask(words(logIn, rights.split(" ")))).isEqualTo("OK");
    int port = TestRedis.freePort();
    var file = folder.resolve("sentinel.conf");
    Files.writeString(
        file,
        """
        port %d
        bind 127.0.0.1
        requirepass watched
        user guide on >shown +sentinel|get-master-addr-by-name
        sentinel monitor films 127.0.0.1 %d 1
        sentinel auth-pass films kept
        """
            .formatted(port, server.port()));
    sentinel = TestRedis.sentinel(port, file.toString());
  }

  private static String[] words(String[] first, String... others) {
    return Stream.of(List.of(first), List.of(others)).flatMap(List::stream).toArray(String[]::new);
  }

  @AfterAll
  static void stopRedis() throws IOException {
    sentinel.close();
    server.close();
  }

  private static String address(String login, String sentinels) {
    return "redis-sentinel://%s%s%s#films".formatted(login, sentinel.host(), sentinels);
  }

  @ParameterizedTest
  @CsvSource({
    "kept@, ?sentinels=watched",
    "films:carried@, ?sentinels=guide:shown",
    "films:%63arried@, ?sentinels=guide:%73hown"
  })
  void sentinels_have_a_login_of_their_own(String login, String sentinels) {
    var address = RedisAddress.parse(address(login, sentinels));
    try (var carrier = new RedisCarrier(address, "east", System::nanoTime)) {
      await().atMost(LONG).until(carrier::isWell);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "?sentinels=kept", "?sentinels=guide:watched", "?sentinels=kept&timeout=1s"})
  void a_login_that_sentinels_refuse_is_told_with_what_to_do(String sentinels)
      throws InterruptedException {
    var code = sentinels.isEmpty() ? "NOAUTH" : "WRONGPASS";

    assertThat(Warnings.first(address("kept@", sentinels)))
        .isEqualTo(
            "the sentinels of Redis refuse the login (%s): write theirs before the name, like"
                    .formatted(code)
                + " redis-sentinel://HOST:26379?sentinels=USER:PASSWORD#NAME");
  }

  @Test
  void a_login_that_the_server_refuses_is_not_taken_for_that_of_the_sentinels()
      throws InterruptedException {
    assertThat(Warnings.first(address("watched@", "?sentinels=watched")))
        .isEqualTo(
            "Redis refuses the login (WRONGPASS): write it before the first host, like"
                + " redis://USER:PASSWORD@HOST:6379");
  }
}
