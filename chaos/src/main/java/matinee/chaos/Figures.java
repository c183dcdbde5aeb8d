package matinee.chaos;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import matinee.room.Author;

/// What the histories of a trial tell in numbers, from one instant of its clock to another.
///
/// `answers` is the time from a command to its first answer, `deliveries` from a command to each
/// client that was told of it, `returns` from the loss of a connection to the next that was let in;
/// all in milliseconds.
record Figures(
    long accepted,
    long rejected,
    long unanswered,
    long shown,
    Times answers,
    Times deliveries,
    Times returns) {

  /// Times of one kind, in no order.
  record Times(double[] ms) {

    private static Times of(List<Double> values) {
      return new Times(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    /// The time that the share `share` (0 to 1) does not exceed; 0 if there are none.
    double at(double share) {
      return ms.length == 0 ? 0 : ms[(int) Math.min(ms.length - 1L, (long) (ms.length * share))];
    }

    @Override
    public String toString() {
      return ms.length == 0
          ? "none"
          : "p50 %,.1f, p99 %,.1f, most %,.1f ms (%,d)"
              .formatted(at(0.5), at(0.99), at(1), ms.length);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Times(var those) && Arrays.equals(ms, those);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(ms);
    }
  }

  /// Of what was asked, or lost, from `fromMs` on and before `toMs`.
  static Figures of(Evidence evidence, double fromMs, double toMs) {
    var count = new Count(fromMs, toMs);
    evidence.histories().forEach(count::add);
    evidence.truths().forEach(count::deliver);
    return new Figures(
        count.accepted,
        count.rejected,
        count.asked.size() - count.accepted - count.rejected,
        count.shown,
        Times.of(count.answers),
        Times.of(count.deliveries),
        Times.of(count.returns));
  }

  /// Goes through the histories once.
  private static final class Count {
    private final double fromMs;
    private final double toMs;
    private final Map<History.Key, Double> asked = new HashMap<>();
    private final Map<String, Map<Long, List<Double>>> told = new HashMap<>();
    private final List<Double> answers = new ArrayList<>();
    private final List<Double> deliveries = new ArrayList<>();
    private final List<Double> returns = new ArrayList<>();
    private long accepted;
    private long rejected;
    private long shown;

    private Count(double fromMs, double toMs) {
      this.fromMs = fromMs;
      this.toMs = toMs;
    }

    private boolean isIn(double atMs) {
      return atMs >= fromMs && atMs < toMs;
    }

    private void add(History history) {
      var open = new HashMap<History.Key, Double>();
      var toldOfRoom = told.computeIfAbsent(history.room(), _ -> new HashMap<>());
      double lostMs = Double.NaN;
      for (var entry : history.entries()) {
        switch (entry) {
          case Entry.Asked(double atMs, var id, _, _) when isIn(atMs) -> {
            open.put(history.key(id), atMs);
            asked.put(history.key(id), atMs);
          }
          case Entry.Accepted(double atMs, _, var id, _) -> {
            var at = open.remove(history.key(id));
            if (at != null) {
              accepted++;
              answers.add(atMs - at);
            }
          }
          case Entry.Rejected(double atMs, _, var id, _) -> {
            var at = open.remove(history.key(id));
            if (at != null) {
              rejected++;
              answers.add(atMs - at);
            }
          }
          case Entry.Lost(double atMs, _, _) -> {
            if (Double.isNaN(lostMs) && isIn(atMs)) {
              lostMs = atMs;
            }
          }
          case Entry.Entered(double atMs, _, _) -> {
            if (!Double.isNaN(lostMs)) {
              returns.add(atMs - lostMs);
            }
            lostMs = Double.NaN;
          }
          case Entry.Shown(double atMs, _, _, _) when isIn(atMs) -> shown++;
          case Entry.Told(double atMs, _, long revision, _) ->
              toldOfRoom.computeIfAbsent(revision, _ -> new ArrayList<>()).add(atMs);
          default -> {}
        }
      }
    }

    private void deliver(String room, Truth truth) {
      var times = told.getOrDefault(room, Map.of());
      for (var event : truth.events()) {
        if (event.author() instanceof Author.ByMember(var member, var command)) {
          var at = asked.get(new History.Key(member, command));
          if (at != null) {
            times
                .getOrDefault(event.revision(), List.of())
                .forEach(toldMs -> deliveries.add(toldMs - at));
          }
        }
      }
    }
  }
}
