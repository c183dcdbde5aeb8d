package matinee.spec;

import static matinee.spec.Values.field;
import static matinee.spec.Values.named;
import static matinee.spec.Values.number;
import static matinee.spec.Values.record;
import static matinee.spec.Values.sequence;
import static matinee.spec.Values.text;
import static matinee.spec.Values.truth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import matinee.room.Absent;
import matinee.room.Answered;
import matinee.room.Contact;
import matinee.room.Member;
import matinee.room.Proposal;
import matinee.room.Queue;
import matinee.room.QueueItem;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Whereabouts;
import tlc2.value.impl.Value;

/// Rooms as the module `Rules` has them.
final class RoomValues {
  private final FilmValues film;

  RoomValues(FilmValues film) {
    this.film = film;
  }

  /// What members are shown of a room: all but what it remembers of answered commands.
  Value shown(RoomState state) {
    return record(fields(state));
  }

  private List<Values.Field> fields(RoomState state) {
    return List.of(
        field("revision", number(state.revision())),
        field("at", at(state)),
        field("stage", stage(state.stage())),
        field("control", FilmValues.control(state.settings().control())),
        field("gate", FilmValues.gate(state.settings().gate())),
        field("locked", truth(state.settings().locked())),
        field("slow", FilmValues.slow(state.settings().slow())),
        field("writers", text(state.settings().writers().name())),
        field("door", DoorValues.door(state.settings().door())),
        field("movedTo", movedTo(state.settings().whereabouts())),
        field("closed", truth(state.settings().whereabouts() == Whereabouts.Closed.CLOSED)),
        field("giant", truth(state.people().giant())),
        field("members", sequence(state.members().stream().map(this::member).toList())),
        field(
            "absent", sequence(state.people().absent().stream().map(RoomValues::absent).toList())),
        field("proposals", sequence(state.proposals().stream().map(this::proposal).toList())),
        field("queue", sequence(state.queue().items().stream().map(RoomValues::item).toList())),
        field("autoAdvance", truth(state.queue().autoAdvance())),
        field("next", next(state.queue().advance())));
  }

  private static Value movedTo(Whereabouts whereabouts) {
    return switch (whereabouts) {
      case Whereabouts.Here _, Whereabouts.Closed _ -> text("");
      case Whereabouts.MovedTo(var to) -> text(to.value());
    };
  }

  /// All of a room.
  Value whole(RoomState state) {
    var answers = state.answered().answers().stream().map(RoomValues::answer).toList();
    var all = new ArrayList<Values.Field>(fields(state));
    all.add(field("answered", sequence(answers)));
    all.add(field("horizon", number(state.answered().horizon())));
    return record(all);
  }

  private static Value answer(Answered.Answer answer) {
    return record(
        field("by", FilmValues.id(answer.member())),
        field("command", text(answer.command().value())),
        field("revision", number(answer.revision())),
        field("refusal", text(answer.refusal().map(Reason::name).orElse(""))));
  }

  private Value at(RoomState state) {
    return state.at().equals(Instant.EPOCH) ? number(FilmValues.NEVER) : film.time(state.at());
  }

  private Value stage(Stage stage) {
    return switch (stage) {
      case Stage.Idle _ -> named("idle");
      case Stage.Loaded(var media, long revision, var available, var playback) ->
          named(
              "loaded",
              field("length", FilmValues.length(media.length())),
              field("revision", number(revision)),
              field("available", FilmValues.available(available)),
              field("playback", film.playback(playback)));
    };
  }

  private Value member(Member member) {
    var lost = number(FilmValues.NEVER);
    if (member.contact() instanceof Contact.Lost(var since)) {
      lost = film.time(since);
    }
    var grace = member.grace();
    return record(
        field("id", FilmValues.id(member.id())),
        field("standing", text(member.rank().standing().name())),
        field("host", truth(member.rank().host())),
        field("muted", truth(member.rank().muted())),
        field("readiness", text(member.readiness().name())),
        field("lost", lost),
        field("excused", truth(grace.excused())),
        field("spent", number(grace.spentMs())),
        field("spentAt", film.time(grace.at())),
        field("spoke", film.time(member.stay().spokeAt())));
  }

  private static Value absent(Absent absent) {
    return record(
        field("id", FilmValues.id(absent.id())),
        field("standing", text(absent.standing().name())),
        field("muted", truth(absent.muted())),
        field("banned", truth(absent.banned())));
  }

  private static Value item(QueueItem item) {
    return record(
        field("item", number(item.id())),
        field("by", FilmValues.id(item.by())),
        field("length", FilmValues.length(item.media().length())),
        field("votes", sequence(item.votes().stream().map(FilmValues::id).toList())));
  }

  private Value next(Queue.Advance advance) {
    return switch (advance) {
      case Queue.Advance.No _ -> number(FilmValues.NEVER);
      case Queue.Advance.At(var due) -> film.time(due);
    };
  }

  private Value proposal(Proposal proposal) {
    return record(
        field("by", FilmValues.id(proposal.by())),
        field("wish", film.wish(proposal.wish())),
        field("revision", number(proposal.revision())),
        field("until", film.time(proposal.until())));
  }
}
