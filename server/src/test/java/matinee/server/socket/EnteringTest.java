package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Wish;
import matinee.wire.ClientMessage;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class EnteringTest {
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
  @Tag("EN2")
  void who_enters_is_welcomed_and_shown_the_room() throws Exception {
    try (var client = server.client("ann")) {

      client.send(new ClientMessage.Enter(Resume.Fresh.FRESH));

      var welcome = (ServerMessage.Welcome) client.next();
      var snapshot = (ServerMessage.Snapshot) client.next();
      assertThat(welcome.member()).isEqualTo(new MemberId("ann"));
      assertThat(snapshot.epoch()).isEqualTo(welcome.epoch());
      assertThat(snapshot.state().revision()).isEqualTo(2);
      assertThat(snapshot.state().members())
          .singleElement()
          .satisfies(member -> assertThat(member.name()).isEqualTo("Name of ann"));
    }
  }

  @Test
  @Tag("EN2")
  @Tag("WI5")
  void everyone_receives_each_event_as_the_bytes_that_the_journal_holds() throws Exception {
    try (var ann = server.entered("ann");
        var bob = server.entered("bob")) {
      bob.ask("b-1", new Wish.Say("hello"));

      var history = server.journal.find(server.room).orElseThrow();
      var toBob = bob.awaitText("said");
      assertThat(bob.await(ServerMessage.Accepted.class).revision()).isEqualTo(4);
      var toAnn = ann.awaitText("said");
      var kept = server.journal.since(history, 3, 10);
      assertThat(kept).singleElement().satisfies(it -> assertThat(it.body()).isEqualTo(toAnn));
      assertThat(toBob).isEqualTo(toAnn);
    }
  }

  @Test
  @Tag("EN2")
  void who_resumes_receives_what_was_missed_and_nothing_else() throws Exception {
    try (var ann = server.entered("ann")) {
      String epoch;
      long seen;
      try (var bob = server.client("bob")) {
        bob.send(new ClientMessage.Enter(Resume.Fresh.FRESH));
        epoch = ((ServerMessage.Welcome) bob.next()).epoch();
        seen = bob.await(ServerMessage.Snapshot.class).state().revision();
      }
      for (int i = 0; i < 3; i++) {
        ann.ask("a-" + i, new Wish.Say("line " + i));
        ann.await(ServerMessage.Accepted.class);
      }

      try (var bob = server.client("bob")) {
        bob.send(new ClientMessage.Enter(new Resume.From(epoch, seen)));

        assertThat(bob.next()).isInstanceOf(ServerMessage.Welcome.class);
        var said = new ArrayList<String>();
        while (said.size() < 3) {
          if (((ServerMessage.Happened) bob.next()).recorded().event()
              instanceof Event.Said(var t, _)) {
            said.add(t);
          }
        }
        assertThat(said).containsExactly("line 0", "line 1", "line 2");
      }
    }
  }

  @Test
  @Tag("EN2")
  void a_resume_of_another_history_or_from_the_future_is_answered_by_a_snapshot() throws Exception {
    String epoch;
    try (var ann = server.client("ann")) {
      ann.send(new ClientMessage.Enter(Resume.Fresh.FRESH));
      epoch = ((ServerMessage.Welcome) ann.next()).epoch();
    }

    for (var resume : new Resume[] {new Resume.From("other", 1), new Resume.From(epoch, 1_000)}) {
      try (var ann = server.client("ann")) {
        ann.send(new ClientMessage.Enter(resume));

        assertThat(ann.next()).isInstanceOf(ServerMessage.Welcome.class);
        assertThat(ann.next()).isInstanceOf(ServerMessage.Snapshot.class);
      }
    }
  }

  @Test
  @Tag("EN3")
  void a_newer_connection_replaces_the_older() throws Exception {
    try (var older = server.entered("ann");
        var newer = server.entered("ann")) {

      newer.ask("a-1", new Wish.Say("still here"));

      assertThat(older.closeCode()).isEqualTo(4100);
      assertThat(newer.await(ServerMessage.Accepted.class).revision()).isEqualTo(3);
    }
  }

  @Test
  void who_does_not_enter_within_10_seconds_is_closed_with_4103() throws Exception {
    try (var client = server.client("ann")) {
      client.sendText("nonsense");
      client.await(ServerMessage.Error.class);

      server.advance(10);

      assertThat(client.closeCode()).isEqualTo(4103);
    }
  }

  @Test
  void who_says_something_else_first_is_closed_with_4103() throws Exception {
    try (var client = server.client("ann")) {

      client.heartbeat(1);

      assertThat(client.closeCode()).isEqualTo(4103);
    }
  }

  @Test
  @Tag("EN2")
  void enter_comes_once() throws Exception {
    try (var client = server.entered("ann")) {

      client.send(new ClientMessage.Enter(Resume.Fresh.FRESH));

      assertThat(client.await(ServerMessage.Error.class).field()).isEqualTo("type");
    }
  }

  @Test
  void who_leaves_is_closed_with_1000_and_gives_up_the_place() throws Exception {
    try (var ann = server.entered("ann");
        var bob = server.entered("bob")) {

      bob.send(new ClientMessage.Leave());

      assertThat(bob.closeCode()).isEqualTo(1000);
      var left =
          ann.await(
              ServerMessage.Happened.class, it -> it.recorded().event() instanceof Event.Left);
      assertThat(left.recorded().event()).isEqualTo(new Event.Left(new MemberId("bob")));
    }
  }
}
