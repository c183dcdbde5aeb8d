package matinee.server.http;

import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.room.RoomTitle;
import matinee.room.Stage;
import matinee.server.cards.Card;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Rooms;
import matinee.server.screenings.Screening;
import matinee.server.screenings.ScreeningId;
import matinee.server.screenings.Screenings;

/// What the link of a room or of a planned evening tells before it is opened: what everybody may
/// know who has it, and nothing of rooms that only the invited enter, or who knows a password.
/// Blocks.
final class Cards {
  private static final DateTimeFormatter WHEN =
      DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final Rooms rooms;
  private final Screenings screenings;

  Cards(Rooms rooms, Screenings screenings) {
    this.rooms = rooms;
    this.screenings = screenings;
  }

  /// Of the room called `id`, if it tells anything.
  Optional<Card> ofRoom(String id) {
    return Optional.of(id)
        .filter(RoomId::isWellFormed)
        .map(RoomId::new)
        .flatMap(rooms::state)
        .filter(it -> it.end().filter(Reason.CLOSED::equals).isEmpty())
        .filter(Cards::isOpenToAll)
        .flatMap(Cards::card);
  }

  private static boolean isOpenToAll(RoomState state) {
    return switch (state.settings().door().access()) {
      case LINK, PUBLIC -> true;
      case INVITED, PASSWORD -> false;
    };
  }

  private static Optional<Card> card(RoomState state) {
    var film =
        switch (state.stage()) {
          case Stage.Idle _ -> Optional.<String>empty();
          case Stage.Loaded loaded -> Optional.of(loaded.media().title());
        };
    return switch (state.settings().door().title()) {
      case RoomTitle.Titled(var name) ->
          Optional.of(new Card(name, film.orElse("Watch together, at the same moment")));
      case RoomTitle.Untitled _ ->
          film.map(it -> new Card(it, "Come and watch, at the same moment"));
    };
  }

  /// Of the evening called `id`.
  Optional<Card> ofScreening(String id) {
    return Optional.of(id)
        .filter(ScreeningId::isWellFormed)
        .map(ScreeningId::new)
        .flatMap(screenings::find)
        .map(it -> new Card(it.film().title(), line(it)));
  }

  private static String line(Screening screening) {
    var time = screening.time();
    var when =
        "%s (%s)".formatted(WHEN.format(time.local()), time.zone().getId().replace('_', ' '));
    return switch (screening.state()) {
      case PLANNED -> when + " \u00b7 with " + screening.owner().name();
      case BEGUN -> "It has begun: come in \u00b7 with " + screening.owner().name();
      case ENDED -> "This evening is over";
      case OFF -> "This evening was called off";
    };
  }
}
