package matinee.server.stores;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import matinee.server.stores.StoreAddress.Readers;

/// What stands in the address of a bucket: its name, the prefix below which films lie, empty or
/// with a `/` at its end, and settings by name.
record AddressParts(String bucket, String prefix, Map<String, String> settings) {
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]");
  private static final Pattern PREFIX = Pattern.compile("([A-Za-z0-9._-]+/)*");

  /// How the addresses of one kind of store are written: their `form`, which `settings` they may
  /// have, and under which names their `keys` stand in the environment instead.
  record Spelling(String form, Set<String> settings, String keys) {}

  /// What stands in `address`, which has an authority. Throws `IllegalArgumentException`, which
  /// says what to do.
  static AddressParts of(URI address, Spelling spelling) {
    var bucket = address.getRawAuthority();
    if (bucket.contains("@")) {
      throw new IllegalArgumentException(
          "holds keys, which others could read in the list of processes: put them into the"
              + " environment as "
              + spelling.keys());
    }
    if (!BUCKET.matcher(bucket).matches()) {
      throw new IllegalArgumentException(
          "'" + bucket + "' is no name of a bucket: write " + spelling.form());
    }
    return new AddressParts(
        bucket,
        prefix(Optional.ofNullable(address.getPath()).orElse("")),
        settings(Optional.ofNullable(address.getRawQuery()).orElse(""), spelling));
  }

  private static Map<String, String> settings(String query, Spelling spelling) {
    var settings = new HashMap<String, String>();
    for (var setting : Arrays.stream(query.split("&")).filter(it -> !it.isEmpty()).toList()) {
      int equals = setting.indexOf('=');
      var name = equals < 0 ? setting : setting.substring(0, equals);
      if (equals < 0 || !spelling.settings().contains(name)) {
        throw new IllegalArgumentException(
            "does not know '" + name + "': write " + spelling.form());
      }
      settings.put(name, setting.substring(equals + 1));
    }
    return settings;
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

  Readers readers() {
    return switch (settings.getOrDefault("readers", "served")) {
      case "served" -> Readers.SERVED;
      case "sent" -> Readers.SENT;
      default ->
          throw new IllegalArgumentException(
              "has readers that are neither served nor sent: write readers=served for films that"
                  + " go through the server, readers=sent for those that come from the store itself");
    };
  }

  Optional<URI> endpoint() {
    return Optional.ofNullable(settings.get("endpoint")).map(AddressParts::endpoint);
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
        "has the endpoint '" + text + "': write it like https://storage.example.org");
  }
}
