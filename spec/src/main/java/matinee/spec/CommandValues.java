package matinee.spec;

import static matinee.spec.Values.field;
import static matinee.spec.Values.named;
import static matinee.spec.Values.number;
import static matinee.spec.Values.text;
import static matinee.spec.Values.truth;

import java.util.stream.Stream;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.QueueItem;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Wish;
import tlc2.value.impl.Value;

/// Commands and what was decided about them, as the module `Rules` has them.
final class CommandValues {
  private final FilmValues film;
  private final EventValues events;

  CommandValues(FilmValues film) {
    this.film = film;
    events = new EventValues(film);
  }

  /// `before` is the room to which it comes.
  Value command(Command command, RoomState before) {
    return switch (command) {
      case Command.Ask ask ->
          named(
              "ask",
              field("id", text(ask.id().value())),
              field("by", FilmValues.id(ask.by())),
              field("seen", number(ask.seen())),
              field("again", truth(ask.again())),
              field("wish", wish(before, ask)));
      case Command.Open(var media) ->
          named("open", field("length", FilmValues.length(media.length())));
      case Command.Enter(var member, var name, var credential) ->
          named(
              "enter",
              field("member", FilmValues.id(member)),
              field("credential", DoorValues.credential(credential)),
              field("renames", renames(before, member, name)));
      case Command.Lose(var member) -> FilmValues.ofMember("lose", member);
      case Command.Leave(var member) -> FilmValues.ofMember("leave", member);
      case Command.Grow(var film, var available) ->
          named(
              "grow",
              field("loaded", FilmValues.isLoaded(before, film)),
              field("available", FilmValues.available(available)));
      case Command.Vanish(var film) ->
          named("vanish", field("loaded", FilmValues.isLoaded(before, film)));
      case Command.Tick _ -> named("tick");
      case Command.Arrive(var from, long shiftMs) -> FilmValues.move("arrive", from, shiftMs);
      case Command.Interrupt(var since) ->
          named("interrupt", field("since", film.timeOrNever(since)));
    };
  }

  Value answer(Decision decision) {
    return switch (decision) {
      case Decision.Accepted(var events) ->
          named("accepted", field("events", this.events.events(events)));
      case Decision.Repeated(long revision) ->
          named("repeated", field("revision", number(revision)));
      case Decision.Rejected(var reason, var events) ->
          named(
              "rejected",
              field("reason", text(reason.name())),
              field("events", this.events.events(events)));
    };
  }

  private Value wish(RoomState before, Command.Ask ask) {
    var wish = ask.wish();
    if (ask.line().isPresent() || wish instanceof Wish.Say) {
      return LineValues.wish(before, ask);
    }
    if (wish instanceof Wish.Rename(var name)) {
      return named("rename", field("renames", renames(before, ask.by(), name)));
    }
    if (wish instanceof Wish.MoveRoom(var to)) { // RG1: whether it may depends on the films
      var upload = field("upload", truth(hasUpload(before)));
      return named("moveRoom", field("region", text(to.value())), upload);
    }
    return film.wish(wish);
  }

  private static boolean hasUpload(RoomState room) {
    var loaded =
        room.stage() instanceof Stage.Loaded(var media, _, _, _)
            ? Stream.of(media)
            : Stream.<Media>empty();
    return Stream.concat(loaded, room.queue().items().stream().map(QueueItem::media))
        .anyMatch(media -> media.ref() instanceof MediaRef.Upload);
  }

  private static Value renames(RoomState before, MemberId member, String name) {
    return truth(before.member(member).filter(it -> !it.name().equals(name)).isPresent());
  }
}
