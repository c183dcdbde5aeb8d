package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Optional;
import matinee.room.Action;
import matinee.room.Grant;
import matinee.server.access.Rate;
import matinee.server.rooms.Rooms;
import matinee.server.tracker.InfoHash;
import matinee.server.tracker.InfoHashes;
import matinee.server.tracker.Issued;
import matinee.server.tracker.Issuing;
import tools.jackson.databind.node.JsonNodeFactory;

/// `/api/introductions` and `/api/rooms/ROOM/introductions`: info hashes by which peers meet at the
/// tracker. One that belongs to no room anybody may have, and it is nobody's to choose; one of a
/// room whoever may load films there, and may choose it, for that of a torrent follows from its
/// bytes.
final class IntroductionRoutes {
  private final Rooms rooms;
  private final Bearers bearers;
  private final InfoHashes hashes;

  IntroductionRoutes(Rooms rooms, Bearers bearers, InfoHashes hashes) {
    this.rooms = rooms;
    this.bearers = bearers;
    this.hashes = hashes;
  }

  void on(Router router, Operations operations) {
    router.post("/api/introductions").handler(operations.changing(Rate.INTRODUCTION, this::issue));
    router
        .post("/api/rooms/:room/introductions")
        .handler(operations.changing(Rate.INTRODUCTION, this::issueToRoom));
  }

  private Reply issue(Exchange exchange) {
    var _ = exchange.read(Fields::toString);
    return told(hashes.issue());
  }

  private Reply issueToRoom(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.member(exchange, room);
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    var member =
        state.member(pass.member()).orElseThrow(() -> new Refusal(CompanionRoutes.NOT_HERE));
    if (state.grant(member, Action.LOAD) != Grant.YES) {
      throw new Refusal(NOT_IN_CONTROL);
    }
    var wanted = exchange.read(IntroductionRoutes::wanted);
    return switch (hashes.issue(room, wanted)) {
      case Issuing.Done(var issued) -> told(issued);
      case Issuing.Taken() -> throw new Refusal(TAKEN);
      case Issuing.TooMany() -> throw new Refusal(TOO_MANY);
    };
  }

  private static Optional<InfoHash> wanted(Fields fields) {
    return fields
        .optionalText("infoHash")
        .map(text -> fields.checked("infoHash", text, InfoHash::new));
  }

  private static Reply told(Issued issued) {
    var json = JsonNodeFactory.instance.objectNode();
    json.put("infoHash", issued.hash().hex()).put("tracker", "/tracker");
    return Reply.json(201, json.put("until", issued.until().toString()));
  }

  private static final Problem NOT_IN_CONTROL =
      new Problem(
          403,
          "not-in-control",
          "Only who may choose the film of this room has peers introduced in it.",
          "Ask the host.");

  private static final Problem TAKEN =
      new Problem(
          409,
          "info-hash-taken",
          "This info hash was issued to somebody else.",
          "Use another one, or leave it out and get one.");

  private static final Problem TOO_MANY =
      new Problem(
          409,
          "too-many-introductions",
          "The room has as many info hashes as a room may.",
          "Use one of the %d that it has; each is over a day after it was last asked for."
              .formatted(InfoHashes.MOST));
}
