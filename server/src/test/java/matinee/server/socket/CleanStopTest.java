package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import matinee.room.Author;
import matinee.room.Recorded;
import matinee.room.Wish;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import matinee.wire.Decoded;
import matinee.wire.Events;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The server is asked to end: it sends everyone away with the wish to come back, each at its own
/// time, and loses nothing.
final class CleanStopTest {
  private static final int ROOMS = 25;
  private static final int MEMBERS = 20;
  private static final int ANSWERS = 200;
  private static final int MEGABYTE = 1 << 20;

  /// The first bytes of sound in FLAC.
  private static final byte[] FLAC = "fLaC".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path data;

  /// Somebody who talks until the connection ends, and what of it was accepted.
  private record Talker(String room, Future<List<String>> accepted) {

    static Talker start(ExecutorService threads, String room, TestClient client, Runnable heard) {
      return new Talker(room, threads.submit(() -> talk(client, heard)));
    }

    private static List<String> talk(TestClient client, Runnable heard) throws Exception {
      var accepted = new ArrayList<String>();
      try {
        for (int i = 0; ; i++) {
          client.ask("line-" + i, new Wish.Say("line " + i));
          client.await(ServerMessage.Accepted.class);
          accepted.add("line-" + i);
          heard.run();
        }
      } catch (IOException | AssertionError _) {
        return accepted; // the server has sent it away
      }
    }
  }

  @Test
  @Tag("CO4")
  void under_load_everyone_is_asked_to_come_back_and_nothing_is_lost() throws Exception {
    var clients = new ArrayList<TestClient>();
    var talkers = new ArrayList<Talker>();
    try (var server = new ClerkProcess(data, data.resolve("matinee.db").toString());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var uploading = RawSocket.connect(server.pagePort());
        var streaming = RawSocket.connect(server.pagePort())) {
      clients.add(watch(server, streaming));
      var rooms = new ArrayList<String>();
      for (int i = 0; i < ROOMS; i++) {
        rooms.add(server.newRoom());
        clients.addAll(enter(server, rooms.getLast()));
        for (var client : clients) {
          client.heartbeat(i);
        }
      }
      beginUpload(server, uploading);
      var answers = new CountDownLatch(ANSWERS);
      for (int i = 0; i < ROOMS; i++) {
        var last = clients.get((i + 1) * MEMBERS);
        talkers.add(Talker.start(threads, rooms.get(i), last, answers::countDown));
      }
      answers.await();

      server.terminate();

      assertThat(uploading.readHead()).startsWith("HTTP/1.1 503 ").contains("Retry-After: 60");
      assertThat(server.hasEnded(30)).isTrue();
    }
    var retries = new ArrayList<Long>();
    for (var client : clients) {
      var end = client.end();
      assertThat(end.closeCode()).isEqualTo(1001);
      retries.add(Long.parseLong(end.text().replaceAll("(?s)^..retry-after-ms=", "")));
      client.close();
    }
    assertThat(retries).allMatch(it -> it >= 500 && it <= 6_000);
    assertThat(spread(retries)).isGreaterThan(5_000);
    for (var talker : talkers) {
      assertThat(commands(talker.room)).containsAll(talker.accepted.get());
    }
    try (var films = Files.list(data.resolve("films"))) {
      assertThat(films).hasSize(1);
    }
  }

  private static List<TestClient> enter(ClerkProcess server, String room) throws Exception {
    var members = new ArrayList<TestClient>();
    for (int i = 0; i < MEMBERS; i++) {
      members.add(server.client(room, "m" + i));
      members.getLast().enter();
    }
    return members;
  }

  /// Somebody in a room of their own reads the beginning of a film, more slowly than it comes.
  private static TestClient watch(ClerkProcess server, RawSocket reader) throws Exception {
    var page = "http://127.0.0.1:" + server.pagePort();
    var bytes = Arrays.copyOf(FLAC, 64 * MEGABYTE);
    var film = post(to(page + "/api/films?name=a.flac", "application/octet-stream"), bytes);
    var media = "{\"media\":{\"ref\":{\"type\":\"upload\",\"film\":" + film.path("film") + "}}}";
    var room = page + "/api/rooms/" + post(page + "/api/rooms", media).path("room").asString();
    var ticket = post(room + "/tickets", "{\"name\":\"Ann\"}");
    var client = server.clientWith(ticket.path("ticket").asString());
    client.enter();
    var address = room + "/films/" + film.path("film").asString() + "/address";
    var pass = ticket.path("pass").asString();
    var asking = to(address, "application/json").header("Authorization", "Bearer " + pass);
    var signed = post(asking, new byte[0]).path("url").asString();
    var get = "GET " + signed + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.pagePort() + "\r\n\r\n";
    reader.send(get.getBytes(StandardCharsets.US_ASCII));
    assertThat(reader.readHead()).startsWith("HTTP/1.1 200 ");
    return client;
  }

  private void beginUpload(ClerkProcess server, RawSocket sender) throws IOException {
    var head =
        "POST /api/films?name=b.flac HTTP/1.1\r\nHost: 127.0.0.1:"
            + server.pagePort()
            + "\r\nContent-Type: application/octet-stream\r\nContent-Length: "
            + 64 * MEGABYTE
            + "\r\n\r\n";
    sender.send(head.getBytes(StandardCharsets.US_ASCII));
    sender.send(Arrays.copyOf(FLAC, MEGABYTE));
    await()
        .untilAsserted(
            () -> assertThat(data.resolve("films")).isDirectoryContaining("glob:**.part"));
  }

  private static HttpRequest.Builder to(String address, String type) {
    return HttpRequest.newBuilder(URI.create(address)).header("Content-Type", type);
  }

  private static JsonNode post(String address, String json) throws Exception {
    return post(to(address, "application/json"), json.getBytes(StandardCharsets.UTF_8));
  }

  private static JsonNode post(HttpRequest.Builder request, byte[] body) throws Exception {
    try (var http = HttpClient.newHttpClient()) {
      var whole = request.POST(HttpRequest.BodyPublishers.ofByteArray(body)).build();
      var answer = http.send(whole, BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
      return new JsonMapper().readTree(answer.body());
    }
  }

  @Test
  void a_few_are_asked_to_come_back_soon() throws Exception {
    try (var server = new ClerkProcess(data, data.resolve("matinee.db").toString());
        var client = server.client(server.newRoom(), "ann")) {
      client.enter();

      server.terminate();

      assertThat(client.end().text()).matches("(?s)..retry-after-ms=(5|6|7|8|9)[0-9]{2}");
      assertThat(server.hasEnded(30)).isTrue();
    }
  }

  private static long spread(List<Long> values) {
    var ordered = values.stream().sorted().toList();
    return ordered.getLast() - ordered.getFirst();
  }

  /// The ids of all commands in the history of `room`.
  private List<String> commands(String room) {
    var database = Database.open(data.resolve("matinee.db").toString(), (_, _) -> {});
    try {
      var journal = new SqlJournal(database);
      var found = journal.find(new RoomId(room)).orElseThrow();
      return journal.since(found, 0, 1_000_000).stream()
          .map(entry -> ((Decoded.Value<Recorded>) Events.decode(entry.body())).value().author())
          .filter(Author.ByMember.class::isInstance)
          .map(author -> ((Author.ByMember) author).command().value())
          .toList();
    } finally {
      database.close();
    }
  }
}
