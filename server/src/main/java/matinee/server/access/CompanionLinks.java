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
import matinee.server.rooms.Entrant;

/// Links by which a member makes another device its companion (CD4): each makes one, within 10
/// minutes, at any server. Never blocks. Safe for use by any thread.
public final class CompanionLinks {
  public static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int ID_BYTES = 12;

  private final RandomGenerator chance;
  private final OneUse<Place> tokens;

  private record Place(RoomId room, MemberId member) {}

  /// `chance` must be a cryptographic source and safe for use by many threads; `clock` agrees with
  /// that of the other servers to a second or so.
  public CompanionLinks(Secret secret, Spent spent, InstantSource clock, RandomGenerator chance) {
    this.chance = chance;
    tokens =
        new OneUse<>(
            new Seal(secret, "companion link", chance), spent, clock, LIFETIME, new PlaceForm());
  }

  /// The token of a new link, by which one device becomes a companion of `member` in `room`.
  public String issue(RoomId room, MemberId member) {
    return tokens.issue(new Place(room, member));
  }

  /// The new companion that `token` makes, if it is good for `room`; it is not good again. Fails
  /// when the store does not answer, as [Spent#spend].
  public CompletionStage<Optional<Entrant.OnCompanion>> redeem(RoomId room, String token) {
    return tokens
        .redeem(token)
        .thenApply(
            found ->
                found
                    .filter(place -> place.room().equals(room))
                    .map(place -> new Entrant.OnCompanion(place.member(), newId())));
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static final class PlaceForm implements OneUse.Form<Place> {
    @Override
    public void write(Place place, DataOutputStream out) throws IOException {
      out.writeUTF(place.room().value());
      out.writeUTF(place.member().value());
    }

    @Override
    public Place read(DataInputStream in) throws IOException {
      return new Place(new RoomId(in.readUTF()), new MemberId(in.readUTF()));
    }
  }
}
