package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Optional;
import matinee.room.Media;
import matinee.server.access.Rate;
import matinee.server.accounts.AccountId;
import matinee.server.conversations.Conversations;
import matinee.server.conversations.Invitation;
import matinee.server.conversations.InvitationAnswer;
import matinee.server.conversations.Told;
import matinee.server.library.Films;
import matinee.server.rooms.Rooms;
import tools.jackson.databind.node.JsonNodeFactory;

/// Watching together with a friend: a room is made, and the friend invited to it by a message that
/// is accepted, declined or withdrawn.
final class InvitationRoutes {
  private static final String CONVERSATION = "/api/conversations/:person";

  private final Callers callers;
  private final Conversations conversations;
  private final Rooms rooms;
  private final MediaFields media;

  InvitationRoutes(Callers callers, Conversations conversations, Rooms rooms, Films films) {
    this.callers = callers;
    this.conversations = conversations;
    this.rooms = rooms;
    this.media = new MediaFields(films);
  }

  void on(Router router, Operations operations) {
    router
        .post(CONVERSATION + "/invitations")
        .handler(operations.changing(Rate.NEW_ROOM, this::invite));
    router
        .post(CONVERSATION + "/messages/:number/answer")
        .handler(operations.changing(Rate.MESSAGE, this::answer));
  }

  /// By which key it is known, and what is loaded in the room.
  private record Wanted(String key, Optional<Media> film) {}

  /// However often it is asked by one key, the friend sees one invitation, to one room.
  private Reply invite(Exchange exchange) {
    var me = callers.of(exchange).account().id();
    var to = new AccountId(exchange.part("person"));
    var wanted =
        exchange.read(
            fields ->
                new Wanted(
                    ConversationRoutes.key(fields), fields.optionalObject("media", media::media)));
    var known = conversations.withKey(me, to, wanted.key());
    if (known.isPresent()) {
      return number(known.get());
    }
    if (!conversations.isOpen(me, to)) {
      throw new Refusal(PeopleRoutes.NO_FRIEND);
    }
    var room = wanted.film().map(rooms::create).orElseGet(rooms::create);
    var invitation = new Invitation(room.value(), wanted.film().map(Media::title).orElse(""));
    return number(
        ConversationRoutes.stands(conversations.invite(me, to, wanted.key(), invitation)));
  }

  private static Reply number(long number) {
    return Reply.json(201, JsonNodeFactory.instance.objectNode().put("number", number));
  }

  private Reply answer(Exchange exchange) {
    var me = callers.of(exchange).account().id();
    var answer =
        exchange.read(
            fields ->
                InvitationAnswer.of(fields.text("answer"))
                    .orElseThrow(
                        () -> fields.refusal("answer", "must be accepted, declined or withdrawn")));
    var with = new AccountId(exchange.part("person"));
    return switch (conversations.answer(me, with, ConversationRoutes.number(exchange), answer)) {
      case Told.Stands _ -> Reply.done();
      case Told.NoFriends _, Told.NoMessage _ -> throw new Refusal(INVITATION_OVER);
    };
  }

  private static final Problem INVITATION_OVER =
      new Problem(
          409,
          "invitation-over",
          "This invitation is over, or is not yours to answer like that.",
          "Read the conversation anew: it was answered or withdrawn, or is older than a day.");
}
