package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/// Real servers of two regions, of which one is killed at each step of the moves of a room.
final class RegionsKilledTest {

  /// The room lives `here` and moves `there`.
  private record Lands(TwoRegions.Land here, TwoRegions.Land there) {
    Lands turned() {
      return new Lands(there, here);
    }
  }

  /// How far a move has come, as the database of one of the two regions tells.
  private enum Step {
    MOVED_AWAY(true, "select 1 from departure where revision > ?"),
    TAKEN_IN(false, "select 1 from event where kind = 'movedHere' and revision > ?"),
    NOTED(true, "select 1 from departure where region is not null and revision > ?");

    private final boolean isWhereItWas;
    private final String query;

    Step(boolean isWhereItWas, String query) {
      this.isWhereItWas = isWhereItWas;
      this.query = query;
    }

    /// Waits until a room that moves by an event after `revision` is so far.
    private void await(Lands lands, long revision) throws Exception {
      var database = (isWhereItWas ? lands.here() : lands.there()).database();
      for (int i = 0; i < 60_000; i++) {
        if (isReached(database, revision)) {
          return;
        }
        TimeUnit.MILLISECONDS.sleep(1);
      }
      throw new AssertionError("the move does not come to " + this);
    }

    private boolean isReached(String database, long revision) throws SQLException {
      var address = "jdbc:sqlite:" + database + "?busy_timeout=10000";
      try (var connection = DriverManager.getConnection(address);
          var select = connection.prepareStatement(query)) {
        select.setLong(1, revision);
        try (var rows = select.executeQuery()) {
          return rows.next();
        }
      }
    }
  }

  @TempDir private Path folder;

  private static ObjectNode say(String text) {
    return RegionGuest.json("say").put("text", text);
  }

  /// Says `line`, moves the room of `guest` from `here` to `there`, and kills `victim` as soon as
  /// that has come to `step`. Returns what became of the wish.
  private static JsonNode moveAndKill(
      RegionGuest guest, String line, Lands lands, Step step, TwoRegions.Land victim)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var said = guest.wish(say(line));
      var move = RegionGuest.json("moveRoom").put("region", lands.there().name());
      var moved = threads.submit(() -> guest.wish(move.put("again", true)));
      step.await(lands, said.path("revision").asLong());
      victim.kill();
      victim.start();
      return moved.get();
    }
  }

  @Test
  @Tag("RG1")
  @Tag("RG2")
  void whichever_server_is_killed_at_whichever_step_the_room_is_in_one_region_with_all_of_it()
      throws Exception {
    try (var regions = new TwoRegions(folder, "")) {
      var room = regions.eu.room();
      var lands = new Lands(regions.eu, regions.us);
      var lines = new ArrayList<String>();
      try (var ann = new RegionGuest(regions.eu.address(), room, "Ann")) {
        for (var step : Step.values()) {
          for (var victim : List.of(regions.eu, regions.us)) {
            lines.add("line " + lines.size());

            var moved = moveAndKill(ann, lines.getLast(), lands, step, victim);
            ann.awaitMove(lands.there().address());

            assertThat(moved.path("type").asString()).isEqualTo("accepted");
            assertThat(lands.here().look(room).path("region").asString())
                .isEqualTo(lands.there().name());
            assertThat(lands.there().look(room).has("region")).isFalse();
            lands = lands.turned();
          }
        }
        assertThat(ann.lines()).isEqualTo(lines);
      }
      try (var ben = new RegionGuest(regions.us.address(), room, "Ben")) {
        assertThat(ben.address()).isEqualTo(regions.eu.address());
        assertThat(ben.lines()).isEqualTo(lines);
      }
    }
  }
}
