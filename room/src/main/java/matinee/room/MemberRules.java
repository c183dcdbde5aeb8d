package matinee.room;

import java.time.Instant;
import java.util.ArrayList;

/// Coming and going, names, host, control and standing: rules ME, HO, RI.
final class MemberRules {

  private MemberRules() {}

  static Outcome enter(RoomState state, MemberId id, String name, Credential credential) {
    return state
        .member(id)
        .map(member -> enterAgain(member, name))
        .orElseGet(() -> DoorRules.enter(state, id, name, credential));
  }

  private static Outcome enterAgain(Member member, String name) {
    var events = new ArrayList<Event>();
    if (!member.isHere()) {
      events.add(new Event.Returned(member.id())); // ME2
    }
    if (!member.name().equals(name)) {
      events.add(new Event.Renamed(member.id(), name));
    }
    return events.isEmpty() ? Outcome.refused(Reason.NO_CHANGE) : new Outcome.Happens(events);
  }

  static Outcome lose(RoomState state, MemberId id) {
    return state
        .member(id)
        .filter(Member::isHere)
        .map(member -> Outcome.happens(new Event.Lost(member.id()))) // ME3
        .orElseGet(() -> Outcome.refused(Reason.NO_CHANGE));
  }

  /// ME4: who leaves an empty room behind leaves it paused where it was seen last.
  static Outcome leave(RoomState state, MemberId id, Instant now) {
    return state
        .member(id)
        .map(member -> leave(state, member, now))
        .orElseGet(() -> Outcome.refused(Reason.NO_CHANGE));
  }

  private static Outcome leave(RoomState state, Member member, Instant now) {
    var left = new Event.Left(member.id());
    if (state.members().size() > 1
        || !(state.stage() instanceof Stage.Loaded loaded)
        || loaded.playback() instanceof Playback.Paused) {
      return Outcome.happens(left);
    }
    var lastSeen =
        switch (member.contact()) {
          case Contact.Here _ -> now;
          case Contact.Lost(var since) -> since;
        };
    return Outcome.happens(
        left, new Event.PlaybackChanged(Cause.ABANDONED, PlaybackRules.standing(loaded, lastSeen)));
  }

  static Outcome rename(Member by, String name) {
    return by.name().equals(name)
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.Renamed(by.id(), name)); // ME5
  }

  static Outcome setControl(RoomState state, Control control) {
    return state.settings().control().equals(control)
        ? Outcome.refused(Reason.NO_CHANGE)
        : Outcome.happens(new Event.ControlChanged(control)); // RI2
  }

  static Outcome handOver(RoomState state, MemberId to) {
    return state
        .member(to)
        .map(
            member ->
                member.isHost()
                    ? Outcome.refused(Reason.NO_CHANGE)
                    : Outcome.happens(new Event.HostChanged(to))) // HO3
        .orElseGet(() -> Outcome.refused(Reason.NO_SUCH_MEMBER));
  }

  static Outcome setStanding(RoomState state, Member by, MemberId id, Standing standing) {
    return Rights.onLower(
        state,
        by,
        id,
        member ->
            member.rank().standing() == standing
                ? Outcome.refused(Reason.NO_CHANGE)
                : Outcome.happens(new Event.StandingChanged(id, standing)));
  }
}
