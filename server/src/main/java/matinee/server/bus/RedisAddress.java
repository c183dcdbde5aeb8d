package matinee.server.bus;

import io.lettuce.core.RedisURI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Where Redis is: one server, one that sentinels name, or a cluster.
public sealed interface RedisAddress {

  /// The server at `uri`, or the one that its sentinels name at the time. These have a login of
  /// their own, or none.
  record Server(RedisURI uri) implements RedisAddress {}

  /// A cluster, any of whose servers may be asked about the others. `scheme` and `login`, which is
  /// empty or ends in an `@`, are those of all its servers.
  record Cluster(String scheme, String login, List<String> hosts) implements RedisAddress {

    /// How a server of the cluster is reached.
    RedisURI at(String host) {
      return uri(scheme + "://" + login + host);
    }
  }

  /// With `rediss`, by TLS; user, password and ports may be missing.
  Pattern WRITTEN =
      Pattern.compile(
          "(?<scheme>rediss?)(?<kind>-cluster|-sentinel|)://(?<login>[^@/?#\\s]*@)?"
              + "(?<hosts>HOST(,HOST)*)".replace("HOST", "[^@:/?#,\\s]+(:\\d{1,5})?")
              + "(?<number>/\\d*)?(\\?sentinels=(?<watch>[^@/?#\\s]+))?(?<name>#\\S+)?");

  /// For how long a server may take to answer.
  Duration PATIENCE = Duration.ofSeconds(2);

  /// What `text` names. Throws `IllegalArgumentException`, without the password, which says how to
  /// write it.
  static RedisAddress parse(String text) {
    var found = WRITTEN.matcher(text);
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "write it like redis://USER:PASSWORD@HOST:6379, redis-cluster://HOST:6379,HOST:6379 or"
              + " redis-sentinel://HOST:26379,HOST:26379#NAME");
    }
    var hosts = Arrays.asList(found.group("hosts").split(","));
    var number = Optional.ofNullable(found.group("number"));
    var name = Optional.ofNullable(found.group("name"));
    var login = Optional.ofNullable(found.group("login")).orElse("");
    var kind = found.group("kind");
    if (kind.equals("-sentinel") && name.isEmpty()) {
      throw new IllegalArgumentException(
          "the name is missing under which the sentinels know the server: write it at the end,"
              + " like redis-sentinel://HOST:26379,HOST:26379#NAME");
    }
    if (!kind.equals("-sentinel") && name.isPresent()) {
      throw new IllegalArgumentException(
          "only sentinels know servers by name: leave out " + name.get());
    }
    if (kind.isEmpty() && hosts.size() > 1) {
      throw new IllegalArgumentException(
          "several servers are a cluster, redis-cluster://..., or sentinels,"
              + " redis-sentinel://...#NAME; one is redis://HOST:6379");
    }
    var watch = Optional.ofNullable(found.group("watch"));
    if (!kind.equals("-sentinel") && watch.isPresent()) {
      throw new IllegalArgumentException(
          "there are no sentinels here to log in at: leave out ?sentinels=...");
    }
    if (!kind.equals("-cluster")) {
      return new Server(watch.map(its -> watched(text, its)).orElseGet(() -> uri(text)));
    }
    if (number.isPresent()) {
      throw new IllegalArgumentException(
          "a cluster has no numbered databases: leave out " + number.get());
    }
    return new Cluster(found.group("scheme"), login, hosts);
  }

  private static RedisURI watched(String text, String login) {
    var uri = uri(text.replace("?sentinels=" + login, ""));
    var credentials = uri("redis://" + login + "@sentinels").getCredentialsProvider();
    uri.getSentinels().forEach(sentinel -> sentinel.setCredentialsProvider(credentials));
    return uri;
  }

  private static RedisURI uri(String text) {
    var uri = RedisURI.create(text);
    uri.setTimeout(PATIENCE);
    uri.setClientName("matinee");
    return uri;
  }
}
