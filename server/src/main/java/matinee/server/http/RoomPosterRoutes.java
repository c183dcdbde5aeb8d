package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.List;
import java.util.stream.Stream;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.QueueItem;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.server.access.Rate;
import matinee.server.library.FilmId;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;

/// `GET /api/rooms/{room}/posters`: the posters of the uploads that a room plays or has in its
/// queue, for those who are in it, and their companions. They see the film, so they may see that;
/// of other films, whatever they ask for, they learn nothing.
final class RoomPosterRoutes {
  private final Rooms rooms;
  private final Bearers bearers;
  private final TitleText titles;

  RoomPosterRoutes(Rooms rooms, Bearers bearers, TitleText titles) {
    this.rooms = rooms;
    this.bearers = bearers;
    this.titles = titles;
  }

  void on(Router router, Operations operations) {
    router.get("/api/rooms/:room/posters").handler(operations.reading(Rate.READ, this::look));
  }

  private Reply look(Exchange exchange) {
    var room = exchange.room();
    var asking = bearers.reader(exchange, room).member();
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    if (state.member(asking).isEmpty()) {
      throw new Refusal(CompanionRoutes.NOT_HERE);
    }
    var json = JsonNodeFactory.instance.objectNode();
    var told = json.putArray("posters");
    titles
        .posters(uploads(state))
        .forEach(
            (film, poster) -> told.addObject().put("film", film.value()).put("poster", poster));
    return Reply.json(200, json);
  }

  /// Those that are before the room, each once: what it plays, then its queue.
  private static List<FilmId> uploads(RoomState state) {
    var loaded =
        switch (state.stage()) {
          case Stage.Idle _ -> Stream.<Media>empty();
          case Stage.Loaded it -> Stream.of(it.media());
        };
    var queued = state.agenda().queue().items().stream().map(QueueItem::media);
    return Stream.concat(loaded, queued)
        .flatMap(
            it -> it.ref() instanceof MediaRef.Upload(var film) ? Stream.of(film) : Stream.of())
        .filter(FilmId::isWellFormed)
        .distinct()
        .map(FilmId::new)
        .toList();
  }
}
