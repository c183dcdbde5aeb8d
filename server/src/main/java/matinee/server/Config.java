package matinee.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import matinee.server.bus.RedisAddress;
import matinee.server.immudb.ImmudbAddress;
import matinee.server.mail.MailSettings;
import matinee.server.regions.Regions;
import matinee.server.relays.IceServers;
import matinee.server.stores.StoreAddress;

/// How this server is set up; checked and complete. Made by [Options] from the command line and the
/// environment. `mail` is how letters are sent, if they are.
public record Config(
    Listen listen,
    Storage storage,
    Place place,
    UploadLimits uploads,
    CommandLimits commands,
    Telemetry telemetry,
    Optional<MailSettings> mail) {

  /// What this process does, and where it listens: `bind` is a host name or an address. A port of 0
  /// takes one that is free. `syncAt` is the sync server of another process, to which `/sync` is
  /// passed on by one that has none.
  public record Listen(
      Role role, String bind, int httpPort, int syncPort, Optional<SyncAt> syncAt) {}

  /// Which part of Matinee a process is.
  public enum Role {
    /// Everything.
    ALL,
    /// Pages, REST interface and films; rooms are at work in other processes.
    API,
    /// Rooms at work, and whether this process is well.
    SYNC;

    /// Are pages, REST interface and films served here?
    public boolean servesPages() {
      return switch (this) {
        case ALL, API -> true;
        case SYNC -> false;
      };
    }

    /// Are rooms at work here?
    public boolean keepsRooms() {
      return switch (this) {
        case ALL, SYNC -> true;
        case API -> false;
      };
    }
  }

  /// The host and the port of a sync server.
  public record SyncAt(String host, int port) {}

  /// Where in the world the server is. `publicUrls` are the addresses at which people reach it when
  /// they differ from the `Host` that requests name; pages from there may open connections.
  /// `trustedProxies` are the addresses of proxies that are believed when they say who asks.
  /// `listsRooms` says whether rooms may be in the public list, or there is none; `previews`
  /// whether it reads what stands at addresses on the web that people name; by `iceServers` the
  /// browsers of people find a way to one another.
  public record Place(
      List<URI> publicUrls,
      Set<String> trustedProxies,
      Regions regions,
      boolean listsRooms,
      boolean previews,
      IceServers iceServers) {
    /// Reached as requests say, without proxies, in no region, with a public list.
    public static final Place ANYWHERE = new Place(List.of(), Set.of(), Regions.NONE);

    public Place {
      publicUrls = List.copyOf(publicUrls);
      trustedProxies = Set.copyOf(trustedProxies);
    }

    /// With a public list, and without previews and ICE servers.
    public Place(List<URI> publicUrls, Set<String> trustedProxies, Regions regions) {
      this(publicUrls, trustedProxies, regions, true, false, IceServers.NONE);
    }
  }

  /// Where things are kept: films in the folder `data`, or in `store` if there is one, rooms in the
  /// database at an address that [matinee.server.sql.Database#open] takes; and the address of
  /// Redis, if other servers on the same database are reached through it.
  public record Storage(
      Path data, String database, Optional<RedisAddress> redis, Optional<StoreAddress> store) {

    /// With films in the folder.
    public Storage(Path data, String database, Optional<RedisAddress> redis) {
      this(data, database, redis, Optional.empty());
    }
  }

  /// `maxFilmBytes` is the size of the largest film taken, `maxTotalBytes` that of all films
  /// together, `maxPersonBytes` that of what one person uploads; `unfinished` is for how long
  /// uploads are kept that do not go on; of `renditionsAtOnce` films renditions are made at once, 0
  /// makes none.
  public record UploadLimits(
      long maxFilmBytes,
      long maxTotalBytes,
      long maxPersonBytes,
      Duration unfinished,
      int renditionsAtOnce) {

    /// Without renditions.
    public UploadLimits(
        long maxFilmBytes, long maxTotalBytes, long maxPersonBytes, Duration unfinished) {
      this(maxFilmBytes, maxTotalBytes, maxPersonBytes, unfinished, 0);
    }
  }

  /// How many commands a member may send: `perSecond` on average, `burst` at once (CO3); how many
  /// connections one address may have; and how many are let in a second.
  public record CommandLimits(
      int perSecond, int burst, int connectionsPerAddress, int newcomersPerSecond) {}

  /// What is told of the work: how log lines look, who may read the figures, in which folder traces
  /// of the rooms are written, if anywhere, and to which immudb the audit trail is copied, if to
  /// any.
  public record Telemetry(
      LogFormat log, MetricsFor metrics, Optional<Path> trace, Optional<ImmudbAddress> immudb) {}

  /// How log lines look.
  public enum LogFormat {
    PLAIN,
    JSON
  }

  /// Who may read `/metrics`: only who asks from this machine, or everybody who reaches the port.
  public enum MetricsFor {
    LOCAL,
    ALL
  }
}
