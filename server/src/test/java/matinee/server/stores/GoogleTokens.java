package matinee.server.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Hands out access tokens on a loopback port as Google's servers do: at `/token` for a statement
/// that the key of its one service account has signed, and as the metadata server of a machine.
public final class GoogleTokens implements AutoCloseable {
  static final String EMAIL = "films@cinema.iam.gserviceaccount.com";
  static final long LIFETIME_S = 3_600;
  private static final KeyPair KEYS = keys();

  private final HttpServer server;
  private final AtomicInteger handedOut = new AtomicInteger();

  public GoogleTokens() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/token", this::forStatement);
    server.createContext("/computeMetadata/v1/", this::forMachine);
    server.start();
  }

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2_048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  private URI address() {
    return URI.create("http://" + host() + "/token");
  }

  ServiceAccount account() {
    return new ServiceAccount(EMAIL, "key-1", KEYS.getPrivate(), address());
  }

  RSAPublicKey publicKey() {
    return (RSAPublicKey) KEYS.getPublic();
  }

  int handedOut() {
    return handedOut.get();
  }

  /// Writes its account's key into `file`, as Google's console does.
  public Path keyFile(Path file) throws IOException {
    var pem =
        "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
            .formatted(Base64.getMimeEncoder().encodeToString(KEYS.getPrivate().getEncoded()));
    var content =
        Map.of(
            "type",
            "service_account",
            "client_email",
            EMAIL,
            "private_key_id",
            "key-1",
            "private_key",
            pem,
            "token_uri",
            address().toString());
    return Files.writeString(file, JsonMapper.shared().writeValueAsString(content));
  }

  private void forStatement(HttpExchange exchange) throws IOException {
    var fault = fault(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
    if (fault.isEmpty()) {
      token(exchange);
    } else {
      var problem = Map.of("error", "invalid_grant", "error_description", fault);
      answer(exchange, 400, JsonMapper.shared().writeValueAsString(problem));
    }
  }

  /// What is wrong with `form`; nothing if nothing is.
  private String fault(String form) {
    var fields =
        Arrays.stream(form.split("&"))
            .map(it -> it.split("=", 2))
            .collect(Collectors.toMap(it -> it[0], it -> URLDecoder.decode(it[1], UTF_8)));
    if (!"urn:ietf:params:oauth:grant-type:jwt-bearer".equals(fields.get("grant_type"))) {
      return "Bad grant_type";
    }
    try {
      var statement = SignedJWT.parse(fields.get("assertion"));
      var claims = statement.getJWTClaimsSet();
      if (!JWSAlgorithm.RS256.equals(statement.getHeader().getAlgorithm())
          || !"key-1".equals(statement.getHeader().getKeyID())
          || !statement.verify(new RSASSAVerifier(publicKey()))) {
        return "Invalid JWT Signature.";
      }
      if (!EMAIL.equals(claims.getIssuer())
          || !claims.getAudience().equals(java.util.List.of(address().toString()))) {
        return "Invalid JWT: Failed audience check.";
      }
      if (!"https://www.googleapis.com/auth/devstorage.read_write"
          .equals(claims.getStringClaim("scope"))) {
        return "Invalid OAuth scope or ID token audience provided.";
      }
      return isTimely(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant())
          ? ""
          : "Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable"
              + " timeframe. Check your iat and exp values in the JWT claim.";
    } catch (Exception e) {
      return "Invalid JWT: " + e;
    }
  }

  private static boolean isTimely(Instant from, Instant to) {
    var now = Instant.now();
    return Math.abs(now.getEpochSecond() - from.getEpochSecond()) < 300
        && to.isAfter(now)
        && !to.isAfter(from.plusSeconds(LIFETIME_S));
  }

  private void forMachine(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Metadata-Flavor", "Google");
    var path = "/computeMetadata/v1/instance/service-accounts/default/token";
    if (!"Google".equals(exchange.getRequestHeaders().getFirst("Metadata-Flavor"))) {
      answer(exchange, 403, "");
    } else if (exchange.getRequestURI().getPath().equals(path)) {
      token(exchange);
    } else {
      answer(exchange, 404, "");
    }
  }

  private void token(HttpExchange exchange) throws IOException {
    var token =
        "{\"access_token\":\"token-%d\",\"expires_in\":%d,\"token_type\":\"Bearer\"}"
            .formatted(handedOut.incrementAndGet(), LIFETIME_S);
    answer(exchange, 200, token);
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    var bytes = text.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    try (var body = exchange.getResponseBody()) {
      body.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
