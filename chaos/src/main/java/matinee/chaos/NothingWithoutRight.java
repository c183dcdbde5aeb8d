package matinee.chaos;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.room.Author;
import matinee.room.Command;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Event;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.room.RoomState;

/// I5: what stands in the history as the effect of a command was asked for by the member whose name
/// it bears, and the rules allow it in the state in which it stands: no node has decided on a state
/// that was not the last.
final class NothingWithoutRight implements Check {

  @Override
  public List<String> broken(Evidence evidence) {
    var asked = new HashMap<String, Map<History.Key, Entry.Asked>>();
    for (var history : evidence.histories()) {
      var ofRoom = asked.computeIfAbsent(history.room(), _ -> new HashMap<>());
      history.all(Entry.Asked.class).forEach(one -> ofRoom.put(history.key(one.id()), one));
    }
    var broken = new ArrayList<String>();
    evidence
        .truths()
        .forEach(
            (room, truth) -> {
              var ofRoom = asked.get(room);
              if (ofRoom != null) {
                follow(room, truth, ofRoom, broken);
              }
            });
    return broken;
  }

  private static void follow(
      String room, Truth truth, Map<History.Key, Entry.Asked> asked, List<String> broken) {
    Author previous = Author.Room.ROOM;
    for (int i = 0; i < truth.states().size() - 1; i++) {
      var event = truth.events().get(i);
      if (event.author() instanceof Author.ByMember(var by, var id)
          && !(event.event() instanceof Event.Refused)
          && !event.author().equals(previous)) {
        var one = asked.get(new History.Key(by, id));
        if (one == null) {
          broken.add(room + ": nobody asked for " + event);
        } else {
          refusal(truth.states().get(i), event, one)
              .ifPresent(why -> broken.add(room + ": " + event + " should not be: " + why));
        }
      }
      previous = event.author();
    }
  }

  /// Why the rules refuse what `asked` came to.
  private static Optional<String> refusal(RoomState before, Recorded event, Entry.Asked asked) {
    if (!(event.author() instanceof Author.ByMember(var by, var id))) {
      return Optional.empty();
    }
    var command = new Command.Ask(id, by, asked.seen(), asked.wish());
    return switch (Decider.decide(before, command, new Moment(event.at(), Duration.ZERO))) {
      case Decision.Accepted(var events)
          when events.getFirst().event().getClass() == event.event().getClass() ->
          Optional.empty();
      case Decision.Accepted(var events) ->
          Optional.of(asked.wish() + " comes to " + events.getFirst().event());
      case Decision.Rejected(var reason, var _) -> Optional.of(asked.wish() + " is " + reason);
      case Decision.Repeated(long revision) -> Optional.of("it is already at " + revision);
    };
  }
}
