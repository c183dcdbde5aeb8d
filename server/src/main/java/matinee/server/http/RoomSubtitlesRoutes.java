package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.room.Action;
import matinee.room.Grant;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.Right;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.server.access.Rate;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Rooms;
import matinee.server.subtitles.Offered;
import matinee.server.subtitles.RoomSubtitles;
import matinee.server.subtitles.SubtitlesId;
import matinee.server.subtitles.Words;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/api/rooms/ROOM/subtitles`: what is offered to all in a room for the film that is loaded there.
/// Whoever may load a film there offers some; these, host and owner take it back. The text travels
/// in JSON and nothing of it is ever a document of its own.
final class RoomSubtitlesRoutes {
  private static final String ALL = "/api/rooms/:room/subtitles";
  private static final String ONE = ALL + "/:subtitles";

  /// Room for a text of which each other character is escaped.
  private static final int MAX_BODY = 2 * Words.MAX_BYTES;

  private final Rooms rooms;
  private final Bearers bearers;
  private final RoomSubtitles subtitles;

  RoomSubtitlesRoutes(Rooms rooms, Bearers bearers, RoomSubtitles subtitles) {
    this.rooms = rooms;
    this.bearers = bearers;
    this.subtitles = subtitles;
  }

  void on(Router router, Operations operations) {
    router.get(ALL).handler(operations.reading(Rate.READ, this::list));
    router.post(ALL).handler(operations.changing(Rate.NEW_SUBTITLES, MAX_BODY, this::offer));
    router.get(ONE).handler(operations.reading(Rate.READ, this::read));
    router.delete(ONE).handler(operations.granting(Rate.NEW_SUBTITLES, this::remove));
  }

  /// Who asks, and the room in which they are.
  private record There(RoomId room, RoomState state, Member member) {

    MediaRef media() {
      return switch (state.stage()) {
        case Stage.Loaded loaded -> loaded.media().ref();
        case Stage.Idle _ -> throw new Refusal(NOTHING_LOADED);
      };
    }
  }

  private There there(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.member(exchange, room);
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    var member =
        state.member(pass.member()).orElseThrow(() -> new Refusal(CompanionRoutes.NOT_HERE));
    return new There(room, state, member);
  }

  private Reply list(Exchange exchange) {
    var there = there(exchange);
    var json = JsonNodeFactory.instance.objectNode();
    var array = json.putArray("subtitles");
    subtitles.list(there.room(), there.media()).forEach(it -> array.add(json(it, there)));
    return Reply.json(200, json);
  }

  private Reply offer(Exchange exchange) {
    var there = there(exchange);
    if (there.state().grant(there.member(), Action.LOAD) != Grant.YES) {
      throw new Refusal(NOT_IN_CONTROL);
    }
    var wanted = exchange.read(RoomSubtitlesRoutes::wanted);
    if (!wanted.ref().equals(there.media())) {
      throw new Refusal(OTHER_FILM);
    }
    var offered =
        subtitles
            .offer(there.room(), wanted.ref(), there.member().id(), wanted.words())
            .orElseThrow(() -> new Refusal(TOO_MANY));
    return Reply.json(201, json(offered, there));
  }

  /// What somebody offers, and for which media they took it.
  private record Wanted(MediaRef ref, Words words) {}

  private static Wanted wanted(Fields fields) {
    var ref = MediaFields.ref(fields);
    var name = fields.text("name");
    var language = fields.optionalText("language");
    return new Wanted(
        ref, fields.checked("text", fields.text("text"), text -> new Words(name, language, text)));
  }

  private Reply read(Exchange exchange) {
    var there = there(exchange);
    var json = JsonNodeFactory.instance.objectNode();
    json.put(
        "text", subtitles.text(there.room(), id(exchange)).orElseThrow(() -> new Refusal(UNKNOWN)));
    return Reply.json(200, json);
  }

  private Reply remove(Exchange exchange) {
    var there = there(exchange);
    var offered =
        subtitles.find(there.room(), id(exchange)).orElseThrow(() -> new Refusal(UNKNOWN));
    if (!mayRemove(offered, there.member())) {
      throw new Refusal(NOT_YOURS);
    }
    subtitles.remove(there.room(), offered.id());
    return Reply.done();
  }

  private static SubtitlesId id(Exchange exchange) {
    return new SubtitlesId(exchange.part("subtitles"));
  }

  private static boolean mayRemove(Offered offered, Member member) {
    return offered.by().equals(member.id())
        || Action.SET_DOOR.of(member.role()).equals(Right.ALWAYS);
  }

  private static ObjectNode json(Offered offered, There there) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("id", offered.id().value()).put("name", offered.name());
    offered.language().ifPresent(it -> json.put("language", it));
    json.put("by", offered.by().value());
    there.state().member(offered.by()).ifPresent(it -> json.put("byName", it.name()));
    json.put("removable", mayRemove(offered, there.member()));
    return json;
  }

  private static final Problem NOTHING_LOADED =
      new Problem(
          409,
          "nothing-loaded",
          "There is no film in the room.",
          "Choose a film first; subtitles are offered for one.");

  private static final Problem OTHER_FILM =
      new Problem(
          409,
          "other-film",
          "Another film is loaded in the room than these subtitles are for.",
          "Look at what is loaded now, and offer them again if they are for that.");

  private static final Problem NOT_IN_CONTROL =
      new Problem(
          403,
          "not-in-control",
          "Only who may choose the film of this room offers subtitles for it to all.",
          "Ask the host, or open the file for yourself alone.");

  private static final Problem TOO_MANY =
      new Problem(
          409,
          "too-many-subtitles",
          "The room has as many subtitles as a room may.",
          "Take back some of the %d that are offered there.".formatted(RoomSubtitles.MOST));

  private static final Problem UNKNOWN =
      new Problem(
          404,
          "subtitles-unknown",
          "There are no such subtitles in the room.",
          "Read anew what is offered; it may have been taken back.");

  private static final Problem NOT_YOURS =
      new Problem(
          403,
          "not-yours",
          "Subtitles are taken back by who offered them, and by host and owner.",
          "Ask one of them.");
}
