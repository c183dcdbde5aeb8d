package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import matinee.room.Wish;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqliteJournal;
import matinee.server.sql.Database;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is asked to end: it sends everyone away with the wish to come back, each at its own
/// time, and loses nothing.
final class CleanStopTest {
  private static final int CROWD = 120;

  @TempDir private Path data;

  @Test
  void a_crowd_is_asked_to_come_back_over_several_seconds_and_nothing_is_lost() throws Exception {
    var clients = new ArrayList<TestClient>();
    String room;
    long accepted;
    try (var server = new ClerkProcess(data)) {
      room = server.newRoom();
      for (int i = 0; i < CROWD; i++) {
        clients.add(server.client(room, "m" + i));
        clients.getLast().enter();
      }
      clients.getLast().ask("last", new Wish.Say("before the stop"));
      accepted = clients.getLast().await(ServerMessage.Accepted.class).revision();

      server.terminate();

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
    assertThat(spread(retries)).isGreaterThan(3_000);
    assertThat(head(room)).isGreaterThanOrEqualTo(accepted);
  }

  @Test
  void a_few_are_asked_to_come_back_soon() throws Exception {
    try (var server = new ClerkProcess(data);
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

  private long head(String room) {
    var database = Database.open(data.resolve("matinee.db"), (_, _) -> {});
    try {
      var journal = new SqliteJournal(database);
      return journal.head(journal.find(new RoomId(room)).orElseThrow());
    } finally {
      database.close();
    }
  }
}
