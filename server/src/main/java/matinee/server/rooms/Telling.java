package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import matinee.room.Author;
import matinee.room.Event;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.server.fanout.Audience;
import matinee.server.fanout.Audience.Private;
import matinee.server.journal.Entry;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;

/// Tells those who are connected here what happens. Belongs to the room's thread.
///
/// In a usual room everyone hears of every event. In a giant (GI1) a thousand who come would be a
/// thousand events for each of thousands: there, who comes and goes and what becomes of people is
/// counted and told four times a second at most, and by name only of those who are shown (EN6).
final class Telling {
  private static final Duration PERIOD = Duration.ofMillis(250);

  private final String epoch;
  private final Audience audience;
  private final Attendance attendance;
  private final Shown shown = new Shown();
  private boolean giant;

  /// Up to where everyone here has been told what happened.
  private long told;

  private Instant quietUntil = Instant.MIN;

  /// Of the room with this `epoch`, which is in `state`.
  Telling(String epoch, RoomState state, Audience audience, Attendance attendance) {
    this.epoch = epoch;
    this.audience = audience;
    this.attendance = attendance;
    giant = state.people().giant();
    told = state.revision();
  }

  /// `events`, which the journal has as `entries`, have led to `after`; `answers` are for those who
  /// asked.
  void happened(
      List<Entry> entries, List<Recorded> events, RoomState after, List<Private> answers) {
    var common = new ArrayList<String>();
    var concerned = new LinkedHashSet<MemberId>();
    for (int i = 0; i < entries.size(); i++) {
      var event = events.get(i);
      if (event.event() instanceof Event.GiantChanged) {
        resize(after, common, concerned);
        break;
      }
      var who = giant ? subject(event) : Optional.<MemberId>empty();
      if (who.isPresent()) {
        concerned.add(who.get());
      } else {
        common.addAll(before(event, after));
        common.add(entries.get(i).body());
        told = event.revision();
      }
    }
    audience.send(common, answers);
    tellThemselves(concerned, after);
  }

  /// The room has become a giant or is one no more: everyone gets another picture of it.
  private void resize(RoomState after, List<String> common, Set<MemberId> concerned) {
    giant = after.people().giant();
    shown.forget();
    common.add(ServerMessages.encode(new ServerMessage.Snapshot(epoch, picture(after))));
    told = after.revision();
    if (giant) {
      concerned.addAll(attendance.members());
    }
  }

  /// What is told of a giant before `event`: its author, and that nothing is missing (EN4).
  private List<String> before(Recorded event, RoomState after) {
    if (!giant) {
      return List.of();
    }
    var authors = author(event).map(id -> shown.introduce(id, after)).orElseGet(List::of);
    long previous = event.revision() - 1;
    return told == previous && authors.isEmpty()
        ? List.of()
        : List.of(ServerMessages.encode(Shown.crowd(previous, after, authors, List.of())));
  }

  private static Optional<MemberId> author(Recorded event) {
    return switch (event.author()) {
      case Author.Room _ -> Optional.empty();
      case Author.ByMember(var member, var _) -> Optional.of(member);
    };
  }

  /// Whom an event is about of which, in a giant, not everyone hears; nobody, if everyone does.
  private static Optional<MemberId> subject(Recorded recorded) {
    return switch (recorded.event()) {
      case Event.Joined(var member, var _) -> Optional.of(member);
      case Event.Lost(var member) -> Optional.of(member);
      case Event.Returned(var member) -> Optional.of(member);
      case Event.Left(var member) -> Optional.of(member);
      case Event.Renamed(var member, var _) -> Optional.of(member);
      case Event.HostChanged(var host) -> Optional.of(host);
      case Event.OwnerChanged(var owner) -> Optional.of(owner);
      case Event.StandingChanged(var member, var _) -> Optional.of(member);
      case Event.Kicked(var member) -> Optional.of(member);
      case Event.Banned(var member) -> Optional.of(member);
      case Event.Unbanned(var member) -> Optional.of(member);
      case Event.MutedChanged(var member, boolean _) -> Optional.of(member);
      case Event.ExcusedChanged(var member, boolean _) -> Optional.of(member);
      case Event.ReadinessChanged(var member, var _) -> Optional.of(member);
      case Event.Refused _ -> author(recorded);
      case Event.ControlChanged _,
          Event.LockChanged _,
          Event.SlowModeChanged _,
          Event.WritersChanged _,
          Event.DoorChanged _,
          Event.Closed _,
          Event.MovedAway _,
          Event.MovedHere _,
          Event.GiantChanged _,
          Event.OfQueue _,
          Event.Proposed _,
          Event.ProposalEnded _,
          Event.GateChanged _,
          Event.MediaLoaded _,
          Event.LengthLearnt _,
          Event.FilmGrew _,
          Event.FilmVanished _,
          Event.PlaybackChanged _,
          Event.OfLine _,
          Event.Said _ ->
          Optional.empty();
    };
  }

  /// Each of `members` is told how it is itself, where it is connected here.
  private void tellThemselves(Collection<MemberId> members, RoomState state) {
    var letters = new ArrayList<Private>();
    for (var id : members) {
      state
          .member(id)
          .ifPresent(
              member ->
                  attendance
                      .connectionsOf(id)
                      .filter(Connection::isAdmitted)
                      .forEach(to -> letters.add(new Private(to.outbox(), own(member, state)))));
    }
    if (!letters.isEmpty()) {
      audience.send(List.of(), letters);
    }
  }

  private static String own(Member member, RoomState state) {
    return ServerMessages.encode(Shown.crowd(state.revision(), state, List.of(member), List.of()));
  }

  /// Tells how a giant has changed since the last time, if it is time to.
  void tell(RoomState state, Instant now) {
    if (due(state).filter(due -> !now.isBefore(due)).isPresent()) {
      quietUntil = now.plus(PERIOD);
      told = state.revision();
      audience.send(List.of(ServerMessages.encode(shown.news(state))), List.of());
    }
  }

  /// When [#tell] has something to tell.
  Optional<Instant> due(RoomState state) {
    return giant && told < state.revision() ? Optional.of(quietUntil) : Optional.empty();
  }

  /// What is shown of the room to somebody who comes in: the same object as long as that is the
  /// same.
  RoomState picture(RoomState state) {
    return giant ? shown.of(state) : state;
  }

  /// What a member who comes in has to know besides, about itself.
  Optional<String> own(MemberId id, RoomState state) {
    return giant ? state.member(id).map(member -> own(member, state)) : Optional.empty();
  }

  /// Those of `members` of whom everyone is told how they are doing.
  Set<MemberId> shownOf(Set<MemberId> members) {
    return giant ? shown.of(members) : members;
  }
}
