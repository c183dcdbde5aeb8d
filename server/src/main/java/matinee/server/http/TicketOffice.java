package matinee.server.http;

import java.time.Duration;
import matinee.server.access.Admission;
import matinee.server.access.Pass;
import matinee.server.access.Tickets;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Entrant;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Gives out tickets (EN1, EN5). Throws [Refusal] for a room that does not exist and for who has
/// too many connections.
final class TicketOffice {
  private final Rooms rooms;
  private final Tickets tickets;
  private final Remote remote;

  TicketOffice(Rooms rooms, Tickets tickets, Remote remote) {
    this.rooms = rooms;
    this.tickets = tickets;
    this.remote = remote;
  }

  /// May whoever asks in `exchange` have a ticket for `room`, whoever that is?
  void check(Exchange exchange, RoomId room) {
    if (!rooms.exists(room)) {
      throw new Refusal(Problem.roomUnknown());
    }
    if (tickets.crowd().isFull(address(exchange))) {
      throw new Refusal(TOO_MANY);
    }
  }

  /// The answer with a ticket by which `entrant`, who asks in `exchange` and has `pass`, may enter
  /// `room`; that was checked before.
  ObjectNode ticket(Exchange exchange, RoomId room, Entrant entrant, Pass pass) {
    var admission = new Admission(room, entrant, address(exchange), pass.session());
    return JsonNodeFactory.instance
        .objectNode()
        .put("ticket", tickets.issue(admission))
        .put("expiresInMs", Tickets.LIFETIME.toMillis());
  }

  private String address(Exchange exchange) {
    return remote.address(exchange.context().request());
  }

  private static final Problem TOO_MANY =
      new Problem(
              429,
              "too-many-connections",
              "Too many people are connected from your address.",
              "Close other pages of Matinee, or ask whoever runs the server to raise"
                  + " --connections-per-address.")
          .after(Duration.ofSeconds(10));
}
