package matinee.server.access;

import java.util.List;
import java.util.Optional;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;
import matinee.server.regions.Regions;
import matinee.server.rooms.Entrant;

/// Passes: a member's own key for one room, kept by the member's browser and shown again to be the
/// same member. Written `MEMBER.PROOF`; that of a companion, which is good for nothing else (CD4),
/// `MEMBER.COMPANION.PROOF`. A pass does not end; whoever has it is that member, or that companion.
///
/// Where there are several regions a pass is good in all of them, for a room may move: it is made
/// with their secret. One that was made before there were several is good where it was made.
///
/// Safe for use by any thread.
public final class Passes {
  private static final String PURPOSE = "pass";
  private static final String COMPANION = "companion";
  private static final int MAX_LENGTH = 128;

  private final Secret secret;

  /// By which passes may have been made.
  private final List<Secret> all;

  public Passes(Secret secret) {
    this(secret, List.of(secret));
  }

  private Passes(Secret secret, List<Secret> all) {
    this.secret = secret;
    this.all = all;
  }

  /// The passes of a server in one of `regions`, whose own secret is `own`.
  public static Passes of(Secret own, Regions regions) {
    if (!regions.areSeveral()) {
      return new Passes(own);
    }
    var shared = Secret.of(regions.secret());
    return new Passes(shared, List.of(shared, own));
  }

  private boolean isProved(String proof, String purpose, String... fields) {
    return all.stream().anyMatch(it -> it.isProved(proof, purpose, fields));
  }

  /// The pass of `member` for `room`; always the same.
  public String pass(RoomId room, MemberId member) {
    return member.value() + "." + secret.prove(PURPOSE, room.value(), member.value());
  }

  /// The pass of `companion` for `room`; always the same.
  public String pass(RoomId room, Entrant.OnCompanion companion) {
    var member = companion.member().value();
    var proof = secret.prove(COMPANION, room.value(), member, companion.id());
    return member + "." + companion.id() + "." + proof;
  }

  /// Whose pass this is, if it is that of a companion for `room`.
  public Optional<Entrant.OnCompanion> companion(RoomId room, String pass) {
    var parts = pass.split("\\.", -1);
    if (parts.length != 3 || pass.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    return isProved(parts[2], COMPANION, room.value(), parts[0], parts[1])
        ? Optional.of(new Entrant.OnCompanion(new MemberId(parts[0]), parts[1]))
        : Optional.empty();
  }

  /// Whose pass this is, if it is one for `room`.
  public Optional<MemberId> member(RoomId room, String pass) {
    int dot = pass.indexOf('.');
    if (dot < 0 || pass.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    var member = pass.substring(0, dot);
    return isProved(pass.substring(dot + 1), PURPOSE, room.value(), member)
        ? Optional.of(new MemberId(member))
        : Optional.empty();
  }
}
