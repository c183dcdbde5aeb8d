package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How an account gets access tokens, from servers that look at what it signs.
final class GcsTokensTest {
  private static final Instant NOW = Instant.now();

  @TempDir private Path folder;
  private GoogleTokens google;
  private final AtomicReference<Instant> clock = new AtomicReference<>(NOW);

  @BeforeEach
  void start() throws IOException {
    google = new GoogleTokens();
  }

  @AfterEach
  void stop() {
    google.close();
  }

  private GcsTokens tokens(GcsAccount account) {
    return new GcsTokens(account, clock::get);
  }

  private GcsAccount inEnvironment(String name, String value) {
    return GcsAccount.in(Map.of(name, value));
  }

  @Test
  void the_key_of_a_service_account_gets_a_token_for_what_it_signs() throws IOException {
    var file = google.keyFile(folder.resolve("key.json"));

    var account = inEnvironment("GOOGLE_APPLICATION_CREDENTIALS", file.toString());

    assertThat(account.fetch(NOW))
        .isEqualTo(new AccessToken("token-1", NOW.plusSeconds(GoogleTokens.LIFETIME_S)));
    assertThat(account).hasToString(GoogleTokens.EMAIL).isEqualTo(google.account());
  }

  @Test
  void where_no_key_is_named_the_machine_is_asked() throws IOException {
    var account = inEnvironment("GCE_METADATA_HOST", google.host());

    assertThat(account.fetch(NOW))
        .isEqualTo(new AccessToken("token-1", NOW.plusSeconds(GoogleTokens.LIFETIME_S)));
  }

  @Test
  void a_token_is_kept_until_shortly_before_its_end() throws IOException {
    var tokens = tokens(google.account());
    var end = NOW.plusSeconds(GoogleTokens.LIFETIME_S);

    assertThat(tokens.token()).isEqualTo("token-1");
    clock.set(end.minus(GcsTokens.EARLY).minusMillis(1));
    assertThat(tokens.token()).isEqualTo("token-1");
    clock.set(NOW.plusSeconds(1));
    assertThat(google.handedOut()).isEqualTo(1);
  }

  @Test
  void shortly_before_its_end_there_is_another() throws IOException {
    var tokens = tokens(new MachineAccount(google.host()));
    assertThat(tokens.token()).isEqualTo("token-1");

    clock.set(NOW.plusSeconds(GoogleTokens.LIFETIME_S).minus(GcsTokens.EARLY));

    assertThat(tokens.token()).isEqualTo("token-2");
    assertThat(tokens.token()).isEqualTo("token-2");
  }

  @Test
  void of_a_hundred_who_need_one_at_once_one_fetches_it() throws Exception {
    var tokens = tokens(google.account());
    Callable<String> asking = tokens::token;

    var found = new HashSet<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : threads.invokeAll(Stream.generate(() -> asking).limit(100).toList())) {
        found.add(answer.get());
      }
    }

    assertThat(found).containsExactly("token-1");
    assertThat(google.handedOut()).isEqualTo(1);
  }

  @Test
  void a_clock_that_is_wrong_is_told() {
    var account = google.account();

    assertThatThrownBy(() -> account.fetch(NOW.minus(Duration.ofHours(3))))
        .isInstanceOf(StoreAway.class)
        .hasMessage("the clock of this machine is wrong: set it, best by NTP");
  }

  @Test
  void a_key_that_google_does_not_know_is_told() throws Exception {
    var other = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
    var known = google.account();
    var account = new ServiceAccount(known.email(), known.keyId(), other, known.tokens());

    assertThatThrownBy(tokens(account)::token)
        .isInstanceOf(StoreAway.class)
        .hasMessage(
            "Google does not take the key of "
                + GoogleTokens.EMAIL
                + ": make a new one of that account, and name its file as"
                + " GOOGLE_APPLICATION_CREDENTIALS");
  }

  @Test
  void who_comes_after_a_refusal_tries_anew() throws IOException {
    var tokens = tokens(google.account());
    clock.set(NOW.minus(Duration.ofHours(3)));
    assertThatThrownBy(tokens::token).isInstanceOf(StoreAway.class);

    clock.set(NOW);

    assertThat(tokens.token()).isEqualTo("token-1");
  }

  @Test
  void servers_that_are_away_are_told() {
    var known = google.account();
    var nobody = URI.create("http://127.0.0.1:9/token");
    var account = new ServiceAccount(known.email(), known.keyId(), known.key(), nobody);

    assertThatThrownBy(() -> account.fetch(NOW))
        .isInstanceOf(StoreAway.class)
        .hasMessage(
            "http://127.0.0.1:9/token gives no access token: check whether this machine may connect to"
                + " it");
    assertThatThrownBy(() -> new MachineAccount("127.0.0.1:9").fetch(NOW))
        .isInstanceOf(StoreAway.class)
        .hasMessage(
            "this machine has no account at Google that gets tokens: give it one, or name the file"
                + " of a service account's key in the environment as"
                + " GOOGLE_APPLICATION_CREDENTIALS");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hidden",
        "[]",
        "{\"type\":\"authorized_user\",\"refresh_token\":\"hidden\"}",
        "{\"type\":\"service_account\",\"client_email\":\"a@b\",\"private_key\":\"hidden\"}",
        "{\"type\":\"service_account\",\"client_email\":\"a@b\",\"private_key_id\":\"1\","
            + "\"token_uri\":\"http://a\",\"private_key\":\"hidden\"}"
      })
  void a_file_that_is_no_key_is_told_without_what_is_in_it(String content) throws IOException {
    var file = Files.writeString(folder.resolve("key.json"), content);

    assertThatThrownBy(() -> inEnvironment("GOOGLE_APPLICATION_CREDENTIALS", file.toString()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "needs the key of a service account, and "
                + file
                + ", which GOOGLE_APPLICATION_CREDENTIALS names, is none: make one in Google's"
                + " console, under IAM, Service accounts, Keys, as JSON")
        .hasNoCause();
  }

  @Test
  void a_file_that_is_not_there_is_told() {
    assertThatThrownBy(() -> inEnvironment("GOOGLE_APPLICATION_CREDENTIALS", "/nowhere/key.json"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "needs the file /nowhere/key.json, which GOOGLE_APPLICATION_CREDENTIALS names, and it"
                + " cannot be read");
  }

  @Test
  void no_text_of_an_account_or_a_token_tells_what_is_secret() throws IOException {
    var account = google.account();

    assertThat(account.toString()).isEqualTo(GoogleTokens.EMAIL);
    assertThat(account.fetch(InstantSource.system().instant()).toString())
        .startsWith("an access token until")
        .doesNotContain("token-1");
  }
}
