package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import matinee.room.RoomTitle;
import matinee.server.access.Rate;
import matinee.server.accounts.Account;
import matinee.server.accounts.Language;
import matinee.server.http.Inviters.Writer;
import matinee.server.invitations.Invitation;
import matinee.server.invitations.Invitations;
import matinee.server.invitations.Made;
import matinee.server.invitations.Offer;
import matinee.server.invitations.Post;
import matinee.server.invitations.Sent;
import matinee.server.mail.Address;
import matinee.server.rooms.Rooms;

/// Invitations that go by letter (`/api/rooms/ROOM/invitations/letters`): host and owner have them
/// sent, if they are signed in, and sent again; who got one wants no more of them.
final class InvitationLetterRoutes {
  private static final String ALL = "/api/rooms/:room/invitations";

  /// How many are sent by one request.
  private static final int MOST = 20;

  private final Rooms rooms;
  private final Inviters inviters;
  private final InvitationText text;

  InvitationLetterRoutes(Rooms rooms, Inviters inviters, InvitationText text) {
    this.rooms = rooms;
    this.inviters = inviters;
    this.text = text;
  }

  void on(Router router, Operations operations) {
    router.post(ALL + "/letters").handler(operations.changing(Rate.LETTER, this::send));
    router
        .post(ALL + "/:invitation/letters")
        .handler(operations.granting(Rate.LETTER, this::sendAgain));
    // Mailboxes post here with a body of their own, which says nothing (RFC 8058).
    router.post("/api/letters/stop/:token").handler(operations.granting(Rate.ACCOUNT, this::stop));
  }

  /// What is to be offered to whom.
  private record Wanted(Offer offer, List<Sent> to) {}

  private Reply send(Exchange exchange) {
    var writer = writer(exchange);
    var wanted = exchange.read(fields -> wanted(fields, writer.account()));
    var sent =
        invitations()
            .send(writer.host(), wanted.offer(), wanted.to(), post(writer))
            .orElseThrow(() -> tooMany(writer, wanted.to().size()));
    return Reply.json(201, text.sent(sent));
  }

  private Invitations invitations() {
    return text.invitations();
  }

  /// Who asks, whose own address is known to be theirs where letters are sent.
  private Writer writer(Exchange exchange) {
    var writer = inviters.writer(exchange);
    if (text.letters().isPresent() && writer.account().confirmed().isEmpty()) {
      throw new Refusal(UNCONFIRMED);
    }
    return writer;
  }

  private static Wanted wanted(Fields fields, Account account) {
    var offer = Offers.readForOne(fields);
    var note = fields.optionalText("note").orElse("");
    var language =
        fields
            .optionalText("language")
            .map(it -> language(fields, it))
            .or(() -> account.profile().language())
            .orElse(Language.EN);
    var to = new ArrayList<Sent>();
    for (var address : addresses(fields)) {
      to.add(
          fields.checked(
              "note", note, it -> new Sent(address.value(), it, language.tag(), Optional.empty())));
    }
    return new Wanted(offer, to);
  }

  private static Language language(Fields fields, String tag) {
    return Language.tagged(tag)
        .orElseThrow(() -> fields.refusal("language", "must be en, de or ru"));
  }

  /// Each once, however it is written.
  private static List<Address> addresses(Fields fields) {
    var addresses = new LinkedHashMap<String, Address>();
    for (var written : fields.texts("to", MOST)) {
      var address = fields.checked("to", written.strip(), Address::new);
      addresses.putIfAbsent(address.key(), address);
    }
    if (addresses.isEmpty()) {
      throw fields.refusal("to", "must have at least one address");
    }
    return List.copyOf(addresses.values());
  }

  private Post post(Writer writer) {
    var room = writer.host().room();
    var title =
        rooms
            .state(room)
            .map(it -> it.settings().door().title())
            .orElse(RoomTitle.Untitled.UNTITLED);
    return text.letters().map(it -> it.of(writer.account(), room, title)).orElse(Post.NONE);
  }

  /// Why so many `letters` were not sent.
  private Refusal tooMany(Writer writer, int letters) {
    return new Refusal(
        text.letters()
            .flatMap(it -> it.pause(writer.account(), letters))
            .map(Problem::tooManyLetters)
            .orElse(RoomInvitationRoutes.TOO_MANY));
  }

  private Reply sendAgain(Exchange exchange) {
    var writer = writer(exchange);
    var invitation =
        invitations()
            .one(writer.host().room(), exchange.part("invitation"))
            .filter(it -> it.sent().isPresent())
            .orElseThrow(() -> new Refusal(RoomInvitationRoutes.NONE));
    return Reply.json(201, text.sent(again(writer, invitation)));
  }

  private Made again(Writer writer, Invitation invitation) {
    if (invitation.course().used() > 0) {
      throw new Refusal(ACCEPTED);
    }
    return invitations()
        .sendAgain(writer.host(), invitation, post(writer))
        .orElseThrow(() -> tooMany(writer, 1));
  }

  private Reply stop(Exchange exchange) {
    var token = exchange.part("token");
    return LetterRoutes.done(text.letters().filter(it -> it.stop(token)).isPresent());
  }

  private static final Problem UNCONFIRMED =
      new Problem(
          403,
          "address-unconfirmed",
          "The address of your account is not confirmed.",
          "Open the link in the letter that you got when you registered, or ask for another one on"
              + " the page of your account.");

  private static final Problem ACCEPTED =
      new Problem(
          409,
          "invitation-accepted",
          "Somebody has come by this invitation.",
          "Invite whoever else is to come by another one.");
}
