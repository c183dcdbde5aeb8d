package matinee.server;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// How this server is set up; checked and complete. Made by [Options] from the command line and the
/// environment.
///
/// `publicUrls` are the addresses at which people reach the server when they differ from the `Host`
/// that requests name; pages from there may open connections. `trustedProxies` are the addresses of
/// proxies that are believed when they say who asks.
public record Config(
    Listen listen,
    Path data,
    List<URI> publicUrls,
    Set<String> trustedProxies,
    UploadLimits uploads,
    CommandLimits commands,
    LogFormat log) {

  /// Where the server listens: `bind` is a host name or an address. A port of 0 takes one that is
  /// free.
  public record Listen(String bind, int httpPort, int syncPort) {}

  /// `maxFilmBytes` is the size of the largest film taken, `maxTotalBytes` that of all films
  /// together.
  public record UploadLimits(long maxFilmBytes, long maxTotalBytes) {}

  /// How many commands a connection may send: `perSecond` on average, `burst` at once (CO3).
  public record CommandLimits(int perSecond, int burst) {}

  /// How log lines look.
  public enum LogFormat {
    PLAIN,
    JSON
  }

  public Config {
    publicUrls = List.copyOf(publicUrls);
    trustedProxies = Set.copyOf(trustedProxies);
  }
}
