package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// Whether a server reads what stands at addresses that people name, and where it does not go.
final class PreviewsOfServerTest {
  @TempDir private Path data;

  private Matinee serve(Map<String, String> environment) throws Exception {
    var arguments =
        List.of("serve", "--port=0", "--sync-port=0", "--bind=127.0.0.1", "--data=" + data);
    var wanted = new Options().parse(arguments.toArray(String[]::new), environment);
    return Matinee.start(((Options.Wanted.Server) wanted).config());
  }

  /// What a member of a room is told of this machine.
  private static HttpResponse<String> look(Matinee server) throws Exception {
    var http = HttpClient.newHttpClient();
    var ann = new Stranger(http, server.webPort());
    var room = ann.newRoom();
    var ticket = ann.post("/api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}").body();
    var pass = JsonMapper.shared().readTree(ticket).path("pass").asString();
    var address =
        URI.create("http://127.0.0.1:%d/api/rooms/%s/previews".formatted(server.webPort(), room));
    return http.send(
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + pass)
            .POST(HttpRequest.BodyPublishers.ofString("{\"address\":\"http://127.0.0.1/\"}"))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void nothing_is_read_unless_who_runs_the_server_wants_it() throws Exception {
    var server = serve(Map.of());

    var answer = look(server);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("urn:matinee:problem:no-previews", "--previews");
    server.stop();
  }

  @Test
  @Tag("M-08")
  void nothing_of_the_own_machine_is_told_by_a_server_that_reads_addresses() throws Exception {
    var server = serve(Map.of("MATINEE_PREVIEWS", "on"));

    var answer = look(server);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"kind\":\"unread\",\"why\":\"no_answer\"}");
    server.stop();
  }
}
