package matinee.server.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import matinee.server.access.Crowd;
import matinee.server.access.Rate;
import matinee.server.access.RateLimits;
import matinee.server.bus.Census.Work;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Servers on one real PostgreSQL that divide what is limited by address.
final class CensusTest {
  private static final Duration LONG = Duration.ofSeconds(60);

  private Database database;

  @BeforeEach
  void open() throws Exception {
    database = Database.open(TestPostgres.newDatabase(), (_, _) -> {});
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Census server(String name, boolean pages, boolean rooms) {
    return new Census(database, name, new Work(pages, rooms), Instant::now);
  }

  private static List<Integer> counted(Census census) {
    return List.of(census.pages(), census.rooms());
  }

  @Test
  void servers_of_each_kind_are_counted_while_they_live() {
    try (var all = server("all", true, true);
        var api = server("api", true, false);
        var sync = server("sync", false, true)) {
      for (var one : List.of(all, api, sync)) {
        await().atMost(LONG).until(() -> counted(one).equals(List.of(2, 2)));
      }
      api.close();
      await().atMost(LONG).until(() -> counted(all).equals(List.of(1, 2)));
    }
  }

  @Test
  void servers_without_rooms_are_nobody_to_tell_of_rooms() {
    var now = Instant.now();
    try (var _ = server("api", true, false);
        var _ = server("sync", false, true)) {

      assertThat(new Roster(database, "other").others(now)).containsExactly("sync");
    }
  }

  @Test
  void two_servers_together_let_as_much_through_as_one_would() {
    try (var east = server("east", true, true);
        var west = server("west", true, true)) {
      await()
          .atMost(LONG)
          .until(() -> counted(east).equals(List.of(2, 2)) && counted(west).equals(List.of(2, 2)));
      int asked = 0;
      int connected = 0;
      for (var census : List.of(east, west)) {
        var limits = new RateLimits(() -> 0, census::pages);
        var crowd = new Crowd(9, census::rooms);
        while (limits.take(Rate.FRIEND_REQUEST, "10.0.0.1").isEmpty()) {
          asked++;
        }
        while (crowd.enter("10.0.0.1")) {
          connected++;
        }
      }

      assertThat(asked).isEqualTo(20);
      assertThat(connected).isEqualTo(10); // each rounds up
    }
  }
}
