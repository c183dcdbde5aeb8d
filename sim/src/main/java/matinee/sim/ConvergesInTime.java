package matinee.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.Playback;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.wire.Link;

/// After all trouble is over, within [#LIMIT_MS], every page and companion that is not left aside
/// is connected, has the state of the history, has an answer to every command, and its player is on
/// the room's line.
///
/// The limit: 10 s for a step that was under way when the trouble ended, 15 s for the longest
/// backoff, 1 s to enter, then 10 s for a wait (GA4), 1.2 s of lead (PB3), and 8 s for a player
/// that is given a rest between two seeks.
final class ConvergesInTime implements Invariant {
  static final double LIMIT_MS = 46_000;

  /// What a player may be off while it moves, at normal speed: the dead band of the correction law
  /// is 3 ms, and what is seen 25 ms late of a clock that is followed to 1 % stays below 40.
  private static final double MOVING_MS = 40;

  private static final double STANDING_MS = 50;

  private double healedAtMs = Double.POSITIVE_INFINITY;
  private boolean reached;

  boolean isReached() {
    return reached;
  }

  @Override
  public void healed(World world) {
    healedAtMs = world.time().nowMs();
  }

  @Override
  public void look(World world) {
    double sinceMs = world.time().nowMs() - healedAtMs;
    if (sinceMs <= 0 || Double.isNaN(sinceMs)) {
      return;
    }
    var wrong = wrong(world);
    reached = wrong.isEmpty();
    if (!reached && sinceMs > LIMIT_MS) {
      throw broken(String.join("; ", wrong));
    }
    if (reached) {
      world.counts().add("ms to converge", (long) sinceMs);
    }
  }

  private static List<String> wrong(World world) {
    var wrong = new ArrayList<String>();
    var truth = world.chronicle().book();
    var pages = Stream.concat(world.pages().stream(), world.companions().stream());
    for (var page : pages.toList()) {
      if (page.phase() == Link.Phase.OVER) {
        continue;
      }
      if (page.phase() != Link.Phase.LIVE) {
        wrong.add(page + " is " + page.phase());
      } else if (!page.copy().epoch().equals(truth.epoch())
          || page.copy().state().revision() != truth.last().revision()) {
        wrong.add(page + " is at revision " + page.copy().state().revision());
      } else if (!page.isAnswered()) {
        wrong.add(page + " has commands without an answer");
      } else {
        offLine(world, page, truth.last()).ifPresent(wrong::add);
      }
    }
    return wrong;
  }

  private static Optional<String> offLine(World world, Page page, RoomState state) {
    if (!(state.stage() instanceof Stage.Loaded loaded) || world.node().isEmpty()) {
      return Optional.empty();
    }
    var following = page.following().filter(Following::isAble);
    double roomMs = world.node().get().roomTime().nowMs();
    return following.flatMap(
        it -> {
          double offMs = it.player().position() - target(loaded, roomMs, it.player().lengthMs());
          double mayMs = tolerance(loaded, page);
          return Math.abs(offMs) <= mayMs
              ? Optional.empty()
              : Optional.of(
                  "%s is %.0f ms off the line, %s, may be %.0f, follower %s, player %s"
                      .formatted(
                          page,
                          offMs,
                          loaded.playback(),
                          mayMs,
                          it.follower().conduct(),
                          it.player().state()));
        });
  }

  private static double target(Stage.Loaded loaded, double roomMs, long lengthMs) {
    double there =
        switch (loaded.playback()) {
          case Playback.Paused(long at, _) -> at;
          case Playback.Waiting(long at, _, _, _) -> at;
          case Playback.Playing(var line) ->
              line.anchorPositionMs()
                  + line.rate() * Math.max(0, roomMs - line.anchorTime().toEpochMilli());
        };
    return Math.min(there, (double) lengthMs);
  }

  /// The clock may be wrong by half a round trip at worst, were one direction free.
  private static double tolerance(Stage.Loaded loaded, Page page) {
    return loaded.playback() instanceof Playback.Playing(var line)
        ? line.rate() * (MOVING_MS + page.clock().boundMs())
        : STANDING_MS;
  }
}
