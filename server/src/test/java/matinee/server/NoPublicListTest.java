package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// A server that lists no rooms.
final class NoPublicListTest {
  @TempDir private Path data;

  private Matinee serve(String publicList) throws Exception {
    var arguments =
        List.of(
            "serve",
            "--port=0",
            "--sync-port=0",
            "--bind=127.0.0.1",
            "--data=" + data,
            "--public-list=" + publicList);
    var wanted = new Options().parse(arguments.toArray(String[]::new), Map.of());
    return Matinee.start(((Options.Wanted.Server) wanted).config());
  }

  private static Stranger at(Matinee server) {
    return new Stranger(HttpClient.newHttpClient(), server.webPort());
  }

  private static String door(String access, String title) {
    return "\"door\":{\"access\":\"%s\",\"capacity\":9,\"newcomers\":\"MEMBER\",\"title\":\"%s\"}"
        .formatted(access, title);
  }

  @Test
  @Tag("AC1")
  void says_so_and_lets_no_room_choose_to_be_listed() throws Exception {
    var server = serve("none");
    var ann = at(server);

    var list = ann.get("/api/public-rooms");
    var here = ann.get("/api/here");
    try (var visit = ann.enter(ann.ticket(ann.newRoom()))) {
      var refused = visit.tryToAsk("setDoor", "door-1", door("PUBLIC", "Tonight"));
      var accepted = visit.tryToAsk("setDoor", "door-2", door("LINK", "Tonight"));

      assertThat(List.of(refused, accepted)).containsExactly("rejected", "accepted");
    }
    assertThat(list.statusCode()).isEqualTo(404);
    assertThat(list.body()).contains("urn:matinee:problem:no-public-list", "for its link");
    assertThat(here.body()).isEqualTo("{\"region\":\"\",\"publicList\":false}");
    server.stop();
  }

  @Test
  @Tag("AC1")
  void leaves_a_room_as_it_is_that_was_public_before() throws Exception {
    var before = serve("all");
    var room = at(before).newRoom();
    var ticket =
        JsonMapper.shared()
            .readTree(
                at(before).post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}").body());
    try (var visit = at(before).enter(ticket.path("ticket").asString())) {
      visit.ask("setDoor", "door-1", door("PUBLIC", "Tonight"));
    }
    before.stop();

    var after = serve("none");
    var again =
        new Stranger(HttpClient.newHttpClient(), after.webPort(), Optional.empty())
            .post(
                "/api/rooms/" + room + "/tickets",
                "{\"name\":\"Ann\",\"pass\":\"%s\"}".formatted(ticket.path("pass").asString()));
    var returned = JsonMapper.shared().readTree(again.body()).path("ticket").asString();
    try (var visit = at(after).enter(returned)) {
      var renamed = visit.tryToAsk("setDoor", "door-2", door("PUBLIC", "Tomorrow"));
      var closed = visit.tryToAsk("setDoor", "door-3", door("LINK", "Tomorrow"));
      var reopened = visit.tryToAsk("setDoor", "door-4", door("PUBLIC", "Tomorrow"));

      assertThat(List.of(renamed, closed, reopened))
          .containsExactly("accepted", "accepted", "rejected");
    }
    after.stop();
  }
}
