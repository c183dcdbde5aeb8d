package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import matinee.server.sql.TestPooler;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two servers whose PostgreSQL is behind a pooler that gives each transaction another connection.
@Tag("F-11")
final class PoolerTest {
  /// More often than a driver runs a statement before it prepares it.
  private static final int OFTEN = 20;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  private static List<String> words(String by) {
    return IntStream.range(0, OFTEN).mapToObj(i -> by + "-" + i).toList();
  }

  private static void talk(Stranger.Visit visit, String by) throws InterruptedException {
    for (var word : words(by)) {
      var answer = visit.ask("say", word, "\"text\":\"%s\"".formatted(word));
      assertThat(answer.path("type").asString()).isEqualTo("accepted");
    }
  }

  /// All that `by` says, in the order in which `visit` hears it.
  private static List<String> heard(Stranger.Visit visit, String by) throws InterruptedException {
    var heard = new ArrayList<String>();
    while (heard.size() < OFTEN) {
      var text = visit.ear().next("said", "closed").path("text").asString();
      if (text.startsWith(by)) {
        heard.add(text);
      }
    }
    return heard;
  }

  @Test
  void a_room_is_kept_by_two_servers_and_all_that_is_said_is_heard_at_both() throws Exception {
    var database = TestPooler.before(TestPostgres.newDatabase());
    try (var one = MatineeProcess.serving(folder, database);
        var two = MatineeProcess.serving(folder, database)) {
      var ann = new Stranger(http, one.port(), Optional.empty());
      var ben = new Stranger(http, two.port(), Optional.empty());
      var room = ann.newRoom();
      try (var atOne = ann.enter(ann.ticket(room));
          var atTwo = ben.enter(ben.ticket(room))) {
        talk(atOne, "ann");
        talk(atTwo, "ben");

        assertThat(heard(atOne, "ben")).containsExactlyElementsOf(words("ben"));
        assertThat(ben.get("/health/ready").statusCode()).isEqualTo(200);
      }
    }
  }
}
