package matinee.server.http;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import matinee.server.Config;

/// How the sync server of a [House] is set up.
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
}
