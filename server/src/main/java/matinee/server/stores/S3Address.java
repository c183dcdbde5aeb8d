package matinee.server.stores;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which bucket films lie in, below which prefix, at whose servers, and by which keys. An address
/// of Amazon has no `endpoint`. Whoever reads a film goes there themselves, or comes through the
/// server, as `readers` says. Its text holds no key.
public record S3Address(
    String bucket,
    String prefix,
    Optional<URI> endpoint,
    String region,
    Readers readers,
    Keys keys) {
  /// What is meant where an endpoint is named and no region: most of them have none.
  private static final String NO_REGION = "us-east-1";

  private static final String FORM =
      "s3://BUCKET/PREFIX?region=REGION for Amazon, or s3://BUCKET/PREFIX?endpoint=https://HOST for"
          + " others";
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]+/)*");
  private static final String ID = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

  /// How bytes come to those who read a film.
  public enum Readers {
    /// Through the server, which may stop them at any time.
    SERVED,
    /// From the store itself, by an address that is good for some minutes.
    SENT
  }

  /// By what a store knows who asks. Its text tells neither.
  public record Keys(String id, String secret) {
    @Override
    public String toString() {
      return "keys";
    }
  }

  /// What `text` says, with the keys that stand in `environment`; nothing if it is `folder`. Throws
  /// `IllegalArgumentException`, which says what to do.
  public static Optional<S3Address> parse(String text, Map<String, String> environment) {
    if (text.strip().equals("folder")) {
      return Optional.empty();
    }
    try {
      var address = new URI(text.strip());
      if ("s3".equals(address.getScheme()) && address.getAuthority() != null) {
        return Optional.of(of(address, environment));
      }
    } catch (URISyntaxException _) {
      // told below, in words that help
    }
    throw new IllegalArgumentException("is no store: write folder, " + FORM);
  }

  private static S3Address of(URI address, Map<String, String> environment) {
    if (address.getRawAuthority().contains("@")) {
      throw new IllegalArgumentException(
          "holds keys, which others could read in the list of processes: put them into the"
              + " environment as "
              + ID
              + " and "
              + SECRET);
    }
    var bucket = address.getRawAuthority();
    if (!BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException("'" + bucket + "' is no name of a bucket: write " + FORM);
    }
    var settings = settings(Optional.ofNullable(address.getRawQuery()).orElse(""));
    var endpoint = Optional.ofNullable(settings.get("endpoint")).map(S3Address::endpoint);
    var region = Optional.ofNullable(settings.get("region"));
    if (endpoint.isEmpty() && region.isEmpty()) {
      throw new IllegalArgumentException("needs a region or an endpoint: write " + FORM);
    }
    return new S3Address(
        bucket,
        prefix(Optional.ofNullable(address.getPath()).orElse("")),
        endpoint,
        region.orElse(NO_REGION),
        readers(settings),
        new Keys(key(environment, ID), key(environment, SECRET)));
  }

  private static Map<String, String> settings(String query) {
    var settings = new HashMap<String, String>();
    for (var setting : Arrays.stream(query.split("&")).filter(it -> !it.isEmpty()).toList()) {
      int equals = setting.indexOf('=');
      var name = equals < 0 ? setting : setting.substring(0, equals);
      if (equals < 0 || !Set.of("endpoint", "region", "readers").contains(name)) {
        throw new IllegalArgumentException("does not know '" + name + "': write " + FORM);
      }
      settings.put(name, setting.substring(equals + 1));
    }
    return settings;
  }

  private static Readers readers(Map<String, String> settings) {
    return switch (settings.getOrDefault("readers", "served")) {
      case "served" -> Readers.SERVED;
      case "sent" -> Readers.SENT;
      default ->
          throw new IllegalArgumentException(
              "has readers that are neither served nor sent: write readers=served for films that"
                  + " go through the server, readers=sent for those that come from the store itself");
    };
  }

  private static String prefix(String path) {
    var bare = path.startsWith("/") ? path.substring(1) : path;
    var prefix = bare.isEmpty() || bare.endsWith("/") ? bare : bare + "/";
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "'" + bare + "' is no prefix: write letters, digits, '.', '-' and '_', parted by '/'");
    }
    return prefix;
  }

  private static URI endpoint(String text) {
    try {
      var endpoint = new URI(text);
      boolean isWeb = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
      if (isWeb && endpoint.getHost() != null && endpoint.getUserInfo() == null) {
        return endpoint;
      }
    } catch (URISyntaxException _) {
      // told below, in words that help
    }
    throw new IllegalArgumentException(
        "has the endpoint '" + text + "': write it like https://s3.example.org");
  }

  private static String key(Map<String, String> environment, String name) {
    var key = environment.getOrDefault(name, "").strip();
    if (key.isEmpty()) {
      throw new IllegalArgumentException(
          "needs " + ID + " and " + SECRET + " in the environment, and " + name + " is not there");
    }
    return key;
  }

  @Override
  public String toString() {
    return "s3://" + bucket + "/" + prefix + endpoint.map(it -> " at " + it).orElse("");
  }
}
