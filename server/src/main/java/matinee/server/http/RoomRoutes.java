package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.InstantSource;
import matinee.room.Access;
import matinee.room.Length;
import matinee.room.Member;
import matinee.room.Playback;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.room.Stage;
import matinee.server.access.Rate;
import matinee.server.journal.RoomId;
import matinee.server.library.Films;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// `/api/rooms`: rooms are made, and looked at from outside.
final class RoomRoutes {
  private final Rooms rooms;
  private final MediaFields media;
  private final Bearers bearers;
  private final InstantSource clock;

  RoomRoutes(Rooms rooms, Films films, Bearers bearers, InstantSource clock) {
    this.rooms = rooms;
    this.media = new MediaFields(films);
    this.bearers = bearers;
    this.clock = clock;
  }

  void on(Router router, Operations operations) {
    router.post("/api/rooms").handler(operations.changing(Rate.NEW_ROOM, this::create));
    router.get("/api/rooms/:room").handler(operations.reading(Rate.READ, this::summary));
  }

  private Reply create(Exchange exchange) {
    var loaded = exchange.read(fields -> fields.optionalObject("media", media::media));
    var room = loaded.map(rooms::create).orElseGet(rooms::create);
    var json = JsonNodeFactory.instance.objectNode();
    json.put("room", room.value()).put("path", "/r/" + room.value());
    return Reply.json(201, json);
  }

  private Reply summary(Exchange exchange) {
    var room = exchange.room();
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    if (state.end().filter(Reason.CLOSED::equals).isPresent()) {
      throw new Refusal(isSecret(state) ? Problem.roomUnknown() : Problem.roomClosed());
    }
    if (isLetIn(exchange, room, state)) {
      return Reply.json(200, summary(room, state));
    }
    if (isSecret(state)) {
      throw new Refusal(Problem.roomUnknown()); // nobody learns that it is there
    }
    return Reply.json(
        200,
        state.settings().door().access() == Access.PASSWORD
            ? JsonNodeFactory.instance
                .objectNode()
                .put("room", room.value())
                .put("needsPassword", true)
            : summary(room, state));
  }

  private static boolean isSecret(RoomState state) {
    return state.settings().door().access() == Access.INVITED;
  }

  /// Does whoever asks show the pass of somebody whom the place lets in (AC2)?
  private boolean isLetIn(Exchange exchange, RoomId room, RoomState state) {
    return exchange
        .bearer()
        .flatMap(pass -> bearers.known(room, pass))
        .filter(it -> !state.people().isBanned(it))
        .isPresent();
  }

  private ObjectNode summary(RoomId room, RoomState state) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("room", room.value());
    switch (state.settings().door().title()) {
      case RoomTitle.Untitled _ -> {}
      case RoomTitle.Titled(var name) -> json.put("name", name);
    }
    json.put("here", state.members().stream().filter(Member::isHere).count());
    switch (state.stage()) {
      case Stage.Idle _ -> {}
      case Stage.Loaded loaded -> {
        json.put("title", loaded.media().title());
        switch (loaded.media().length()) {
          case Length.Known(long ms) -> json.put("lengthMs", ms);
          case Length.Unknown _ -> {}
        }
        json.putObject("playback")
            .put("type", kind(loaded.playback()))
            .put("positionMs", loaded.positionAt(clock.instant()))
            .put("rate", loaded.playback().rate());
      }
    }
    return json;
  }

  private static String kind(Playback playback) {
    return switch (playback) {
      case Playback.Paused _ -> "paused";
      case Playback.Playing _ -> "playing";
      case Playback.Waiting _ -> "waiting";
    };
  }
}
