package matinee.server.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import matinee.room.MemberId;
import matinee.room.Standing;
import matinee.room.Wish;
import matinee.wire.Cheers;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessage.Signals;
import matinee.wire.Signal;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What members of a room show one another for a moment.
final class SignalsTest {
  private static final MemberId BOB = new MemberId("bob");
  private static final Signal CHEER = new Signal.Cheer("🎉");

  private final VirtualTime time = new VirtualTime();
  private final List<FakeConnection> all = new ArrayList<>();
  private final Room room = NewRoom.at(time);
  private final FakeConnection ann = kept(new FakeConnection("ann"));
  private final FakeConnection bob = kept(new FakeConnection("bob"));

  @BeforeEach
  void enter() {
    room.turn(List.of(ann.enter(), bob.enter()));
    all.forEach(FakeConnection::received);
  }

  @AfterEach
  void readWhatIsLeft() {
    all.forEach(FakeConnection::received);
  }

  private FakeConnection kept(FakeConnection connection) {
    all.add(connection);
    return connection;
  }

  private void turn(Letter... letters) {
    room.turn(List.of(letters));
  }

  private void pass(long ms) {
    time.advance(Duration.ofMillis(ms));
    turn();
  }

  private static List<Signals> signals(FakeConnection at) {
    return signals(at.received());
  }

  private static List<Signals> signals(List<ServerMessage> messages) {
    return messages.stream().filter(Signals.class::isInstance).map(Signals.class::cast).toList();
  }

  private static long cheers(FakeConnection at) {
    return signals(at).stream().flatMap(it -> it.cheers().stream()).mapToLong(Cheers::count).sum();
  }

  private static Signals cheersOf(MemberId by, long count) {
    return Signals.cheers(new Cheers("🎉", count, Optional.of(by)));
  }

  @Test
  @Tag("SI1")
  void everyone_is_told_and_nothing_has_happened() {
    var before = room.state();

    turn(bob.signal(Signal.Typing.TYPING));
    pass(250);
    turn(bob.signal(CHEER));

    assertThat(ann.received()).containsExactly(Signals.typing(BOB), cheersOf(BOB, 1));
    assertThat(bob.received()).containsExactly(Signals.typing(BOB), cheersOf(BOB, 1));
    assertThat(room.state()).isEqualTo(before);
  }

  @Test
  @Tag("SI2")
  void that_somebody_types_is_told_once_in_three_seconds() {
    for (int i = 0; i <= 60; i++) {
      turn(bob.signal(Signal.Typing.TYPING));
      pass(100);
    }

    assertThat(signals(ann))
        .containsExactly(Collections.nCopies(3, Signals.typing(BOB)).toArray(Signals[]::new));
  }

  @Test
  @Tag("SI2")
  void five_cheers_of_somebody_pass_in_a_second() {
    for (int i = 0; i < 20; i++) {
      turn(bob.signal(CHEER));
    }
    pass(999);
    turn(bob.signal(CHEER));
    pass(300);
    long first = cheers(ann);

    turn(bob.signal(CHEER));
    pass(300);

    assertThat(first).isEqualTo(5);
    assertThat(cheers(ann)).isEqualTo(1);
  }

  @Test
  @Tag("SI2")
  void who_is_muted_or_only_watches_signals_nothing() {
    turn(ann.ask("a1", room.state().revision(), new Wish.SetMuted(BOB, true)));
    turn(bob.signal(CHEER), bob.signal(Signal.Typing.TYPING));
    turn(ann.ask("a2", room.state().revision(), new Wish.SetMuted(BOB, false)));
    turn(ann.ask("a3", room.state().revision(), new Wish.SetStanding(BOB, Standing.WATCHER)));
    turn(bob.signal(CHEER), bob.signal(Signal.Typing.TYPING));
    pass(1_000);

    assertThat(signals(ann)).isEmpty();
  }

  @Test
  @Tag("SI2")
  void who_has_left_signals_nothing_and_a_companion_does() {
    var phone = kept(FakeConnection.companion("bob", "phone"));
    turn(phone.enter());

    turn(phone.signal(CHEER));
    turn(ann.leave());
    pass(1_000);
    turn(ann.signal(CHEER));
    pass(1_000);

    assertThat(signals(bob)).containsExactly(cheersOf(BOB, 1));
  }

  @Test
  @Tag("SI3")
  void what_comes_is_gathered_and_told_four_times_a_second() {
    for (int i = 0; i < 5; i++) {
      turn(bob.signal(CHEER), ann.signal(CHEER));
      pass(10);
    }
    pass(1_000);

    var told = signals(bob);
    assertThat(told).hasSize(2);
    assertThat(told.getLast().cheers())
        .containsExactly(
            new Cheers("🎉", 4, Optional.of(BOB)),
            new Cheers("🎉", 4, Optional.of(new MemberId("ann"))));
  }

  @Test
  @Tag("SI3")
  void of_many_three_are_told_to_type_and_no_more_cheers_than_can_be_seen() {
    var many = IntStream.range(0, 40).mapToObj(i -> kept(new FakeConnection("m" + i))).toList();
    room.turn(many.stream().map(FakeConnection::enter).toList());
    pass(1_000);
    all.forEach(FakeConnection::received);

    room.turn(
        many.stream()
            .<Letter>flatMap(it -> Stream.of(it.signal(Signal.Typing.TYPING), it.signal(CHEER)))
            .toList());

    assertThat(signals(ann))
        .singleElement()
        .satisfies(
            told -> {
              assertThat(told.typing()).hasSize(3);
              assertThat(told.cheers()).hasSize(24);
            });
  }

  @Test
  @Tag("SI3")
  void in_a_giant_cheers_are_counted_and_nobody_is_named() {
    var many = IntStream.range(0, 400).mapToObj(i -> kept(new FakeConnection("m" + i))).toList();
    for (int from = 0; from < 400; from += 50) {
      room.turn(many.subList(from, from + 50).stream().map(FakeConnection::enter).toList());
      all.forEach(FakeConnection::received);
    }
    pass(1_000);
    all.forEach(FakeConnection::received);

    room.turn(many.stream().map(it -> it.signal(CHEER)).toList());

    assertThat(signals(ann))
        .containsExactly(Signals.cheers(new Cheers("🎉", 400, Optional.empty())));
  }
}
