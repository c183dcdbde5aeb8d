package matinee.server.access;

import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Entrant;

/// Links by which a member makes another device its companion (CD4): each makes one, within 10
/// minutes.
///
/// Holds at most 50,000; beyond that the oldest gives way. Never blocks. Safe for use by any
/// thread.
public final class CompanionLinks {
  public static final Duration LIFETIME = Duration.ofMinutes(10);
  private static final int CAPACITY = 50_000;
  private static final int ID_BYTES = 12;

  private final RandomGenerator chance;
  private final OneUse<Place> issued;

  private record Place(RoomId room, MemberId member) {}

  /// `chance` must be a cryptographic source and safe for use by many threads; `nanoTime` is
  /// monotonic.
  public CompanionLinks(RandomGenerator chance, LongSupplier nanoTime) {
    this.chance = chance;
    issued = new OneUse<>(chance, nanoTime, LIFETIME, CAPACITY);
  }

  /// The token of a new link, by which one device becomes a companion of `member` in `room`.
  public String issue(RoomId room, MemberId member) {
    return issued.issue(new Place(room, member));
  }

  /// The new companion that `token` makes, if it is good for `room`; it is not good again.
  public Optional<Entrant.OnCompanion> redeem(RoomId room, String token) {
    return issued
        .redeem(token)
        .filter(place -> place.room().equals(room))
        .map(place -> new Entrant.OnCompanion(place.member(), newId()));
  }

  private String newId() {
    var bytes = new byte[ID_BYTES];
    chance.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
