package matinee.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.Decision;
import matinee.room.MemberId;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.wire.TraceLine;

/// Joins what processes told of the same histories, one process after the other.
///
/// A hole is taken where one may be: where a process was killed, where the journal failed, and
/// where the trace itself says so ([TraceLine.Gap]). Everywhere else it is a fault, as is a history
/// that goes back, and a line that is not there.
///
/// What a room answers from its memory of rejections, when a command comes again (CO1), is no step
/// of the rules: it has to be the same answer, and is left out.
final class Joining {
  private final Map<Key, Joined> histories = new LinkedHashMap<>();
  private final List<String> faults;
  private int holes;

  /// `faults` is told what is wrong.
  Joining(List<String> faults) {
    this.faults = faults;
  }

  private record Key(String room, String epoch) {}

  private record Asked(MemberId by, CommandId id) {}

  /// One history so far: the file that told of it last, the newest revision, the number of the line
  /// that comes next, and whether the room may go on without a line.
  private static final class Joined {
    private final List<History.Step> steps = new ArrayList<>();
    private final Map<Asked, Reason> refused = new HashMap<>();
    private Optional<Path> file = Optional.empty();
    private long revision;
    private long next;
    private boolean mayJump;
  }

  List<History> histories() {
    return histories.entrySet().stream()
        .map(it -> new History(it.getKey().room, it.getKey().epoch, it.getValue().steps))
        .toList();
  }

  int holes() {
    return holes;
  }

  /// Takes what the next process wrote.
  void add(Path file, List<TraceLine> lines) {
    boolean whole = false;
    for (int i = 0; i < lines.size(); i++) {
      switch (lines.get(i)) {
        case TraceLine.Ended(long lost) -> whole = lost == 0;
        case TraceLine.OfRoom(var room, var epoch, long number, var deed) -> {
          var history = histories.computeIfAbsent(new Key(room, epoch), _ -> new Joined());
          take(history, new History.Step(file, i + 1, deed, false), number);
        }
      }
    }
    if (!whole) {
      histories.values().stream()
          .filter(it -> it.file.filter(file::equals).isPresent())
          .forEach(it -> it.mayJump = true);
    }
  }

  private void take(Joined history, History.Step step, long number) {
    switch (step.deed()) {
      case TraceLine.Loaded(var state) -> {
        checkJump(history, step, state.revision());
        begin(history, step, state, 0);
      }
      case TraceLine.Gap(var _, var state) -> {
        holes++;
        history.revision = -1;
        begin(history, step, state, number);
      }
      case TraceLine.Decided(var command, var _, var decision, var after) -> {
        follow(history, step, number, after.revision());
        if (!isRemembered(history, command, decision)) {
          history.steps.add(step);
        }
      }
      case TraceLine.TakenOver(var _, var after) -> {
        follow(history, step, number, after.revision());
        history.steps.add(step);
      }
      case TraceLine.Failed _ -> {
        follow(history, step, number, history.revision);
        history.mayJump = true;
      }
    }
  }

  private void checkJump(Joined history, History.Step step, long revision) {
    if (history.file.isEmpty() || revision == history.revision) {
      return;
    }
    if (revision < history.revision) {
      fault(step, "the history goes back from " + history.revision + " to " + revision);
    } else if (!history.mayJump) {
      fault(step, "nothing is told of what came after revision " + history.revision);
    }
    holes++;
  }

  private static void begin(Joined history, History.Step step, RoomState state, long number) {
    boolean hole = state.revision() != history.revision;
    history.steps.add(new History.Step(step.file(), step.line(), step.deed(), hole));
    history.refused.clear();
    history.file = Optional.of(step.file());
    history.revision = state.revision();
    history.next = number + 1;
    history.mayJump = false;
  }

  private void follow(Joined history, History.Step step, long number, long revision) {
    if (history.file.filter(step.file()::equals).isEmpty()) {
      fault(step, "nothing is told of how the room was loaded");
    } else if (number != history.next) {
      fault(step, "should be line " + history.next + " of its room, and is " + number);
    }
    history.file = Optional.of(step.file());
    history.next = number + 1;
    history.revision = revision;
  }

  /// Has this command been rejected before, for the same reason?
  private static boolean isRemembered(Joined history, Command command, Decision decision) {
    return command instanceof Command.Ask ask
        && !ask.again()
        && decision instanceof Decision.Rejected(var reason, var _)
        && reason == history.refused.put(new Asked(ask.by(), ask.id()), reason);
  }

  private void fault(History.Step step, String what) {
    faults.add(step.where() + ": " + what);
  }
}
