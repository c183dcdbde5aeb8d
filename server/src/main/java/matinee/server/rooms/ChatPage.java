package matinee.server.rooms;

import java.util.List;
import java.util.OptionalLong;

/// Some of what was said and done in a room, oldest first, each event as the JSON text of
/// protocol/WIRE.md, with what has happened to these lines since (CH8). `first` is from where on
/// this is told, `more` that there is something before that.
public record ChatPage(List<String> events, OptionalLong first, boolean more) {
  /// There is nothing.
  static final ChatPage EMPTY = new ChatPage(List.of(), OptionalLong.empty(), false);

  public ChatPage {
    events = List.copyOf(events);
  }
}
