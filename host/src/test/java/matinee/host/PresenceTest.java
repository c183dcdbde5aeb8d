package matinee.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;
import matinee.room.MemberId;
import matinee.wire.Condition;
import matinee.wire.Measured;
import matinee.wire.MemberPresence;
import matinee.wire.ServerMessage;
import matinee.wire.Vitals;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class PresenceTest {
  private static final Instant NOW = Instant.ofEpochMilli(1_000_000);
  private static final MemberId ANN = new MemberId("ann");
  private static final MemberId BOB = new MemberId("bob");

  private final Presence presence = new Presence();

  private static Vitals watching(double roundTripMs) {
    return new Vitals(
        Condition.WATCHING,
        new Measured.Ms(roundTripMs),
        new Measured.Ms(1),
        new Measured.Ms(30_000));
  }

  @Test
  void nothing_is_told_when_nothing_changed() {
    presence.report(ANN, watching(20));
    presence.tell(NOW, UnaryOperator.identity());

    presence.report(ANN, watching(20));

    assertThat(presence.due()).isEmpty();
    assertThat(presence.tell(NOW.plusSeconds(1), UnaryOperator.identity())).isEmpty();
  }

  @Test
  void changes_are_gathered_and_told_four_times_a_second_at_most() {
    presence.report(ANN, watching(20));
    var first = presence.tell(NOW, UnaryOperator.identity());
    presence.report(ANN, watching(30));
    presence.report(ANN, watching(40));
    presence.lose(BOB);

    var tooSoon = presence.tell(NOW.plusMillis(249), UnaryOperator.identity());
    var due = presence.due();
    var second = presence.tell(NOW.plusMillis(250), UnaryOperator.identity());

    assertThat(first).contains(told(new MemberPresence(ANN, watching(20))));
    assertThat(tooSoon).isEmpty();
    assertThat(due).contains(NOW.plusMillis(250));
    assertThat(second)
        .contains(
            told(
                new MemberPresence(ANN, watching(40)),
                new MemberPresence(BOB, Vitals.of(Condition.LOST))));
  }

  @Test
  void who_has_left_is_not_told_of() {
    presence.report(ANN, watching(20));
    presence.lose(BOB);

    presence.forget(BOB);

    assertThat(presence.tell(NOW, UnaryOperator.identity()))
        .contains(told(new MemberPresence(ANN, watching(20))));
    assertThat(presence.of(presence.members()))
        .contains(told(new MemberPresence(ANN, watching(20))));
  }

  @Test
  @Tag("PB3")
  void a_change_is_scheduled_for_the_slowest_or_in_a_big_room_for_nine_in_ten() {
    var nobody = presence.slowestRoundTrip(NOW);
    presence.report(ANN, watching(20));
    presence.report(BOB, watching(250));
    var two = presence.slowestRoundTrip(NOW);
    presence.lose(BOB);
    var one = presence.slowestRoundTrip(NOW);
    for (int i = 0; i < 30; i++) {
      presence.report(new MemberId("m" + i), watching(i < 28 ? 50 : 900));
    }
    presence.report(BOB, watching(-5));

    var many = presence.slowestRoundTrip(NOW);

    assertThat(List.of(nobody, two, one, many))
        .containsExactly(
            Duration.ZERO, Duration.ofMillis(250), Duration.ofMillis(20), Duration.ofMillis(50));
  }

  @Test
  void only_changes_that_a_person_would_notice_are_worth_telling() {
    var told = watching(20);

    assertThat(Notable.isChange(told, watching(29))).isFalse();
    assertThat(Notable.isChange(told, watching(31))).isTrue();
    assertThat(Notable.isChange(watching(400), watching(480))).isFalse();
    assertThat(Notable.isChange(watching(400), watching(500))).isTrue();
    assertThat(Notable.isChange(told, Vitals.of(Condition.WATCHING))).isTrue();
    assertThat(Notable.isChange(Vitals.of(Condition.WATCHING), told)).isTrue();
    assertThat(Notable.isChange(Vitals.of(Condition.READY), Vitals.of(Condition.AWAY))).isTrue();
  }

  private static ServerMessage.Presence told(MemberPresence... members) {
    return new ServerMessage.Presence(List.of(members));
  }
}
