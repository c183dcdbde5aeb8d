package matinee.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import matinee.room.CommandId;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Wish;
import matinee.wire.ClientMessage;
import matinee.wire.ServerMessage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Anna keeps the room, and Ben and Carla watch with her. Then she is gone.
final class TakeoverTest {
  private static final MemberId ANNA = new MemberId("anna");
  private static final MemberId BEN = new MemberId("ben");
  private static final Media FILM =
      new Media(
          new MediaRef.Address("https://example.org/film.mp4"), "Film", new Length.Known(120_000));

  private final FakePeers annas = FakePeers.newRoom();

  @BeforeEach
  void watch() {
    annas.enters("anna", "ben", "carla");
    annas.asks("anna", "load", new Wish.Load(FILM));
    for (var each : List.of("anna", "ben", "carla")) {
      annas.asks(each, "ready", new Wish.ReportReady(Length.Unknown.UNKNOWN));
    }
    annas.asks("anna", "play", new Wish.Play()).pass(10_000);
  }

  /// Ben goes on with what he knows, `ms` later.
  private FakePeers takenOver(double ms) {
    return new FakePeers("second", annas.replica("ben").state(), annas.nowMs() + ms);
  }

  @Test
  @Tag("PE5")
  void the_longest_present_of_those_who_are_connected_is_next() {
    var first = Succession.after(ANNA, annas.replica("ben").state());
    var same = Succession.after(ANNA, annas.replica("carla").state());
    annas.vanishes("ben").pass(3_001);
    var second = Succession.after(ANNA, annas.replica("carla").state());

    assertThat(List.of(first, same, second))
        .containsExactly(Optional.of(BEN), Optional.of(BEN), Optional.of(new MemberId("carla")));
    assertThat(Succession.after(ANNA, FakePeers.newRoom().enters("anna").state())).isEmpty();
  }

  @Test
  @Tag("PE5")
  void the_film_goes_on_where_it_was_in_a_history_of_another_name() {
    var before = annas.state();
    var known = annas.replica("carla").resume();
    var bens = takenOver(1_000);

    bens.opens("carla", "carla").sends("carla", new ClientMessage.Enter(known));

    assertThat(bens.received("carla"))
        .contains(new ServerMessage.Snapshot("second", bens.state().withoutAnswers()));
    assertThat(bens.state().stage()).isEqualTo(before.stage());
    assertThat(bens.state().revision()).isEqualTo(before.revision());
  }

  @Test
  @Tag("PE5")
  void who_kept_it_before_is_lost_and_hands_on_what_it_had_and_may_come_back_before() {
    var bens = takenOver(0).enters("ben", "carla").pass(3_001);
    var lost = bens.state().member(ANNA).orElseThrow();

    for (int i = 0; i < 6; i++) {
      bens.beats("ben").beats("carla").pass(10_000);
    }

    assertThat(lost.isHere()).isFalse();
    assertThat(lost.isHost()).isTrue();
    assertThat(bens.state().member(ANNA)).isEmpty();
    assertThat(bens.state().members().stream().filter(Member::isHost).map(Member::id))
        .containsExactly(BEN);
    assertThat(bens.replica("carla").state().members()).isEqualTo(bens.state().members());
  }

  @Test
  @Tag("PE6")
  void what_the_next_one_saw_happen_does_not_happen_again() {
    var said = annas.request("carla", "said", new Wish.Say("hello"));
    annas.sends("carla", said);
    var bens = takenOver(500).enters("ben", "carla");
    var before = bens.state();
    bens.received("carla");

    bens.sends("carla", said.sentAgain());

    assertThat(bens.received("carla"))
        .containsExactly(
            new ServerMessage.Accepted(new CommandId("said"), annas.state().revision()));
    assertThat(bens.state()).isEqualTo(before);
  }

  @Test
  @Tag("PE6")
  void what_the_next_one_did_not_see_is_decided_anew() {
    var bens = takenOver(500);
    annas.asks("carla", "said", new Wish.Say("hello"));
    bens.enters("ben", "carla");
    bens.received("carla");

    bens.sends("carla", bens.request("carla", "said", new Wish.Say("hello")).sentAgain());

    assertThat(bens.received("carla"))
        .contains(new ServerMessage.Accepted(new CommandId("said"), bens.state().revision()));
  }
}
