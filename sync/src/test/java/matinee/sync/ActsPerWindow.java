package matinee.sync;

import java.util.function.Predicate;

/// How many acts of a kind one client does within ten seconds at most, those just after another
/// target left out.
final class ActsPerWindow {
  private static final double WINDOW_MS = 10_000;
  private static final double AFTER_TARGET_MS = 1_000;

  private ActsPerWindow() {}

  static void check(Simulation run, String what, int limit, Predicate<FollowingClient.Done> kind) {
    for (var client : run.followers()) {
      var acts =
          client.done().stream().filter(kind).filter(act -> !followsTarget(client, act)).toList();
      for (var first : acts) {
        long within =
            acts.stream()
                .filter(act -> act.atMs() >= first.atMs())
                .filter(act -> act.atMs() < first.atMs() + WINDOW_MS)
                .count();
        if (within > limit) {
          throw new AssertionError(
              "seed %d: %d %s within 10 s from %.0f ms: %s"
                  .formatted(run.seed(), within, what, first.atMs(), acts));
        }
      }
    }
  }

  private static boolean followsTarget(FollowingClient client, FollowingClient.Done act) {
    return client.targets().stream()
        .anyMatch(at -> at <= act.atMs() && act.atMs() < at + AFTER_TARGET_MS);
  }
}
