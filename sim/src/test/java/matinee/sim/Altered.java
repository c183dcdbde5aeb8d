package matinee.sim;

import java.time.Instant;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import matinee.room.Absent;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Device;
import matinee.room.Door;
import matinee.room.Event;
import matinee.room.Grace;
import matinee.room.Line;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Members;
import matinee.room.People;
import matinee.room.Playback;
import matinee.room.Rank;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Settings;

/// States and decisions with something wrong in them.
final class Altered {

  private Altered() {}

  /// As if `member` were the host.
  static RoomState hostedBy(RoomState state, MemberId member) {
    return members(
        state,
        one ->
            new Member(
                one.id(),
                one.name(),
                one.stay(),
                new Rank(one.rank().standing(), one.id().equals(member), one.rank().muted()),
                one.readiness(),
                one.contact(),
                one.grace()));
  }

  /// As if it had been wished where its author watches.
  static Command.Ask onTheScreen(Command.Ask ask) {
    return new Command.Ask(
        ask.id(), ask.by(), Device.SCREEN, ask.seen(), ask.again(), ask.wish(), ask.cited());
  }

  /// As if whoever has the link might come in.
  static RoomState withTheDoorOpen(RoomState state) {
    var settings = state.settings();
    var open =
        new Settings(
            settings.control(),
            settings.gate(),
            settings.locked(),
            settings.slow(),
            settings.writers(),
            Door.NEW,
            settings.whereabouts());
    return with(state, state.people(), open);
  }

  /// As if its author had said the line that it is about.
  static Command.Ask ofAnOwnLine(Command.Ask ask) {
    return ask.citing(
        ask.cited()
            .map(
                line ->
                    new Line(
                        ask.by(), line.text(), line.removed(), line.changes(), line.reactions())));
  }

  /// As if the last one to come need not be waited for.
  static RoomState withoutTheLast(RoomState state) {
    if (state.members().isEmpty()) {
      return state;
    }
    var last = state.members().getLast();
    return members(
        state,
        one ->
            one.equals(last)
                ? new Member(
                    one.id(),
                    one.name(),
                    one.stay(),
                    one.rank(),
                    one.readiness(),
                    one.contact(),
                    new Grace(true, one.grace().spentMs(), one.grace().at()))
                : one);
  }

  private static RoomState members(RoomState state, UnaryOperator<Member> change) {
    var members = state.members().stream().map(change).toList();
    var people = new People(Members.of(members), state.people().absent(), state.people().giant());
    return with(state, people, state.settings());
  }

  /// As if nobody were muted.
  static RoomState withoutMutes(RoomState state) {
    return members(
        state,
        one ->
            new Member(
                one.id(),
                one.name(),
                one.stay(),
                new Rank(one.rank().standing(), one.isHost(), false),
                one.readiness(),
                one.contact(),
                one.grace()));
  }

  /// As if nobody were banned.
  static RoomState withoutBans(RoomState state) {
    var absent =
        state.people().absent().stream()
            .map(one -> new Absent(one.id(), one.name(), one.standing(), one.muted(), false))
            .toList();
    return with(
        state,
        new People(state.people().members(), absent, state.people().giant()),
        state.settings());
  }

  /// As if the room were open to everybody.
  static RoomState unlocked(RoomState state) {
    var open =
        new Settings(
            state.settings().control(),
            state.settings().gate(),
            false,
            state.settings().slow(),
            state.settings().writers(),
            state.settings().door(),
            state.settings().whereabouts());
    return with(state, state.people(), open);
  }

  /// Without the first of its events, the others moved up; as it is, if it has no other.
  static Decision withoutTheFirst(Decision decision) {
    return decision instanceof Decision.Accepted(var events) && events.size() > 1
        ? new Decision.Accepted(events.stream().skip(1).map(Altered::earlier).toList())
        : decision;
  }

  private static Recorded earlier(Recorded event) {
    return new Recorded(event.revision() - 1, event.at(), event.author(), event.event());
  }

  private static RoomState with(RoomState state, People people, Settings settings) {
    return new RoomState(
        state.revision(),
        state.at(),
        state.stage(),
        settings,
        people,
        state.agenda(),
        state.answered());
  }

  /// With another playback wherever `other` says so, told the event and its time.
  static Decision playback(
      Decision decision, BiFunction<Event.PlaybackChanged, Instant, Playback> other) {
    return decision instanceof Decision.Accepted(var events)
        ? new Decision.Accepted(events.stream().map(event -> playback(event, other)).toList())
        : decision;
  }

  private static Recorded playback(
      Recorded event, BiFunction<Event.PlaybackChanged, Instant, Playback> other) {
    return event.event() instanceof Event.PlaybackChanged changed
        ? new Recorded(
            event.revision(),
            event.at(),
            event.author(),
            new Event.PlaybackChanged(changed.cause(), other.apply(changed, event.at())))
        : event;
  }
}
