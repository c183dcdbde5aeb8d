package matinee.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import matinee.sync.Simulation.Seat;

/// Two to four people with any clocks, players and networks, for three minutes in which they play,
/// pause, seek, change the speed, stall, look away and back, and join late; in the end they pause.
/// All from a seed.
final class Evening {
  private static final double LENGTH_MS = 180_000;
  private static final double REST_MS = 6_000;
  private static final List<PlayerModel> MODELS =
      List.of(PlayerModel.CHROMIUM, PlayerModel.LOADED_CHROMIUM, PlayerModel.FIREFOX);
  private static final List<Network> NETWORKS = List.of(Network.LAN, Network.BAD, Network.LOPSIDED);
  private static final double[] RATES = {0.5, 1, 1.25, 1.5, 2};

  private final RandomGenerator chance;
  private final Simulation run;
  private int happened;

  Evening(long seed) {
    chance = SimulationTest.chance(seed);
    var network = Network.LOPSIDED;
    run = new Simulation(seed, network.roundTripMs());
  }

  /// How many things were done.
  int happened() {
    return happened;
  }

  List<Act> acts() {
    return run.followers().stream()
        .flatMap(client -> client.done().stream())
        .map(FollowingClient.Done::act)
        .toList();
  }

  void run() {
    SimulationTest.watchActs(run);
    run.watch(new TimeOfClockWithinBound(16));
    run.watch(new EndsWhereTheRoomStands());
    int people = 2 + chance.nextInt(2);
    for (int i = 0; i < people; i++) {
      run.join(seat());
    }
    run.at(2_000, r -> r.room().play());
    double atMs = 2_000;
    var away = new ArrayList<FollowingClient>();
    while (atMs < LENGTH_MS - 30_000) {
      atMs += 1_000 + 12_000 * chance.nextDouble();
      run.at(atMs, _ -> something(away));
    }
    run.at(LENGTH_MS - REST_MS, _ -> away.forEach(FollowingClient::show));
    run.at(LENGTH_MS - REST_MS / 2, r -> r.room().pause());
    run.runUntil(LENGTH_MS);
  }

  private Seat seat() {
    var model = MODELS.get(chance.nextInt(MODELS.size()));
    var network = NETWORKS.get(chance.nextInt(NETWORKS.size()));
    double zeroMs = 500 * chance.nextDouble() - 250;
    double fast = 1e-3 * chance.nextDouble() - 5e-4;
    return Seat.of(model, network)
        .withClock(zeroMs, fast)
        .withPlayerFast(2e-4 * chance.nextDouble());
  }

  private void something(List<FollowingClient> away) {
    happened++;
    var somebody = run.followers().get(chance.nextInt(run.followers().size()));
    switch (chance.nextInt(8)) {
      case 0 -> run.room().seek((long) (3_000_000 * chance.nextDouble()));
      case 1 -> run.room().pause();
      case 2, 3 -> run.room().play();
      case 4 -> run.room().setRate(RATES[chance.nextInt(RATES.length)]);
      case 5 -> somebody.player().starve(run.nowMs(), 3_000 * chance.nextDouble());
      case 6 -> {
        away.forEach(FollowingClient::show);
        away.clear();
        somebody.hide();
        away.add(somebody);
      }
      case 7 -> {
        if (run.followers().size() < 4) {
          run.join(seat());
        }
      }
      default -> throw new IllegalStateException("eight things");
    }
  }
}
