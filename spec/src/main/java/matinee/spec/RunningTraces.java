package matinee.spec;

import static matinee.spec.Values.field;
import static matinee.spec.Values.named;
import static matinee.spec.Values.number;
import static matinee.spec.Values.sequence;
import static matinee.spec.Values.truth;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Device;
import matinee.room.Reason;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.wire.TraceLine;
import org.jspecify.annotations.Nullable;
import tlc2.overrides.TLAPlusOperator;
import tlc2.value.impl.Value;

/// Gives TLC the traces of running servers: what the module `Traces` calls `Told`.
///
/// They are not written down as TLA+, which would take TLC longer to read than to check.
public final class RunningTraces {
  private static final String FOLDERS = "matinee.traces";

  /// Why a server refuses what a room alone would accept.
  private static final Set<Reason> ABOUT_THE_SERVER =
      EnumSet.of(Reason.NO_SUCH_REGION, Reason.REGION_AWAY, Reason.NO_PUBLIC_LIST);

  private static @Nullable Value histories;

  private RunningTraces() {}

  /// The options of a JVM in which TLC sees the traces of these folders.
  static List<String> options(List<Path> folders) {
    var paths = folders.stream().map(it -> it.toAbsolutePath().toString()).toList();
    return List.of("-D" + FOLDERS + "=" + String.join(File.pathSeparator, paths));
  }

  /// Is this such a JVM?
  public static boolean areGiven() {
    return System.getProperty(FOLDERS) != null;
  }

  /// Every history as a sequence of steps. TLC asks for it again and again, in one thread.
  @TLAPlusOperator(identifier = "Told", module = "Traces", warn = false)
  public static Value told() throws IOException {
    var known = histories;
    if (known == null) {
      known = readHistories();
      histories = known;
    }
    return known;
  }

  private static Value readHistories() throws IOException {
    var folders = System.getProperty(FOLDERS, "").split(File.pathSeparator);
    var histories = Histories.below(Stream.of(folders).map(Path::of).toList());
    var told = new ArrayList<Value>();
    histories.all().forEach(history -> told.add(told(history)));
    return sequence(told);
  }

  private static Value told(History history) {
    var film = new FilmValues(history.beginning());
    var steps = new ArrayList<Value>();
    var before = RoomState.NEW;
    for (var step : history.steps()) {
      switch (step.deed()) {
        case TraceLine.Loaded(var state) -> {
          steps.add(loaded(film, step, state));
          before = state;
        }
        case TraceLine.Gap(var _, var state) -> {
          steps.add(loaded(film, step, state));
          before = state;
        }
        case TraceLine.Decided decided -> {
          steps.add(
              isBesideTheRules(decided)
                  ? takenOver(film, refusal(decided.decision()), decided.after())
                  : decided(film, decided, before));
          before = decided.after();
        }
        case TraceLine.TakenOver(var events, var after) -> {
          steps.add(takenOver(film, events, after));
          before = after;
        }
        case TraceLine.Failed _ -> {}
      }
    }
    return sequence(steps);
  }

  /// The rules in TLA+ know neither which regions there are and how they are, nor whether a server
  /// lists rooms, nor devices (CD2). Where a companion was refused as one, or should have been,
  /// nothing may have happened.
  private static boolean isBesideTheRules(TraceLine.Decided decided) {
    if (decided.decision() instanceof Decision.Rejected(var reason, var _)
        && ABOUT_THE_SERVER.contains(reason)) {
      return true;
    }
    boolean forbidden =
        decided.command() instanceof Command.Ask ask
            && ask.device() == Device.COMPANION
            && !LineValues.isChat(ask);
    return forbidden
        && switch (decided.decision()) {
          case Decision.Accepted _ -> true;
          case Decision.Repeated _ -> false;
          case Decision.Rejected(var reason, var _) -> reason == Reason.NOT_ON_COMPANION;
        };
  }

  /// ID6.
  private static List<Recorded> refusal(Decision decision) {
    return decision instanceof Decision.Rejected ? decision.events() : List.of();
  }

  private static Value takenOver(FilmValues film, List<Recorded> events, RoomState after) {
    return named(
        "takenOver",
        field("events", new EventValues(film).events(events)),
        field("shown", new RoomValues(film).shown(after)));
  }

  private static Value decided(FilmValues film, TraceLine.Decided decided, RoomState before) {
    var commands = new CommandValues(film);
    return named(
        "decided",
        field("command", commands.command(decided.command(), before)),
        field("instant", film.time(decided.moment().now())),
        field("lead", number(decided.moment().lead().toMillis())),
        field("answer", commands.answer(decided.decision())),
        field("shown", new RoomValues(film).shown(decided.after())));
  }

  private static Value loaded(FilmValues film, History.Step step, RoomState state) {
    return named(
        "loaded",
        field("hole", truth(step.hole())),
        field("room", new RoomValues(film).whole(state)));
  }
}
