package matinee.sim;

import java.util.Map;
import java.util.Map.Entry;
import java.util.TreeMap;

/// How often each kind of trouble has to have happened for a run to say anything: a simulator that
/// harms nobody finds nothing.
final class Faults {
  /// The least of each kind in a hundred days; about half of what is usual.
  private static final Map<String, Long> LEAST_IN_A_HUNDRED =
      Map.ofEntries(
          Map.entry("answer", 20L),
          Map.entry("beaten", 12L),
          Map.entry("busy", 12L),
          Map.entry("chatter", 25L),
          Map.entry("clean stop", 15L),
          Map.entry("clock jumps", 15L),
          Map.entry("closepage", 20L),
          Map.entry("comeback", 40L),
          Map.entry("cut", 60L),
          Map.entry("dropcompanion", 12L),
          Map.entry("died at an append", 30L),
          Map.entry("disk fails", 15L),
          Map.entry("doubt", 15L),
          Map.entry("gap", 30L),
          Map.entry("kill dies after", 20L),
          Map.entry("kill dies before", 20L),
          Map.entry("kill now", 20L),
          Map.entry("leave", 25L),
          Map.entry("openanother", 25L),
          Map.entry("press", 1_000L),
          Map.entry("press setdoor", 20L),
          Map.entry("pressoncompanion", 60L),
          Map.entry("reload", 25L),
          Map.entry("restore", 6L),
          Map.entry("room failed", 12L),
          Map.entry("scrub", 25L),
          Map.entry("server's clock jumps", 15L),
          Map.entry("sleep", 15L),
          Map.entry("snapshot for who came back", 10L),
          Map.entry("stall", 60L),
          Map.entry("takecompanion", 15L),
          Map.entry("talk", 120L),
          Map.entry("touch", 60L));

  private Faults() {}

  /// What has happened too seldom in `seeds` days, and how often.
  static Map<String, Long> missing(Counts counts, long seeds) {
    var missing = new TreeMap<String, Long>();
    for (Entry<String, Long> least : LEAST_IN_A_HUNDRED.entrySet()) {
      long happened = counts.ofAll(least.getKey());
      if (happened < least.getValue() * seeds / 100) {
        missing.put(least.getKey(), happened);
      }
    }
    return missing;
  }
}
