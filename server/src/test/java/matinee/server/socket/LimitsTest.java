package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import matinee.room.CommandId;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Wish;
import matinee.wire.Condition;
import matinee.wire.MemberPresence;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessage.Accepted;
import matinee.wire.ServerMessage.Rejected;
import matinee.wire.Vitals;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What a member may do, and how much of it.
final class LimitsTest {
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  @Test
  @Tag("CO1")
  void a_command_that_is_sent_again_gets_the_same_answer_and_no_second_effect() throws Exception {
    try (var ann = server.entered("ann")) {
      ann.ask("a-1", new Wish.Say("once"));
      var first = ann.await(Accepted.class);

      ann.ask("a-1", new Wish.Say("once"));
      var second = ann.await(Accepted.class);

      assertThat(second).isEqualTo(first);
      assertThat(said()).containsExactly("once");
    }
  }

  @Test
  @Tag("CO1")
  void a_rejected_command_that_is_sent_again_is_rejected_for_the_same_reason() throws Exception {
    try (var ann = server.entered("ann")) {
      ann.ask("a-1", new Wish.Pause());
      var first = ann.await(Rejected.class);
      ann.ask("a-2", new Wish.Play());
      ann.await(Accepted.class);

      ann.ask("a-1", new Wish.Pause());

      assertThat(ann.await(Rejected.class)).isEqualTo(first);
      assertThat(first).isEqualTo(new Rejected(new CommandId("a-1"), "NO_CHANGE"));
    }
  }

  @Test
  @Tag("CO4")
  void what_is_answered_is_in_the_journal() throws Exception {
    try (var ann = server.entered("ann")) {
      for (int i = 0; i < 20; i++) {
        ann.ask("a-" + i, new Wish.Say("line " + i));

        var accepted = ann.await(Accepted.class);

        assertThat(server.journal.head(server.journal.find(server.room).orElseThrow()))
            .isGreaterThanOrEqualTo(accepted.revision());
      }
    }
  }

  @Test
  @Tag("CO3")
  void a_flood_of_commands_is_limited_and_the_others_are_not() throws Exception {
    try (var ann = server.entered("ann");
        var bob = server.entered("bob")) {
      var answers = new ArrayList<ServerMessage>();
      for (int i = 0; i < 100; i++) {
        ann.ask("a-" + i, new Wish.Say("flood"));
        answers.add(answer(ann));
      }
      bob.ask("b-1", new Wish.Say("hello"));

      var accepted = answers.stream().filter(Accepted.class::isInstance).count();
      assertThat(accepted).isBetween(40L, 60L);
      assertThat(
              answers.stream()
                  .filter(Rejected.class::isInstance)
                  .map(it -> ((Rejected) it).reason()))
          .containsOnly("RATE_LIMITED");
      assertThat(answer(bob)).isInstanceOf(Accepted.class);
      assertThat(said()).hasSize((int) accepted + 1);
    }
  }

  @Test
  @Tag("CO3")
  void after_a_pause_a_member_may_go_on() throws Exception {
    try (var ann = server.entered("ann")) {
      var answers = new ArrayList<ServerMessage>();
      for (int i = 0; i < 60; i++) {
        ann.ask("a-" + i, new Wish.Say("flood"));
        answers.add(answer(ann));
      }

      server.advance(1);
      ann.ask("later", new Wish.Say("calm"));

      assertThat(answers.getLast()).isInstanceOf(Rejected.class);
      assertThat(answer(ann)).isInstanceOf(Accepted.class);
    }
  }

  @Test
  @Tag("CO3")
  void a_new_connection_brings_no_new_allowance() throws Exception {
    long begun = System.nanoTime();
    int accepted = 0;
    for (int visit = 0; visit < 5; visit++) {
      try (var ann = server.entered("ann")) {
        for (int i = 0; i < 60; i++) {
          ann.ask("v" + visit + "-" + i, new Wish.Say("flood"));
          accepted += answer(ann) instanceof Accepted ? 1 : 0;
        }
      }
    }
    var seconds = (System.nanoTime() - begun) / 1e9;

    assertThat(accepted).isBetween(40, 41 + (int) (20 * seconds));
  }

  @Test
  @Tag("WI7")
  void who_sends_more_heartbeats_than_anybody_needs_is_closed() throws Exception {
    try (var ann = server.entered("ann");
        var bob = server.entered("bob")) {
      var beat =
          RawSocket.frame(
              0x81,
              "{\"type\":\"heartbeat\",\"t0\":1,\"condition\":\"WATCHING\"}"
                  .getBytes(StandardCharsets.UTF_8));
      flood(ann, beat, 1_000);

      assertThat(ann.closeCode()).isEqualTo(4104);
      bob.untilNow();
    }
  }

  @Test
  @Tag("WI7")
  void who_sends_more_frames_than_anybody_needs_is_closed() throws Exception {
    try (var ann = server.entered("ann");
        var bob = server.entered("bob")) {
      flood(ann, RawSocket.frame(0x8a, new byte[0]), 100_000);

      assertThat(ann.closeCode()).isEqualTo(4104);
      bob.untilNow();
    }
  }

  /// Writes `frame` so many times at once, as far as it is read.
  private static void flood(TestClient client, byte[] frame, int times) {
    var frames = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      frames.writeBytes(frame);
    }
    try {
      client.socket().send(frames.toByteArray());
    } catch (IOException _) {
      // the server has closed the connection before the last of them
    }
  }

  @Test
  @Tag("CO2")
  void more_than_16_commands_without_an_answer_are_too_many() throws Exception {
    try (var ann = server.entered("ann")) {
      for (int i = 0; i < 30; i++) {
        ann.ask("a-" + i, new Wish.Say("at once"));
      }

      var answers = new ArrayList<ServerMessage>();
      for (int i = 0; i < 30; i++) {
        answers.add(answer(ann));
      }

      assertThat(answers.stream().filter(Accepted.class::isInstance).count())
          .isGreaterThanOrEqualTo(16);
      assertThat(
              answers.stream()
                  .filter(Rejected.class::isInstance)
                  .map(it -> ((Rejected) it).reason()))
          .allMatch("RATE_LIMITED"::equals);
    }
  }

  @Test
  @Tag("WI3")
  void nineteen_malformed_messages_are_answered_the_twentieth_within_a_minute_is_the_last()
      throws Exception {
    try (var ann = server.entered("ann")) {
      for (int i = 0; i < 20; i++) {
        ann.sendText("{\"type\":\"seek\",\"id\":\"a\",\"seen\":1}");
      }

      for (int i = 0; i < 20; i++) {
        assertThat(ann.await(ServerMessage.Error.class).field()).isEqualTo("positionMs");
      }
      assertThat(ann.closeCode()).isEqualTo(4101);
    }
  }

  @Test
  @Tag("WI3")
  void malformed_messages_of_different_minutes_do_not_add_up() throws Exception {
    try (var ann = server.entered("ann")) {
      for (int minute = 0; minute < 3; minute++) {
        for (int i = 0; i < 19; i++) {
          ann.sendText("nonsense");
          assertThat(ann.await(ServerMessage.Error.class).field()).isEmpty();
        }
        for (int i = 0; i < 3; i++) {
          ann.untilNow();
          server.advance(21);
        }
        ann.untilNow();
      }
    }
  }

  @Test
  @Tag("WI4")
  void a_heartbeat_is_answered_with_the_room_time_of_its_coming_and_going() throws Exception {
    try (var ann = server.entered("ann")) {
      double before = System.currentTimeMillis();
      ann.heartbeat(12.5);

      var answer = ann.await(ServerMessage.HeartbeatAnswer.class);

      assertThat(answer.t0()).isEqualTo(12.5);
      assertThat(answer.t1()).isBetween(before - 1_000, before + 10_000);
      assertThat(answer.t2()).isGreaterThanOrEqualTo(answer.t1());
    }
  }

  @Test
  void a_member_who_is_silent_for_25_seconds_is_closed_and_the_others_see_it_lost()
      throws Exception {
    try (var ann = server.entered("ann");
        var bob = server.entered("bob")) {
      bob.heartbeat(1);
      bob.await(ServerMessage.Presence.class);
      server.advance(24);
      ann.untilNow();

      server.advance(1);

      assertThat(bob.closeCode()).isEqualTo(4002);
      var lost = new MemberPresence(new MemberId("bob"), Vitals.of(Condition.LOST));
      var told =
          ann.await(ServerMessage.Presence.class, presence -> presence.members().contains(lost));
      assertThat(told.members()).contains(lost);
    }
  }

  @Test
  void programs_that_raise_events_for_what_they_were_told_to_do_cause_no_echo() throws Exception {
    var clients = new ArrayList<TestClient>();
    try {
      for (int i = 0; i < 20; i++) {
        clients.add(server.entered("m" + i));
      }
      clients.getFirst().ask("wish", new Wish.Seek(60_000));
      clients.getFirst().await(Accepted.class);

      for (var client : clients.subList(1, clients.size())) {
        client.await(
            ServerMessage.Happened.class,
            it -> it.recorded().event() instanceof Event.PlaybackChanged);
        client.ask("echo", new Wish.Seek(60_000));
        assertThat(answer(client)).isEqualTo(new Rejected(new CommandId("echo"), "NO_CHANGE"));
      }

      assertThat(kinds("playbackChanged")).hasSize(1);
    } finally {
      for (var client : clients) {
        client.close();
      }
    }
  }

  private static ServerMessage answer(TestClient client) throws InterruptedException {
    return client.await(
        ServerMessage.class, it -> it instanceof Accepted || it instanceof Rejected);
  }

  private List<String> said() {
    return kinds("said").stream()
        .map(body -> body.replaceAll(".*\"text\":\"([^\"]*)\".*", "$1"))
        .toList();
  }

  private List<String> kinds(String kind) {
    var history = server.journal.find(server.room).orElseThrow();
    return server.journal.before(history, Long.MAX_VALUE, Set.of(kind), 1_000).stream()
        .map(it -> it.body())
        .toList();
  }
}
