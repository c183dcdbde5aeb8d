package matinee.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `./dev bench stop`: what a clean stop does to 5,000 people.
///
/// 250 rooms of 20 in which something is said every second, four uploads and 20 film readers are
/// under way when the server is asked to end. Then it is started again, and each room is compared
/// with the last revision that a member had heard of. The argument is the folder of the repository.
public final class Stop {
  private static final int ROOMS = 250;
  private static final int MEMBERS = 20;
  private static final int UPLOADS = 4;
  private static final int READERS = 20;
  private static final Pattern RETRY = Pattern.compile("retry-after-ms=(\\d+)");

  private Stop() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    int syncPort = MatineeProcess.freePort();
    var data = Files.createTempDirectory("matinee-bench");
    try (var server = MatineeProcess.start(repository, syncPort, data);
        var film = WatchedFilm.of(server.target(), WatchedFilm.beginning(Sippers.FILM_BYTES));
        var crowd = Crowd.gather(server.target(), ROOMS, MEMBERS)) {
      int port = server.target().httpPort();
      var request = Sippers.request(server.target(), film);
      var readers = new ArrayList<Socket>();
      for (int i = 0; i < READERS; i++) {
        readers.add(Sippers.begin(port, request));
      }
      var uploads = new ArrayList<Socket>();
      for (int i = 0; i < UPLOADS; i++) {
        uploads.add(upload(port));
      }
      var talking =
          crowd
              .loop()
              .scheduleAtFixedRate(
                  () -> crowd.rooms().forEach(room -> room.say(System.nanoTime())),
                  0,
                  1,
                  TimeUnit.SECONDS);
      TimeUnit.SECONDS.sleep(5);
      long start = System.nanoTime();
      double seconds = server.process().stop();
      talking.cancel(false);
      System.out.printf("exit after %.1f s%n", seconds);
      tell(crowd, start);
      System.out.println("uploads were answered " + statuses(uploads));
      for (var reader : readers) {
        reader.close();
      }
      compare(repository, data, crowd, server.target());
    }
  }

  private static Socket upload(int port) throws IOException {
    var socket = new Socket(InetAddress.getLoopbackAddress(), port);
    var head =
        "POST /api/films?name=b.flac HTTP/1.1\r\nHost: 127.0.0.1:"
            + port
            + "\r\nContent-Type: application/octet-stream\r\nContent-Length: 67108864\r\n\r\n";
    socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().write(WatchedFilm.beginning(1 << 20));
    return socket;
  }

  private static void tell(Crowd crowd, long start) {
    var closings =
        crowd.rooms().stream().map(LoadRoom::closings).flatMap(Collection::stream).toList();
    var after = closings.stream().mapToLong(it -> (it.nanos() - start) / 1_000_000);
    var arrived = after.summaryStatistics();
    var retries =
        closings.stream()
            .map(it -> RETRY.matcher(it.reason()))
            .filter(Matcher::find)
            .mapToLong(it -> Long.parseLong(it.group(1)))
            .summaryStatistics();
    System.out.printf(
        "%,d of %,d closed with 1001, after %,d to %,d ms; %,d asked to come back after %,d to %,d ms%n",
        closings.stream().filter(it -> it.code() == 1001).count(),
        ROOMS * MEMBERS,
        arrived.getMin(),
        arrived.getMax(),
        retries.getCount(),
        retries.getMin(),
        retries.getMax());
  }

  private static List<String> statuses(List<Socket> uploads) throws IOException {
    var statuses = new ArrayList<String>();
    for (var upload : uploads) {
      try (upload) {
        var head = upload.getInputStream().readNBytes("HTTP/1.1 503".length());
        statuses.add(new String(head, StandardCharsets.US_ASCII));
      }
    }
    return statuses;
  }

  /// What has been heard was accepted, and what was accepted has a revision without a gap before
  /// it.
  private static void compare(Path repository, Path data, Crowd crowd, Target.Matinee before)
      throws IOException, InterruptedException {
    int behind = 0;
    try (var server = MatineeProcess.start(repository, before.port(), data)) {
      var target = before.at(server.target().httpPort());
      for (var room : crowd.rooms()) {
        try (var stranger = Stranger.enter(target, room.number(), MEMBERS, 1 << 16).reading()) {
          while (stranger.revision() == 0) {
            TimeUnit.MILLISECONDS.sleep(1);
          }
          behind += stranger.revision() < room.revision() ? 1 : 0;
        }
      }
    }
    System.out.printf("%d of %d rooms lost something that had been accepted%n", behind, ROOMS);
  }
}
