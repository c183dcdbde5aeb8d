package matinee.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import matinee.room.MemberId;
import matinee.wire.Cheers;
import matinee.wire.ClientMessage;
import matinee.wire.ServerMessage.Signals;
import matinee.wire.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Signals over real sockets.
final class SignallingTest {

  @Test
  @Tag("SI1")
  void what_one_signals_another_is_told() throws Exception {
    try (var server = new TestServer();
        var ann = server.entered("ann");
        var bob = server.entered("bob")) {
      ann.send(new ClientMessage.Signalled(Signal.Typing.TYPING));
      var told = bob.await(Signals.class);

      assertThat(told).isEqualTo(Signals.typing(new MemberId("ann")));
    }
  }

  @Test
  @Tag("SI2")
  void who_signals_far_too_much_stays_and_the_others_are_told_a_little_of_it() throws Exception {
    try (var server = new TestServer();
        var ann = server.entered("ann");
        var bob = server.entered("bob")) {
      for (int i = 0; i < 500; i++) {
        ann.send(new ClientMessage.Signalled(new Signal.Cheer("🎉")));
      }
      ann.send(new ClientMessage.Signalled(Signal.Typing.TYPING));
      ann.heartbeat(1);

      assertThat(ann.untilNow()).isNotNull();
      List<Cheers> cheers = bob.await(Signals.class).cheers();
      assertThat(cheers).singleElement().extracting(Cheers::count).matches(it -> it <= 5);
    }
  }
}
