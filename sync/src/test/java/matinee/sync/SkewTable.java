package matinee.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import matinee.sync.Simulation.Seat;

/// Prints what the correction law reaches in simulation: steady skew, picture, and times to
/// converge.
///
/// `java -cp ... matinee.sync.SkewTable`; virtual time, so the figures are the same on every
/// machine.
public final class SkewTable {
  private static final int SEEDS = 40;
  private static final double RUN_MS = 90_000;

  private SkewTable() {}

  /// A row of the table: who sits where.
  private record Row(String name, double worstRoundTripMs, Consumer<Simulation> seats) {}

  public static void main(String[] args) {
    System.out.println("seeds 1 to " + SEEDS + ", " + RUN_MS / 1_000 + " s each");
    steady();
    converging();
  }

  private static void steady() {
    System.out.printf(
        "%-44s %7s %7s %7s | %8s %8s | %6s%n",
        "steady skew, ms", "p50", "p95", "p99", "pict p50", "pict p95", "apart");
    for (var row : rows()) {
      var all = new SkewMeter();
      for (long seed = 1; seed <= SEEDS; seed++) {
        var run = new Simulation(seed, row.worstRoundTripMs);
        var meter = run.watch(new SkewMeter());
        row.seats.accept(run);
        run.disturb(2_000, r -> r.room().play());
        run.runUntil(RUN_MS);
        all.addAll(meter);
      }
      System.out.printf(
          "%-44s %7.2f %7.2f %7.2f | %8.1f %8.1f | %6d%n",
          row.name,
          all.percentile(0.5),
          all.percentile(0.95),
          all.percentile(0.99),
          all.framePercentile(0.5),
          all.framePercentile(0.95),
          all.apart());
    }
  }

  private static List<Row> rows() {
    var rows = new ArrayList<Row>();
    rows.add(row("2 Chromium, LAN", PlayerModel.CHROMIUM, Network.LAN, 2));
    rows.add(row("2 Chromium, bad", PlayerModel.CHROMIUM, Network.BAD, 2));
    rows.add(row("4 Chromium loaded, LAN", PlayerModel.LOADED_CHROMIUM, Network.LAN, 4));
    rows.add(row("4 Chromium loaded, bad", PlayerModel.LOADED_CHROMIUM, Network.BAD, 4));
    rows.add(row("2 Firefox, LAN", PlayerModel.FIREFOX, Network.LAN, 2));
    rows.add(row("2 Safari (seek only), LAN", PlayerModel.SAFARI, Network.LAN, 2));
    rows.add(new Row("2 Chromium, LAN, clocks +-50 ppm", 1, run -> wrong(run, Network.LAN, 50e-6)));
    rows.add(new Row("2 Chromium, LAN, clocks +-500 ppm", 1, run -> wrong(run, Network.LAN, 5e-4)));
    rows.add(
        new Row("2 Chromium, bad, clocks +-500 ppm", 160, run -> wrong(run, Network.BAD, 5e-4)));
    rows.add(
        new Row(
            "2 Chromium, LAN, player clocks +-500 ppm",
            1,
            run -> {
              run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN).withPlayerFast(5e-4));
              run.join(Seat.of(PlayerModel.CHROMIUM, Network.LAN).withPlayerFast(-5e-4));
            }));
    for (var network : List.of(Network.LAN, Network.BAD)) {
      rows.add(
          stalled("our law", network, run -> run.join(Seat.of(PlayerModel.CHROMIUM, network))));
      rows.add(
          stalled(
              "naive law",
              network,
              run -> run.joinNaively(Seat.of(PlayerModel.CHROMIUM, network))));
    }
    return rows;
  }

  private static void wrong(Simulation run, Network network, double fast) {
    run.join(Seat.of(PlayerModel.CHROMIUM, network).withClock(250, fast));
    run.join(Seat.of(PlayerModel.CHROMIUM, network).withClock(-250, -fast));
  }

  /// One of two stalls for 400 ms every 20 s.
  private static Row stalled(String law, Network network, Consumer<Simulation> join) {
    return new Row(
        "2 Chromium, " + network.name() + ", stalls, " + law,
        network.roundTripMs(),
        run -> {
          join.accept(run);
          join.accept(run);
          for (double atMs = 10_000; atMs < RUN_MS; atMs += 20_000) {
            run.disturb(atMs, r -> r.clients().getFirst().player().starve(r.nowMs(), 400));
          }
        });
  }

  private static Row row(String name, PlayerModel model, Network network, int count) {
    return new Row(
        name,
        network.roundTripMs(),
        run -> {
          for (int i = 0; i < count; i++) {
            run.join(Seat.of(model, network));
          }
        });
  }

  private static void converging() {
    System.out.printf("%n%-44s %7s %7s %7s%n", "ms until within 20 ms", "p50", "p95", "max");
    converging(PlayerModel.CHROMIUM, Network.LAN);
    converging(PlayerModel.CHROMIUM, Network.BAD);
    converging(PlayerModel.LOADED_CHROMIUM, Network.LAN);
    converging(PlayerModel.FIREFOX, Network.LAN);
  }

  private static void converging(PlayerModel model, Network network) {
    var seat = Seat.of(model, network);
    converging("first play", seat, (_, _) -> {});
    converging("seek", seat, (run, at) -> run.disturb(at, r -> r.room().seek(1_000_000)));
    converging(
        "pause and play",
        seat,
        (run, at) -> {
          run.at(at - 2_000, r -> r.room().pause());
          run.disturb(at, r -> r.room().play());
        });
    converging("rate 1.5", seat, (run, at) -> run.disturb(at, r -> r.room().setRate(1.5)));
    converging(
        "stall of 400 ms, from its end",
        seat,
        (run, at) -> {
          run.at(at - 400, r -> r.clients().getFirst().player().starve(at - 400, 400));
          run.disturb(at, _ -> {});
        });
    converging(
        "late join, from being ready", seat, (run, at) -> run.disturb(at, r -> r.join(seat)));
  }

  private static void converging(String what, Seat seat, BiConsumer<Simulation, Double> event) {
    var took = new ArrayList<Double>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      var run = new Simulation(seed, seat.network().roundTripMs());
      var converges = run.watch(new ConvergesWithin(Double.POSITIVE_INFINITY, 20));
      run.join(seat);
      run.join(seat);
      run.disturb(2_000, r -> r.room().play());
      event.accept(run, 20_000.0);
      run.runUntil(30_000);
      took.add(converges.took().getLast());
    }
    System.out.printf(
        "%-44s %7.0f %7.0f %7.0f%n",
        "%s, %s, %s".formatted(what, seat.model().name(), seat.network().name()),
        SkewMeter.percentile(took, 0.5),
        SkewMeter.percentile(took, 0.95),
        took.stream().mapToDouble(Double::doubleValue).max().orElseThrow());
  }
}
