package matinee.server.http;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import matinee.room.MemberId;
import matinee.server.access.FilmGrant;
import matinee.server.access.FilmGrants;
import matinee.server.access.Pass;
import matinee.server.access.Secret;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.DeviceId;
import matinee.server.accounts.SessionId;
import matinee.server.journal.RoomId;
import matinee.server.library.FilmId;

/// How grants to read a film are written into addresses: `r=ROOM&m=MEMBER&e=UNTIL&s=SIGNATURE`,
/// with `a` and `d` if the grant ends with a session. It stands behind a `?` for the film itself,
/// and for its renditions as a part of the path, so that what a playlist names is beside it.
final class FilmAddresses {
  private static final String NUMBER = "[0-9]{1,16}";

  private final FilmGrants grants;

  FilmAddresses(Secret secret) {
    grants = new FilmGrants(secret);
  }

  String signed(FilmGrant grant) {
    return "r="
        + grant.room().value()
        + "&m="
        + grant.pass().member().value()
        + grant
            .pass()
            .session()
            .map(it -> "&a=" + it.account().value() + "&d=" + it.device().value())
            .orElse("")
        + "&e="
        + grant.until().toEpochMilli()
        + "&s="
        + grants.sign(grant);
  }

  /// What `field` gives by name, as a grant to read `film`, if this server signed it. Throws
  /// [Refusal] for what is no time.
  Optional<FilmGrant> grant(FilmId film, Function<String, Optional<String>> field) {
    var room = field.apply("r").filter(RoomId::isWellFormed);
    var member = field.apply("m").filter(FilmId::isWellFormed);
    var until = field.apply("e");
    var signature = field.apply("s");
    if (room.isEmpty() || member.isEmpty() || until.isEmpty() || signature.isEmpty()) {
      return Optional.empty();
    }
    if (!until.get().matches(NUMBER)) {
      throw new Refusal(Problem.field("e", "e must be a whole number, as the server wrote it."));
    }
    var pass = new Pass(new MemberId(member.get()), Optional.empty(), session(field));
    var ends = Instant.ofEpochMilli(Long.parseLong(until.get()));
    var grant = new FilmGrant(new RoomId(room.get()), pass, film.value(), ends);
    return Optional.of(grant).filter(it -> grants.isSigned(it, signature.get()));
  }

  /// With which session the address ends, if with any.
  static Optional<SessionId> session(Function<String, Optional<String>> field) {
    return field
        .apply("a")
        .flatMap(
            account ->
                field
                    .apply("d")
                    .map(device -> new SessionId(new AccountId(account), new DeviceId(device))));
  }

  static Problem refused() {
    return new Problem(
        403,
        "address-refused",
        "This address is not, or no longer, good.",
        "Ask the room for a new one: POST /api/rooms/{room}/films/{film}/address.");
  }
}
