package matinee.server.http;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.server.invitations.Invitation;
import matinee.server.invitations.Invitations;
import matinee.server.invitations.Made;
import matinee.server.invitations.Sent;
import matinee.server.mail.Fate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// How invitations to rooms look in answers to those who see to them.
record InvitationText(Invitations invitations, Optional<InvitationLetters> letters) {

  ObjectNode told(Invitation.Page page) {
    var json = JsonNodeFactory.instance.objectNode();
    var all = json.putArray("invitations");
    var fates = fates(page.invitations());
    page.invitations().forEach(it -> all.add(told(it, fates)));
    return json.put("total", page.total());
  }

  /// One that was just made, with its token.
  ObjectNode told(Made made) {
    return told(made.invitation(), Map.of()).put("token", made.token());
  }

  /// Some that were just sent, each that no letter carries with its token: whoever invites gives
  /// it.
  ObjectNode sent(List<Made> sent) {
    var json = JsonNodeFactory.instance.objectNode();
    var all = json.putArray("invitations");
    sent.forEach(it -> all.add(sent(it)));
    return json;
  }

  /// As [#sent(List)], of one.
  ObjectNode sent(Made made) {
    boolean isCarried = made.invitation().sent().flatMap(Sent::letter).isPresent();
    return isCarried ? told(made.invitation(), fates(List.of(made.invitation()))) : told(made);
  }

  private Map<String, Fate> fates(List<Invitation> some) {
    var ids = some.stream().flatMap(it -> it.sent().flatMap(Sent::letter).stream()).toList();
    return letters.filter(_ -> !ids.isEmpty()).map(it -> it.fates(ids)).orElse(Map.of());
  }

  private ObjectNode told(Invitation invitation, Map<String, Fate> fates) {
    var offer = invitation.offer();
    var course = invitation.course();
    var json =
        JsonNodeFactory.instance
            .objectNode()
            .put("id", invitation.id())
            .put("label", offer.label())
            .put("standing", offer.standing().name())
            .put("used", course.used());
    offer.uses().ifPresent(it -> json.put("uses", it));
    at(json, "expiresAt", invitation.expires());
    at(json, "revokedAt", course.revoked());
    at(json, "declinedAt", course.declined());
    course.guest().ifPresent(it -> json.put("guest", it));
    invitation.sent().ifPresent(it -> json.put("to", it.to()).put("letter", letter(it, fates)));
    return json.put("createdAt", invitation.created().toString())
        .put("maker", invitation.maker().value())
        .put("state", invitations.state(invitation).name());
  }

  /// What is not known any more was sent a week ago.
  private static String letter(Sent sent, Map<String, Fate> fates) {
    return sent.letter().map(it -> fates.getOrDefault(it, Fate.SENT).name()).orElse("NONE");
  }

  private static void at(ObjectNode json, String name, Optional<Instant> instant) {
    instant.ifPresent(it -> json.put(name, it.toString()));
  }
}
