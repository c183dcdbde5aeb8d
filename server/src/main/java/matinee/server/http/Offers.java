package matinee.server.http;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.Standing;
import matinee.server.invitations.Offer;

/// What an invitation is to offer, read from a request. Methods throw [Refusal].
final class Offers {

  private Offers() {}

  static Offer read(Fields fields) {
    var label = fields.optionalText("label").orElse("");
    var standing = standing(fields);
    var uses = fields.optionalCount("uses", Offer.MAX_USES);
    var lasts = lasts(fields);
    if (uses.filter(it -> it == 0).isPresent()) {
      throw fields.refusal("uses", "must be at least 1");
    }
    return fields.checked("label", label, it -> new Offer(it, standing, uses, lasts));
  }

  /// For one person.
  static Offer readForOne(Fields fields) {
    return new Offer("", standing(fields), Optional.of(1), lasts(fields));
  }

  private static Optional<Duration> lasts(Fields fields) {
    var lasts =
        fields
            .optionalCount("expiresInSeconds", (int) Offer.LONGEST.toSeconds())
            .map(Duration::ofSeconds);
    if (lasts.filter(Duration::isZero).isPresent()) {
      throw fields.refusal("expiresInSeconds", "must be at least 1");
    }
    return lasts;
  }

  private static Standing standing(Fields fields) {
    var wanted = fields.text("standing");
    return Stream.of(Standing.MEMBER, Standing.GUEST, Standing.WATCHER)
        .filter(it -> it.name().equals(wanted))
        .findAny()
        .orElseThrow(() -> fields.refusal("standing", "must be MEMBER, GUEST or WATCHER"));
  }
}
