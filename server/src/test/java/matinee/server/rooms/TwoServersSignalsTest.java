package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import matinee.room.Wish;
import matinee.wire.Cheers;
import matinee.wire.ServerMessage.Signals;
import matinee.wire.Signal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Signals reach everyone in the room, on whichever server.
final class TwoServersSignalsTest extends TwoServers {
  private static final Signal CHEER = new Signal.Cheer("🎉");

  private static List<Signals> signals(FakeConnection at) {
    return at.received().stream()
        .filter(Signals.class::isInstance)
        .map(Signals.class::cast)
        .toList();
  }

  @Test
  @Tag("SI3")
  void what_is_signalled_at_one_is_told_once_at_both() {
    annIsEastAndBobIsWest();

    east.turn(ann.signal(CHEER), ann.signal(Signal.Typing.TYPING));
    pass(Duration.ofSeconds(1));

    var told = new Signals(List.of(ANN), List.of(new Cheers("🎉", 1, Optional.of(ANN))));
    assertThat(signals(ann)).containsExactly(told);
    assertThat(signals(bob)).containsExactly(told);
  }

  @Test
  @Tag("SI3")
  void of_a_server_that_does_not_hear_the_members_do_without_and_lose_nothing_else() {
    annIsEastAndBobIsWest();
    east.turn(ann.signal(CHEER));
    west.heard.clear();

    east.turn(ann.ask("a", east.room.state().revision(), new Wish.Say("hello")));
    pass(Duration.ofSeconds(1));

    assertThat(bob.received())
        .noneMatch(Signals.class::isInstance)
        .anyMatch(it -> it.toString().contains("hello"));
  }
}
