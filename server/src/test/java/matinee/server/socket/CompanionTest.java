package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import matinee.room.Event;
import matinee.room.MemberId;
import matinee.room.Wish;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Companions over real sockets.
final class CompanionTest {
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer();
  }

  @AfterEach
  void stop() throws Exception {
    server.close();
  }

  private static Event said(TestClient client) throws InterruptedException {
    return client
        .await(ServerMessage.Happened.class, it -> it.recorded().event() instanceof Event.Said)
        .recorded()
        .event();
  }

  @Test
  @Tag("CD5")
  @Tag("EN3")
  void a_companion_chats_beside_its_member_and_replaces_nobody() throws Exception {
    try (var ann = server.entered("ann");
        var bob = server.entered("bob");
        var phone = server.companion("bob", "phone")) {
      phone.enter();

      phone.ask("p-1", new Wish.Say("from the sofa"));

      assertThat(said(ann)).isEqualTo(new Event.Said("from the sofa"));
      assertThat(said(bob)).isEqualTo(new Event.Said("from the sofa"));
      assertThat(said(phone)).isEqualTo(new Event.Said("from the sofa"));
      assertThat(phone.await(ServerMessage.Accepted.class).revision()).isEqualTo(4);
      bob.ask("b-1", new Wish.Say("and from the desk"));
      assertThat(said(phone)).isEqualTo(new Event.Said("and from the desk"));
    }
  }

  @Test
  @Tag("CD3")
  void the_end_of_a_companion_is_told_to_nobody() throws Exception {
    try (var ann = server.entered("ann")) {
      try (var phone = server.companion("ann", "phone")) {
        phone.enter();
      }
      server.entered("bob").close();

      var told =
          ann.await(
              ServerMessage.Happened.class, it -> !(it.recorded().event() instanceof Event.Joined));

      assertThat(told.recorded().event()).isEqualTo(new Event.Lost(new MemberId("bob")));
    }
  }

  @Test
  @Tag("CD7")
  void a_companion_is_put_out_with_its_member() throws Exception {
    try (var ann = server.entered("ann");
        var bob = server.entered("bob");
        var phone = server.companion("bob", "phone")) {
      phone.enter();

      ann.ask("a-1", new Wish.Kick(new MemberId("bob")));

      assertThat(bob.closeCode()).isEqualTo(4105);
      assertThat(phone.closeCode()).isEqualTo(4105);
    }
  }

  @Test
  @Tag("CO3")
  @Tag("CD1")
  void a_member_and_its_companion_have_one_allowance() throws Exception {
    long begun = System.nanoTime();
    int accepted = 0;
    try (var ann = server.entered("ann");
        var phone = server.companion("ann", "phone")) {
      phone.enter();
      for (int i = 0; i < 60; i++) {
        accepted += isAccepted(ann, "a-" + i) ? 1 : 0;
        accepted += isAccepted(phone, "p-" + i) ? 1 : 0;
      }
    }
    var seconds = (System.nanoTime() - begun) / 1e9;

    assertThat(accepted).isBetween(40, 41 + (int) (20 * seconds));
  }

  private static boolean isAccepted(TestClient client, String id) throws Exception {
    client.ask(id, new Wish.Say("flood"));
    while (true) {
      switch (client.next()) {
        case ServerMessage.Accepted _ -> {
          return true;
        }
        case ServerMessage.Rejected _ -> {
          return false;
        }
        case ServerMessage.Welcome _,
            ServerMessage.Snapshot _,
            ServerMessage.Happened _,
            ServerMessage.Error _,
            ServerMessage.HeartbeatAnswer _,
            ServerMessage.Crowd _,
            ServerMessage.Presence _,
            ServerMessage.Signals _ -> {}
      }
    }
  }
}
