package matinee.server.chat;

import java.util.List;

/// Some of what happened in a room, oldest first, each event as the JSON text of protocol/WIRE.md;
/// `more` tells that there is something before the first.
public record ChatPage(List<String> events, boolean more) {

  public ChatPage {
    events = List.copyOf(events);
  }
}
