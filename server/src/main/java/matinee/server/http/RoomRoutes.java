package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.InstantSource;
import matinee.room.Length;
import matinee.room.Member;
import matinee.room.Playback;
import matinee.room.RoomState;
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
  private final InstantSource clock;

  RoomRoutes(Rooms rooms, Films films, InstantSource clock) {
    this.rooms = rooms;
    this.media = new MediaFields(films);
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
    return rooms
        .state(room)
        .map(state -> Reply.json(200, summary(room, state)))
        .orElseThrow(() -> new Refusal(Problem.roomUnknown()));
  }

  private ObjectNode summary(RoomId room, RoomState state) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("room", room.value());
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
