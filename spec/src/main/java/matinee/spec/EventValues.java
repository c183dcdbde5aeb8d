package matinee.spec;

import static matinee.spec.Values.field;
import static matinee.spec.Values.named;
import static matinee.spec.Values.number;
import static matinee.spec.Values.record;
import static matinee.spec.Values.sequence;
import static matinee.spec.Values.text;
import static matinee.spec.Values.truth;

import java.util.List;
import matinee.room.Author;
import matinee.room.Cause;
import matinee.room.Event;
import matinee.room.GatePolicy;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.Recorded;
import tlc2.value.impl.Value;

/// Events as the module `Rules` has them.
final class EventValues {
  private static final String THE_ROOM = "room";

  private final FilmValues film;

  EventValues(FilmValues film) {
    this.film = film;
  }

  Value events(List<Recorded> events) {
    return sequence(events.stream().map(this::event).toList());
  }

  private Value event(Recorded recorded) {
    var by = text(THE_ROOM);
    var command = text(THE_ROOM);
    if (recorded.author() instanceof Author.ByMember(var member, var id)) {
      by = FilmValues.id(member);
      command = text(id.value());
    }
    return record(
        field("revision", number(recorded.revision())),
        field("at", film.time(recorded.at())),
        field("by", by),
        field("command", command),
        field("what", what(recorded.event())));
  }

  private Value ofQueue(Event.OfQueue event) {
    return switch (event) {
      case Event.Queued(var member, var media) ->
          named(
              "queued",
              field("member", FilmValues.id(member)),
              field("length", FilmValues.length(media.length())));
      case Event.Dequeued(long item) -> named("dequeued", field("item", number(item)));
      case Event.QueueMoved(long item, int to) ->
          named("queueMoved", field("item", number(item)), field("to", number(to)));
      case Event.VoteChanged(var member, long item, boolean up) ->
          named(
              "voteChanged",
              field("member", FilmValues.id(member)),
              field("item", number(item)),
              field("up", truth(up)));
      case Event.AutoAdvanceChanged(boolean on) ->
          named("autoAdvanceChanged", field("on", truth(on)));
      case Event.AdvanceScheduled(var due) ->
          named("advanceScheduled", field("due", film.time(due)));
      case Event.AdvanceCancelled _ -> named("advanceCancelled");
    };
  }

  private static Value gate(GatePolicy gate) {
    return named("gateChanged", field("gate", FilmValues.gate(gate)));
  }

  private Value changed(Cause cause, Playback playback) {
    return named(
        "playbackChanged",
        field("cause", text(cause.name())),
        field("playback", film.playback(playback)));
  }

  private static Value excused(MemberId member, boolean excused) {
    return named(
        "excusedChanged", field("member", FilmValues.id(member)), field("excused", truth(excused)));
  }

  private Value proposed(Event.Proposed proposed) {
    return named(
        "proposed",
        field("member", FilmValues.id(proposed.member())),
        field("wish", film.wish(proposed.wish())),
        field("until", film.time(proposed.until())));
  }

  private static Value muted(MemberId member, boolean muted) {
    return named(
        "mutedChanged", field("member", FilmValues.id(member)), field("muted", truth(muted)));
  }

  private Value what(Event event) {
    return switch (event) {
      case Event.Joined(var member, var _) -> FilmValues.ofMember("joined", member);
      case Event.Lost(var member) -> FilmValues.ofMember("lost", member);
      case Event.Returned(var member) -> FilmValues.ofMember("returned", member);
      case Event.Left(var member) -> FilmValues.ofMember("left", member);
      case Event.Renamed(var member, var _) -> FilmValues.ofMember("renamed", member);
      case Event.Kicked(var member) -> FilmValues.ofMember("kicked", member);
      case Event.Banned(var member) -> FilmValues.ofMember("banned", member);
      case Event.Unbanned(var member) -> FilmValues.ofMember("unbanned", member);
      case Event.HostChanged(var host) -> named("hostChanged", field("host", FilmValues.id(host)));
      case Event.ControlChanged(var control) ->
          named("controlChanged", field("control", FilmValues.control(control)));
      case Event.StandingChanged(var member, var standing) ->
          named(
              "standingChanged",
              field("member", FilmValues.id(member)),
              field("standing", text(standing.name())));
      case Event.MutedChanged(var member, boolean muted) -> muted(member, muted);
      case Event.LockChanged(boolean locked) ->
          named("lockChanged", field("locked", truth(locked)));
      case Event.DoorChanged(var door) ->
          named("doorChanged", field("door", DoorValues.door(door)));
      case Event.OwnerChanged(var owner) ->
          named("ownerChanged", field("owner", FilmValues.id(owner)));
      case Event.Closed _ -> named("closed");
      case Event.MovedAway(var to) -> named("movedAway", field("region", text(to.value())));
      case Event.MovedHere(var from, long shiftMs) -> FilmValues.move("movedHere", from, shiftMs);
      case Event.SlowModeChanged(var slow) ->
          named("slowModeChanged", field("slow", FilmValues.slow(slow)));
      case Event.WritersChanged(var writers) -> FilmValues.writers("writersChanged", writers);
      case Event.GiantChanged(boolean giant) -> named("giantChanged", field("giant", truth(giant)));
      case Event.Proposed proposed -> proposed(proposed);
      case Event.ProposalEnded(var member, var end) ->
          named(
              "proposalEnded",
              field("member", FilmValues.id(member)),
              field("end", text(end.name())));
      case Event.OfQueue ofQueue -> ofQueue(ofQueue);
      case Event.GateChanged(var gate) -> gate(gate);
      case Event.ExcusedChanged(var member, boolean excused) -> excused(member, excused);
      case Event.MediaLoaded(var media) ->
          named("mediaLoaded", field("length", FilmValues.length(media.length())));
      case Event.LengthLearnt(var length) ->
          named("lengthLearnt", field("length", FilmValues.length(length)));
      case Event.FilmGrew(var available) ->
          named("filmGrew", field("available", FilmValues.available(available)));
      case Event.FilmVanished _ -> named("filmVanished");
      case Event.PlaybackChanged(var cause, var playback) -> changed(cause, playback);
      case Event.ReadinessChanged(var member, var readiness) ->
          named(
              "readinessChanged",
              field("member", FilmValues.id(member)),
              field("readiness", text(readiness.name())));
      case Event.Refused(var reason) -> named("refused", field("reason", text(reason.name())));
      case Event.Said _ -> named("said");
      case Event.OfLine ofLine -> LineValues.event(ofLine);
    };
  }
}
