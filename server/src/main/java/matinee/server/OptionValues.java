package matinee.server;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import matinee.server.Config.LogFormat;
import matinee.server.Config.MetricsFor;
import matinee.server.Config.SyncAt;
import matinee.server.access.Network;
import matinee.server.bus.RedisAddress;
import matinee.server.immudb.ImmudbAddress;
import matinee.server.regions.Region;
import matinee.server.sql.Database;

/// How the values of options are written. Each throws `IllegalArgumentException`, which says what
/// is wrong with the text and how to write it.
final class OptionValues {
  private static final int MAX_PORT = 65_535;
  private static final Pattern TIME = Pattern.compile("([1-9][0-9]{0,4})([mhd])");

  private OptionValues() {}

  static int port(String text) {
    int port = whole(text);
    if (port < 0 || port > MAX_PORT) {
      throw new IllegalArgumentException(
          "'" + text + "' is no port: write a number from 0 to 65535");
    }
    return port;
  }

  static Optional<SyncAt> syncAt(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':');
    if (colon < 1) {
      throw new IllegalArgumentException(
          "'" + text + "' is no host with a port: write it like sync.example.org:8081");
    }
    return Optional.of(
        new SyncAt(text.substring(0, colon).strip(), port(text.substring(colon + 1))));
  }

  static int count(String text) {
    int count = whole(text);
    if (count < 1) {
      throw new IllegalArgumentException("'" + text + "' is too few: write a number above 0");
    }
    return count;
  }

  static int countOrNone(String text) {
    int count = whole(text);
    if (count < 0) {
      throw new IllegalArgumentException("'" + text + "' is too few: write 0 or more");
    }
    return count;
  }

  static int whole(String text) {
    try {
      return Integer.parseInt(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is no whole number", e);
    }
  }

  /// A whole number of minutes, hours or days.
  static Duration time(String text) {
    var found = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!found.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no length of time: write it like 30m, 24h or 7d");
    }
    long number = Long.parseLong(found.group(1));
    return switch (found.group(2)) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofDays(number);
    };
  }

  static String filled(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("is empty: write a value or leave the option out");
    }
    return text.strip();
  }

  static Path folder(String text) {
    return Path.of(text).toAbsolutePath().normalize();
  }

  static Optional<Path> folderIfAny(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(folder(text.strip()));
  }

  static String database(String text, Path data) {
    if (text.isBlank()) {
      return data.resolve("matinee.db").toString();
    }
    Database.checkAddress(text.strip());
    return text.strip();
  }

  static Optional<ImmudbAddress> immudb(String text) {
    return text.isBlank() ? Optional.empty() : Optional.of(ImmudbAddress.parse(text));
  }

  static Optional<RedisAddress> redis(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    return Optional.of(RedisAddress.parse(text.strip()));
  }

  static List<URI> urls(String text) {
    return list(text, OptionValues::url);
  }

  /// What stands in `text` between commas, but for what is empty.
  static <T> List<T> list(String text, Function<String, T> parse) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(parse)
        .toList();
  }

  static List<Region> regions(String text) {
    return list(text, OptionValues::region);
  }

  private static Region region(String text) {
    int equals = text.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "'" + text + "' is no region with an address: write it like eu=https://eu.example.org");
    }
    return new Region(text.substring(0, equals).strip(), url(text.substring(equals + 1).strip()));
  }

  static Set<String> networks(String text) {
    return Arrays.stream(text.split(",", -1))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .map(part -> Network.parse(part).toString())
        .collect(Collectors.toUnmodifiableSet());
  }

  static URI url(String text) {
    try {
      var url = new URI(text);
      boolean web = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
      if (web && url.getHost() != null && url.getUserInfo() == null) {
        return url;
      }
    } catch (URISyntaxException _) {
      // told below, in words that help
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no web address: write it like https://matinee.example.org");
  }

  static boolean isForAll(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "all" -> true;
      case "none" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is unknown: write all or none");
    };
  }

  static boolean isOn(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "on" -> true;
      case "off" -> false;
      default -> throw new IllegalArgumentException("'" + text + "' is unknown: write on or off");
    };
  }

  static LogFormat logFormat(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "plain" -> LogFormat.PLAIN;
      case "json" -> LogFormat.JSON;
      default ->
          throw new IllegalArgumentException("'" + text + "' is unknown: write plain or json");
    };
  }

  static MetricsFor metricsFor(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "local" -> MetricsFor.LOCAL;
      case "all" -> MetricsFor.ALL;
      default ->
          throw new IllegalArgumentException("'" + text + "' is unknown: write local or all");
    };
  }
}
