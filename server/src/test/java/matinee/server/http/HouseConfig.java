package matinee.server.http;

import io.vertx.core.net.SocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import matinee.server.Config;
import matinee.server.fetching.Roads;
import matinee.server.previews.Previews;

/// How the servers of a [House] are set up.
final class HouseConfig {

  private HouseConfig() {}

  static Config of(Path data) {
    return new Config(
        new Config.Listen(Config.Role.ALL, "127.0.0.1", 0, 0, Optional.empty()),
        new Config.Storage(data, data.resolve("matinee.db").toString(), Optional.empty()),
        Config.Place.ANYWHERE,
        new Config.UploadLimits(1, 1, 1, Duration.ofDays(1)),
        new Config.CommandLimits(20, 40, House.MAX_CONNECTIONS, 2_000),
        new Config.Telemetry(
            Config.LogFormat.PLAIN, Config.MetricsFor.LOCAL, Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  /// `library`, with previews that go along `roads` if there are to be any.
  static Library telling(Library library, House.Outside outside, Roads roads) {
    return outside.place().previews()
        ? library.telling(new Previews(roads.fetcher(), InstantSource.system()))
        : library;
  }

  static WebServer.Settings settings(Path data, House.Outside outside, int syncPort) {
    return new WebServer.Settings(
        "127.0.0.1",
        0,
        Optional.of(
            SocketAddress.inetSocketAddress(outside.syncPort().orElse(syncPort), "127.0.0.1")),
        data.resolve("page"),
        outside.place(),
        Config.MetricsFor.LOCAL);
  }
}
