package matinee.sim;

import java.util.Map;
import java.util.TreeMap;

/// How often what happened.
final class Counts {
  private final Map<String, Long> counts = new TreeMap<>();

  void add(String what) {
    add(what, 1);
  }

  void add(String what, long times) {
    counts.merge(what, times, Long::sum);
  }

  void addAll(Counts others) {
    others.counts.forEach(this::add);
  }

  long of(String what) {
    return counts.getOrDefault(what, 0L);
  }

  /// The sum of all whose name begins so.
  long ofAll(String prefix) {
    return counts.entrySet().stream()
        .filter(one -> one.getKey().startsWith(prefix))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  Map<String, Long> all() {
    return Map.copyOf(counts);
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    counts.forEach((what, times) -> text.append(String.format("%10d  %s%n", times, what)));
    return text.toString();
  }
}
