package matinee.server.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import matinee.server.TestCertificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A real Redis that speaks TLS alone, the sentinel that watches it, and a server that is a cluster
/// by itself. Java trusts their certificate only where a test says so.
final class RedisTlsTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final String TRUST = "javax.net.ssl.trustStore";
  private static final String TRUST_PASSWORD = "javax.net.ssl.trustStorePassword";
  private static final String WORDS = "tls-cert-file %s\ntls-key-file %s\ntls-ca-cert-file %s\n";

  @TempDir private static Path folder;
  private static TestRedis server;
  private static TestRedis sentinel;
  private static TestRedis cluster;

  @BeforeAll
  static void startRedis() throws Exception {
    var certificate = folder.resolve("certificate.pem");
    var key = folder.resolve("key.pem");
    TestCertificate.writePem(certificate, key);
    var common =
        WORDS.formatted(certificate, key, certificate)
            + """
              port 0
              bind 127.0.0.1
              tls-auth-clients no
              tls-replication yes
              """;
    server = started("server", common, "");
    sentinel = watching(server, common);
    cluster =
        started(
            "cluster",
            common,
            """
            cluster-enabled yes
            tls-cluster yes
            cluster-port %d
            cluster-require-full-coverage no
            """
                .formatted(TestRedis.freePort()));
  }

  private static TestRedis started(String name, String common, String own) throws IOException {
    int port = TestRedis.freePort();
    var data = Files.createDirectory(folder.resolve(name));
    var settings = "tls-port %d%ndir %s%nsave \"\"%n".formatted(port, data);
    var file = Files.writeString(folder.resolve(name + ".conf"), common + settings + own);
    return TestRedis.configured(port, file.toString());
  }

  private static TestRedis watching(TestRedis watched, String common) throws IOException {
    int port = TestRedis.freePort();
    var settings = "tls-port %d%nsentinel monitor films 127.0.0.1 %d 1%n";
    var file = folder.resolve("sentinel.conf");
    Files.writeString(file, common + settings.formatted(port, watched.port()));
    return TestRedis.sentinel(port, file.toString());
  }

  @AfterAll
  static void stopRedis() throws IOException {
    cluster.close();
    sentinel.close();
    server.close();
  }

  private static void trust() {
    System.setProperty(TRUST, TestCertificate.FILE.toString());
    System.setProperty(TRUST_PASSWORD, TestCertificate.PASSWORD);
  }

  @AfterEach
  void trustAsBefore() {
    System.clearProperty(TRUST);
    System.clearProperty(TRUST_PASSWORD);
  }

  private static String address(String form) {
    return form.replace("SERVER", server.host())
        .replace("SENTINEL", sentinel.host())
        .replace("CLUSTER", cluster.host());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rediss://SERVER", "rediss-sentinel://SENTINEL#films", "rediss-cluster://CLUSTER"})
  void redis_carries_by_tls(String form) {
    trust();
    var address = RedisAddress.parse(address(form));

    try (var carrier = new RedisCarrier(address, "east", System::nanoTime)) {
      await().atMost(LONG).until(carrier::isWell);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"rediss://SERVER", "rediss-sentinel://SENTINEL#films", "rediss-cluster://CLUSTER"})
  void a_certificate_that_is_not_trusted_is_told_with_what_to_do(String form)
      throws InterruptedException {
    assertThat(Warnings.first(address(form)))
        .startsWith("Redis cannot be reached by TLS (")
        .endsWith("or write redis instead of rediss");
  }

  @Test
  void a_certificate_for_another_name_is_refused() throws InterruptedException {
    trust();

    assertThat(Warnings.first("rediss://localhost:" + server.port()))
        .startsWith("Redis cannot be reached by TLS (");
  }
}
