package matinee.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/// Some clients in one room, on virtual time, from a seed: the same seed gives the same run.
final class Simulation {
  static final long LENGTH_MS = 3_600_000;
  private static final double LOOK_MS = 20;

  /// A place in the simulation: which player, how connected, how wrong its clock and how late its
  /// timers are.
  record Seat(
      PlayerModel model,
      Network network,
      FollowingClient.LocalClock clock,
      double playerFast,
      double timersLateMs,
      Learnt learnt) {

    /// A client of that kind with nothing wrong but the zero of its clock.
    static Seat of(PlayerModel model, Network network) {
      var clock = new FollowingClient.LocalClock(12_345.678, 0);
      return new Seat(model, network, clock, 0, 3, Learnt.usual());
    }

    Seat withClock(double zeroMs, double fast) {
      var wrong = new FollowingClient.LocalClock(zeroMs, fast);
      return new Seat(model, network, wrong, playerFast, timersLateMs, learnt);
    }

    Seat withPlayerFast(double fast) {
      return new Seat(model, network, clock, fast, timersLateMs, learnt);
    }

    FakePlayer player(RandomGenerator chance) {
      return new FakePlayer(model, chance, playerFast, LENGTH_MS);
    }
  }

  private final long seed;
  private final SplittableRandom chance;
  private final VirtualTime time = new VirtualTime();
  private final FakeRoom room;
  private final List<FakeClient> clients = new ArrayList<>();
  private final List<Invariant> invariants = new ArrayList<>();

  Simulation(long seed, double worstRoundTripMs) {
    this.seed = seed;
    chance = new SplittableRandom(seed);
    room = new FakeRoom(time, chance.split(), LENGTH_MS, worstRoundTripMs);
    time.every(LOOK_MS, () -> invariants.forEach(invariant -> invariant.look(this)));
  }

  long seed() {
    return seed;
  }

  RandomGenerator chance() {
    return chance;
  }

  double nowMs() {
    return time.nowMs();
  }

  FakeRoom room() {
    return room;
  }

  List<FakeClient> clients() {
    return clients;
  }

  List<FollowingClient> followers() {
    return clients.stream()
        .filter(FollowingClient.class::isInstance)
        .map(FollowingClient.class::cast)
        .toList();
  }

  FollowingClient join(Seat seat) {
    var client = new FollowingClient(seat, time, chance.split(), room);
    enter(client);
    return client;
  }

  void joinNaively(Seat seat) {
    enter(new NaiveClient(seat, time, chance.split(), room));
  }

  <T extends Invariant> T watch(T invariant) {
    invariants.add(invariant);
    return invariant;
  }

  void at(double atMs, Consumer<Simulation> event) {
    time.at(atMs, () -> event.accept(this));
  }

  /// Something happens after which players may be apart for a while.
  void disturb(double atMs, Consumer<Simulation> event) {
    at(
        atMs,
        run -> {
          event.accept(run);
          invariants.forEach(invariant -> invariant.disturbed(run));
        });
  }

  /// Runs, then asks every invariant whether it held.
  void runUntil(double untilMs) {
    time.runUntil(untilMs);
    invariants.forEach(invariant -> invariant.conclude(this));
  }

  private void enter(FakeClient client) {
    clients.add(client);
    room.join(client);
    client.open();
  }
}
