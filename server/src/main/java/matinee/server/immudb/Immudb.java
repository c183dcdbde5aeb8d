package matinee.server.immudb;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import matinee.server.audit.Link;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The links of a chain in an immudb, each a key `matinee/audit/NUMBER` (19 digits, so that keys
/// stand in the order of numbers) whose value is the link as a line of JSON; by its HTTP interface
/// (<https://docs.immudb.io>, `/api/v2`). Blocks, at most 10 s an answer. For use by one thread.
final class Immudb implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final String PREFIX = "matinee/audit/";
  private static final int FORBIDDEN = 403;
  private static final JsonMapper JSON = JsonMapper.shared();

  private final ImmudbAddress address;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private Optional<String> session = Optional.empty();

  Immudb(ImmudbAddress address) {
    this.address = address;
  }

  /// The newest link there: its number and hash.
  record Newest(long seq, String hash) {}

  /// Throws `IOException` when there is no answer, or one that says that it cannot be done.
  Optional<Newest> newest() throws IOException, InterruptedException {
    var question = JsonNodeFactory.instance.objectNode();
    question.put("prefix", base64(PREFIX)).put("desc", true).put("limit", 1);
    var answer = ask("/db/scan", question);
    check(answer);
    var entries = JSON.readTree(answer.body()).path("entries");
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    var value = Base64.getDecoder().decode(entries.path(0).path("value").asString());
    var link = JSON.readTree(value);
    return Optional.of(new Newest(link.path("seq").asLong(), link.path("hash").asString()));
  }

  /// Appends `links`, one or more that follow one another, all or none of them: only if the link
  /// before the first is there, and the first is not. False if that was not so, since another
  /// server was faster.
  boolean append(List<Link> links) throws IOException, InterruptedException {
    var wish = JsonNodeFactory.instance.objectNode();
    var values = wish.putArray("KVs");
    for (var link : links) {
      values.addObject().put("key", key(link.seq())).put("value", base64(link.line()));
    }
    long first = links.getFirst().seq();
    var conditions = wish.putArray("preconditions");
    conditions.addObject().putObject("keyMustNotExist").put("key", key(first));
    if (first > 1) {
      conditions.addObject().putObject("keyMustExist").put("key", key(first - 1));
    }
    var answer = ask("/db/set", wish);
    if (answer.statusCode() / 100 == 4 && answer.body().contains("precondition failed")) {
      return false;
    }
    check(answer);
    return true;
  }

  private static String key(long seq) {
    var number = Long.toString(seq);
    return base64(PREFIX + "0".repeat(19 - number.length()) + number);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  /// Sessions end when nothing was asked for a while, and with the server: then a new one is begun,
  /// once.
  private HttpResponse<String> ask(String path, ObjectNode body)
      throws IOException, InterruptedException {
    if (session.isPresent()) {
      var answer = send(path, body, session);
      if (answer.statusCode() != FORBIDDEN) {
        return answer;
      }
    }
    session = Optional.of(signIn());
    return send(path, body, session);
  }

  private String signIn() throws IOException, InterruptedException {
    var login = JsonNodeFactory.instance.objectNode();
    login
        .put("username", address.user())
        .put("password", address.password())
        .put("database", address.database());
    var answer = send("/authorization/session/open", login, Optional.empty());
    check(answer);
    return JSON.readTree(answer.body()).path("sessionID").asString();
  }

  private HttpResponse<String> send(String path, JsonNode body, Optional<String> session)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(address.base() + "/api/v2" + path))
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body.toString()));
    session.ifPresent(it -> request.header("sessionid", it));
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private void check(HttpResponse<String> answer) throws IOException {
    if (answer.statusCode() != 200) {
      throw new IOException("it says " + answer.statusCode() + ", " + reason(answer));
    }
  }

  private static String reason(HttpResponse<String> answer) {
    var body = answer.body();
    return body.startsWith("{") ? JSON.readTree(body).path("message").asString() : "no reason";
  }

  @Override
  public void close() {
    client.close();
  }
}
