package matinee.server.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Evolution;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.server.journal.History;
import matinee.server.rooms.Trace;
import matinee.server.rooms.Tracing;
import matinee.wire.TraceLine;
import matinee.wire.TraceLine.Deed;

/// Makes lines of what rooms do and gives them to `sink`. What that does not take is missing, and
/// the next line that it takes comes after one that says so ([TraceLine.Gap]).
public record LineTracing(TraceSink sink) implements Tracing {

  @Override
  public Trace of(History history, RoomState loaded) {
    var lines = new Lines(history, sink);
    lines.tell(loaded, 1, () -> Stream.of(new TraceLine.Loaded(loaded)));
    return lines;
  }

  /// Those of one room from its loading on.
  private static final class Lines implements Trace {
    private final History history;
    private final TraceSink sink;
    private long next;
    private long missing;

    Lines(History history, TraceSink sink) {
      this.history = history;
      this.sink = sink;
    }

    @Override
    public void decided(
        RoomState before,
        List<Command> commands,
        Moment moment,
        List<Decision> decisions,
        RoomState after) {
      tell(before, commands.size(), () -> decisions(before, commands, moment, decisions, after));
    }

    @Override
    public void takenOver(RoomState before, List<Recorded> events, RoomState after) {
      tell(before, 1, () -> Stream.of(new TraceLine.TakenOver(events, after)));
    }

    @Override
    public void failed(RoomState before) {
      tell(before, 1, () -> Stream.of(new TraceLine.Failed()));
    }

    /// Gives on what the room, which was `before`, did in `many` lines.
    void tell(RoomState before, int many, Supplier<Stream<Deed>> deeds) {
      long first = next;
      long lost = missing;
      boolean taken =
          sink.take(
              () -> {
                var gap = Stream.<Deed>of(new TraceLine.Gap(lost, before));
                return lost == 0
                    ? lines(first, deeds.get())
                    : lines(first - 1, Stream.concat(gap, deeds.get()));
              });
      next += many;
      missing = taken ? 0 : lost + many;
    }

    private List<TraceLine> lines(long first, Stream<Deed> deeds) {
      var lines = new ArrayList<TraceLine>();
      deeds.forEach(
          deed ->
              lines.add(
                  new TraceLine.OfRoom(
                      history.id().value(), history.epoch(), first + lines.size(), deed)));
      return lines;
    }

    /// The last is followed by the state that the room has, not by one made here.
    private static Stream<Deed> decisions(
        RoomState before,
        List<Command> commands,
        Moment moment,
        List<Decision> decisions,
        RoomState after) {
      var deeds = Stream.<Deed>builder();
      var state = before;
      for (int i = 0; i < commands.size(); i++) {
        var decision = decisions.get(i);
        state = i + 1 < commands.size() ? evolved(state, decision) : after;
        deeds.add(new TraceLine.Decided(commands.get(i), moment, decision, state));
      }
      return deeds.build();
    }

    private static RoomState evolved(RoomState state, Decision decision) {
      var after = state;
      for (var event : decision.events()) {
        after = Evolution.evolve(after, event);
      }
      return after;
    }
  }
}
