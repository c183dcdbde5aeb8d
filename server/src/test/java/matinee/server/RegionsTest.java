package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import matinee.server.telemetry.Meters;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.node.ObjectNode;

/// Rooms that move between real servers of two regions, whose clocks differ by ten seconds.
final class RegionsTest {
  private static final int SAID = 60;

  /// What a film may be off by as a slow machine looks at it: far less than the clocks differ.
  private static final long NEAR_MS = 4_000;

  @TempDir private Path folder;

  private static ObjectNode say(int number) {
    return RegionGuest.json("say").put("text", "line " + number);
  }

  private static ObjectNode move(String region) {
    return RegionGuest.json("moveRoom").put("region", region);
  }

  private static List<String> lines(int to) {
    var lines = new ArrayList<String>();
    for (int i = 0; i < to; i++) {
      lines.add("line " + i);
    }
    return lines;
  }

  /// Moves the room of `guest`, as soon as the servers of both regions know of one another.
  private static void move(RegionGuest guest, String region) throws Exception {
    for (int i = 0; i < 600; i++) {
      var answer = guest.wish(move(region));
      if (answer.path("type").asString().equals("accepted")) {
        return;
      }
      assertThat(answer.path("reason").asString()).isEqualTo("REGION_AWAY");
      TimeUnit.MILLISECONDS.sleep(100);
    }
    throw new AssertionError("the room could not be moved");
  }

  @Test
  @Tag("RG1")
  @Tag("RG2")
  void a_room_moves_under_load_and_back_and_nothing_accepted_is_lost_or_doubled() throws Exception {
    try (var regions = new TwoRegions(folder, TestPostgres.newDatabase());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var room = regions.eu.room();
      var ann = new RegionGuest(regions.eu.address(), room, "Ann");
      ann.wish(RegionGuest.json("reportReady").put("lengthMs", 7_200_000));
      ann.wish(RegionGuest.json("play"));
      var epoch = ann.epoch();
      long positionMs = regions.eu.look(room).path("playback").path("positionMs").asLong();
      long atNanos = System.nanoTime();
      var talks = new AtomicBoolean(true);
      var ben =
          threads.submit(
              () -> {
                int said = 0;
                try (var guest = new RegionGuest(regions.eu.address(), room, "Ben")) {
                  while (said < SAID || talks.get()) {
                    var answer = guest.wish(say(said));
                    if (answer.path("type").asString().equals("accepted")) {
                      said++;
                    } else {
                      TimeUnit.MILLISECONDS.sleep(50); // too fast
                    }
                  }
                }
                return said;
              });

      move(ann, "us");
      ann.awaitMove(regions.us.address());
      var there = regions.us.look(room);
      long passedMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - atNanos);
      var epochThere = ann.epoch();
      move(ann, "eu");
      ann.awaitMove(regions.eu.address());
      talks.set(false);
      int said = ben.get();

      assertThat(there.path("playback").path("type").asString()).isEqualTo("playing");
      assertThat(there.path("playback").path("positionMs").asLong())
          .isCloseTo(positionMs + passedMs, within(NEAR_MS));
      assertThat(List.of(epoch, epochThere, ann.epoch())).doesNotHaveDuplicates();
      assertThat(ann.lines()).isEqualTo(lines(said));
      assertThat(regions.us.look(room).path("region").asString()).isEqualTo("eu");
      ann.close();
    }
  }

  @Test
  @Tag("RG1")
  void a_move_is_ended_whoever_was_killed_meanwhile_and_a_room_arrives_once() throws Exception {
    try (var regions = new TwoRegions(folder, "")) {
      var room = regions.eu.room();
      try (var ann = new RegionGuest(regions.eu.address(), room, "Ann")) {
        regions.us.kill();
        ann.wish(say(0));
        var move = move("us").put("again", true);
        var answer = ann.wish(move);
        regions.eu.kill();
        regions.us.start();
        regions.eu.start();
        ann.awaitMove(regions.us.address());
        long revision = ann.wish(say(1)).path("revision").asLong();
        regions.eu.kill();
        forgetDeparture(regions.eu.database());
        regions.eu.start();
        awaitElsewhere(regions.eu, room);

        assertThat(answer.path("type").asString()).isEqualTo("accepted");
        assertThat(ann.again(move)).isEqualTo(answer);
        assertThat(ann.said()).startsWith("line 0").endsWith("line 1");
        assertThat(ann.wish(say(2)).path("revision").asLong()).isEqualTo(revision + 1);
      }
    }
  }

  /// As if the server had been killed before it noted that the room has arrived.
  private static void forgetDeparture(String database) {
    try (var opened = Database.open(database, new Meters())) {
      opened.write(
          session -> session.statement("update departure set region = null").executeUpdate());
    }
  }

  private static void awaitElsewhere(TwoRegions.Land land, String room) throws Exception {
    for (int i = 0; i < 600 && !land.look(room).has("address"); i++) {
      TimeUnit.MILLISECONDS.sleep(100);
    }
    assertThat(land.look(room).path("region").asString()).isEqualTo("us");
  }

  @Test
  @Tag("RG2")
  @Tag("AC2")
  void the_password_of_a_room_moves_with_it_and_comes_back_as_it_was_changed() throws Exception {
    try (var regions = new TwoRegions(folder, "")) {
      var room = regions.eu.room();
      try (var ann = new RegionGuest(regions.eu.address(), room, "Ann")) {
        ann.setPassword("correct horse");
        ann.wish(doorWithPassword());
        move(ann, "us");
        ann.awaitMove(regions.us.address());

        var wrong = regions.us.knock(room, "wrong horse");
        var right = regions.us.knock(room, "correct horse");
        ann.setPassword("battery staple");
        move(ann, "eu");
        ann.awaitMove(regions.eu.address());

        assertThat(List.of(wrong, right)).containsExactly("password-wrong", "");
        assertThat(regions.eu.knock(room, "correct horse")).isEqualTo("password-wrong");
        assertThat(regions.eu.knock(room, "battery staple")).isEmpty();
      }
    }
  }

  private static ObjectNode doorWithPassword() {
    var wish = RegionGuest.json("setDoor");
    wish.putObject("door")
        .put("access", "PASSWORD")
        .put("capacity", 100)
        .put("newcomers", "MEMBER");
    return wish;
  }

  @Test
  @Tag("RG1")
  void a_room_does_not_move_to_where_nobody_is_and_is_found_from_everywhere() throws Exception {
    try (var regions = new TwoRegions(folder, "")) {
      var room = regions.eu.room();
      try (var ann = new RegionGuest(regions.us.address(), room, "Ann")) {
        var nowhere = ann.wish(move("ap"));
        var here = ann.wish(move("eu"));

        assertThat(ann.address()).isEqualTo(regions.eu.address());
        assertThat(nowhere.path("reason").asString()).isEqualTo("NO_SUCH_REGION");
        assertThat(here.path("reason").asString()).isEqualTo("NO_SUCH_REGION");
      }
    }
  }
}
