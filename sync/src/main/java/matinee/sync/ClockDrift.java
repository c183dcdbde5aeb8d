package matinee.sync;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToDoubleFunction;

/// How fast the room's clock gains on the local one: milliseconds of offset per local millisecond
/// (1e-6: 1 ppm).
///
/// With the true drift taken out, the quickest probes of each direction lie on two level lines;
/// with a wrong one the lines tilt and the channel between them narrows. So the drift is the slope
/// that leaves the widest channel over the quickest probes of each 5 s of the last five minutes. Of
/// all slopes that are as good within the scatter of those probes the one nearest to what was known
/// before is taken: noise alone moves nothing. Source: the convex hull methods for one-way delays
/// (Zhang, Liu, Xia 2002), used on both directions at once.
final class ClockDrift {
  private static final double BLOCK_MS = 5_000;
  private static final int MAX_BLOCKS = 60;
  private static final int MIN_BLOCKS = 3;

  /// With fewer blocks than in this one minute, more than the scatter is needed to be believed.
  private static final double CAUTIOUS_BLOCKS = 12;

  private static final double MAX_DRIFT = 1e-3;
  private static final int HALVINGS = 40;

  /// The quickest probes of one stretch of time, one for each direction.
  private record Block(double startMs, Probe forward, Probe backward) {
    Block with(Probe probe) {
      return new Block(
          startMs,
          probe.forwardMs() < forward.forwardMs() ? probe : forward,
          probe.backwardMs() < backward.backwardMs() ? probe : backward);
    }
  }

  private final Deque<Block> blocks = new ArrayDeque<>();
  private double known;
  private double drift;

  /// Offset gained per millisecond; 0 until there is reason to believe otherwise.
  double perMs() {
    return drift;
  }

  void add(Probe probe) {
    if (blocks.isEmpty() || probe.atMs() - blocks.getLast().startMs() >= BLOCK_MS) {
      estimate();
      blocks.addLast(new Block(probe.atMs(), probe, probe));
      if (blocks.size() > MAX_BLOCKS) {
        blocks.removeFirst();
      }
      return;
    }
    blocks.addLast(blocks.removeLast().with(probe));
  }

  /// The probes so far cannot be compared with those to come (another route, a sleep); the drift
  /// stays known.
  void forgetProbes() {
    known = drift;
    blocks.clear();
  }

  private void estimate() {
    if (blocks.size() < MIN_BLOCKS) {
      return;
    }
    double best = widest();
    double caution = Math.max(1, CAUTIOUS_BLOCKS / blocks.size());
    double enough = width(best) - caution * scatter(best);
    if (width(known) >= enough) {
      drift = known;
      return;
    }
    double good = best;
    double bad = known;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (good + bad) / 2;
      if (width(middle) >= enough) {
        good = middle;
      } else {
        bad = middle;
      }
    }
    drift = good;
  }

  /// The width of the channel is concave in the drift: a ternary search finds its top.
  private double widest() {
    double low = -MAX_DRIFT;
    double high = MAX_DRIFT;
    for (int i = 0; i < HALVINGS; i++) {
      double third = (high - low) / 3;
      if (width(low + third) < width(high - third)) {
        low += third;
      } else {
        high -= third;
      }
    }
    return (low + high) / 2;
  }

  private double width(double slope) {
    return least(block -> forward(block, slope)) + least(block -> backward(block, slope));
  }

  /// How far the quickest probe of a block usually lies from the edge of the channel.
  private double scatter(double slope) {
    double forward = median(block -> forward(block, slope)) - least(block -> forward(block, slope));
    double backward =
        median(block -> backward(block, slope)) - least(block -> backward(block, slope));
    return (forward + backward) / 2;
  }

  private double forward(Block block, double slope) {
    return block.forward().forwardMs() - slope * age(block.forward());
  }

  private double backward(Block block, double slope) {
    return block.backward().backwardMs() + slope * age(block.backward());
  }

  private double age(Probe probe) {
    return probe.atMs() - blocks.getFirst().startMs();
  }

  private double least(ToDoubleFunction<Block> value) {
    return blocks.stream().mapToDouble(value).min().orElseThrow();
  }

  private double median(ToDoubleFunction<Block> value) {
    return Median.of(blocks.stream().mapToDouble(value).toArray());
  }
}
