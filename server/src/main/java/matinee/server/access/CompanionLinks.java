package matinee.server.access;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.random.RandomGenerator;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;

/// Links by which a member makes another device its companion (CD4): each makes one, within 10
/// minutes, at any server. Never blocks. Safe for use by any thread.
public final class CompanionLinks {
  public static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int ID_BYTES = 12;

  private final RandomGenerator chance;
  private final OneUse<Origin> tokens;

  /// `owner` is the pass of the member who made the link.
  private record Origin(RoomId room, Pass owner) {}

  /// `chance` must be a cryptographic source and safe for use by many threads; `clock` agrees with
  /// that of the other servers to a second or so.
  public CompanionLinks(Secret secret, Spent spent, InstantSource clock, RandomGenerator chance) {
    this.chance = chance;
    tokens =
        new OneUse<>(
            new Seal(secret, "companion link", chance), spent, clock, LIFETIME, new OriginForm());
  }

  /// The token of a new link, by which one device becomes a companion of the member in `room` who
  /// has `owner`, for as long as that is good.
  public String issue(RoomId room, Pass owner) {
    return tokens.issue(new Origin(room, owner));
  }

  /// What the new companion is told by its pass that `token` makes, if it is good for `room`; it is
  /// not good again. Fails when the store does not answer, as [Spent#spend].
  public CompletionStage<Optional<Pass>> redeem(RoomId room, String token) {
    return tokens
        .redeem(token)
        .thenApply(
            found ->
                found
                    .filter(origin -> origin.room().equals(room))
                    .map(origin -> origin.owner().ofCompanion(newId())));
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static final class OriginForm implements OneUse.Form<Origin> {
    @Override
    public void write(Origin origin, DataOutputStream out) throws IOException {
      out.writeUTF(origin.room().value());
      out.writeUTF(origin.owner().member().value());
      SessionForm.write(origin.owner().session(), out);
    }

    @Override
    public Origin read(DataInputStream in) throws IOException {
      var room = new RoomId(in.readUTF());
      var member = new MemberId(in.readUTF());
      return new Origin(room, new Pass(member, Optional.empty(), SessionForm.read(in)));
    }
  }
}
