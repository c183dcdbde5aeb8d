package matinee.bench;

import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.EpollIoHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `./dev bench peak [SHOWS] [--ahead=SECONDS]`: planned evenings that all begin at the same second
/// (L-16), 1,000 where no number is given.
///
/// Two servers of one database keep their rooms, each of which has somebody at either. Prints how
/// long after its time the film of each began by the time of its room, and how many began otherwise
/// than once.
public final class Peak {
  private static final int SHOWS = 1_000;
  private static final int AHEAD_S = 90;

  /// As many as an account may have planned.
  private static final int OF_EACH = 100;

  private static final int HEARTBEAT_S = 10;
  private static final int SETTLE_S = 15;

  private final List<Target.Matinee> servers;
  private final MultiThreadIoEventLoopGroup group =
      new MultiThreadIoEventLoopGroup(1, EpollIoHandler.newFactory());
  private final List<Onlooker> onlookers = new ArrayList<>();

  private Peak(List<Target.Matinee> servers) {
    this.servers = servers;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var words = new Words(arguments);
    int ahead = words.number("ahead", AHEAD_S);
    var others = words.others();
    int shows = others.isEmpty() ? SHOWS : Integer.parseInt(others.getFirst());
    try (var postgres = OwnPostgres.quick();
        var redis = Redis.start()) {
      var repository = Path.of(arguments[0]).toAbsolutePath();
      var data = Files.createTempDirectory("matinee-bench");
      var environment =
          Map.of(
              "MATINEE_DATABASE", OwnPostgres.address(postgres), "MATINEE_REDIS", redis.address());
      try (var one =
              MatineeProcess.start(
                  repository, MatineeProcess.freePort(), data, List.of(), environment);
          var other =
              MatineeProcess.start(
                  repository, MatineeProcess.freePort(), data, List.of(), environment)) {
        var peak = new Peak(List.of(one.target(), other.target()));
        peak.measure(shows, Instant.now().plusSeconds(ahead).truncatedTo(ChronoUnit.SECONDS));
      }
    }
  }

  private void measure(int shows, Instant at) throws IOException, InterruptedException {
    for (var room : plan(shows, at)) {
      enter(room);
    }
    System.out.printf("%,d planned, two people are in front of each%n", shows);
    long leftMs = at.toEpochMilli() - System.currentTimeMillis();
    if (leftMs < TimeUnit.SECONDS.toMillis(SETTLE_S)) {
      throw new IllegalStateException(
          "there was not enough time to get ready: give more by --ahead");
    }
    Thread.sleep(leftMs + TimeUnit.SECONDS.toMillis(SETTLE_S));
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS).syncUninterruptibly();
    report(at);
  }

  /// The rooms of so many evenings at that instant.
  private List<String> plan(int shows, Instant at) throws IOException {
    int port = servers.getFirst().httpPort();
    var rooms = new ArrayList<String>();
    var access = "";
    for (int i = 0; i < shows; i++) {
      if (i % OF_EACH == 0) {
        access = newAccount(port, i);
      }
      var evening =
          """
          {"media":{"ref":{"type":"address","url":"https://films.example.org/%d.mp4"},"title":"Film %d"},\
          "local":"%s","zone":"UTC"}"""
              .formatted(i, i, at.toString().replace("Z", ""));
      rooms.add(Http.field(Http.post(port, i, "/api/screenings", evening, access), "room"));
    }
    return rooms;
  }

  /// The access token of somebody new.
  private static String newAccount(int port, int number) throws IOException {
    var login =
        "{\"email\":\"ann%d@example.org\",\"password\":\"correct horse\"}".formatted(number);
    int status =
        Http.status(port, number, "/api/accounts", login.replace("}", ",\"name\":\"Ann\"}"));
    if (status != 202) {
      throw new IOException("registering was answered " + status);
    }
    return Http.field(Http.post(port, number, "/api/sessions", login), "access");
  }

  private void enter(String room) throws IOException {
    int number = onlookers.size();
    for (int at = 0; at < servers.size(); at++) {
      var server = servers.get(at);
      var answer =
          Http.post(
              server.httpPort(),
              number + at,
              "/api/rooms/" + room + "/tickets",
              "{\"name\":\"Member " + at + "\"}");
      var onlooker = new Onlooker();
      onlookers.add(onlooker);
      var loop = group.next();
      ClientSocket.connect(
              loop, server.port(), server.handshake(Http.field(answer, "ticket")), onlooker)
          .syncUninterruptibly();
      loop.scheduleAtFixedRate(onlooker::beat, HEARTBEAT_S, HEARTBEAT_S, TimeUnit.SECONDS);
    }
  }

  private void report(Instant at) {
    var late = new Percentiles();
    int otherwise = 0;
    for (var onlooker : onlookers) {
      if (onlooker.starts().size() == 1) {
        late.add(TimeUnit.MILLISECONDS.toNanos(onlooker.starts().getFirst() - at.toEpochMilli()));
      } else {
        otherwise++;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "late p50 %.0f, p99 %.0f, most %.0f ms; of %,d people %,d saw it begin otherwise than once%n",
        late.micros(0.5) / 1e3,
        late.micros(0.99) / 1e3,
        late.micros(1) / 1e3,
        onlookers.size(),
        otherwise);
  }
}
