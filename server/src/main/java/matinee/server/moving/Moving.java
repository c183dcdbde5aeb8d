package matinee.server.moving;

import java.util.Optional;
import matinee.room.Command;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Reason;
import matinee.room.RegionName;
import matinee.room.Wish;
import matinee.server.access.RegionProof;
import matinee.server.journal.RoomId;
import matinee.server.regions.Regions;
import matinee.server.rooms.RoomRegistry;
import matinee.server.rooms.RoomTime;
import matinee.server.rooms.Rules;
import matinee.server.rooms.Travels;

/// What a server of one region does for and asks of those of the others. Safe for use by any
/// thread.
public final class Moving {
  private final RegionProof proof;
  private final String here;
  private final RoomTime time;
  private final Compass compass;
  private final Travels travels;
  private final RoomRegistry rooms;
  private final RoundTrips roundTrips;

  public Moving(
      Regions regions,
      RoomTime time,
      Compass compass,
      Travels travels,
      RoomRegistry rooms,
      RoundTrips roundTrips) {
    proof = new RegionProof(regions);
    here = regions.here();
    this.time = time;
    this.compass = compass;
    this.travels = travels;
    this.rooms = rooms;
    this.roundTrips = roundTrips;
  }

  /// The rules of rooms where the regions are these: nobody moves a room to where it would not
  /// arrive.
  public static Rules rules(Regions regions, Neighbours neighbours) {
    return (state, command, moment) -> {
      var decision = Decider.decide(state, command, moment);
      return decision instanceof Decision.Accepted
              && command instanceof Command.Ask ask
              && ask.wish() instanceof Wish.MoveRoom(var to)
          ? obstacle(to, ask.again(), regions, neighbours)
              .map(reason -> Decider.refuse(state, ask, reason, moment))
              .orElse(decision)
          : decision;
    };
  }

  /// Who sends a wish again has not given up: it may take until the region answers.
  private static Optional<Reason> obstacle(
      RegionName to, boolean again, Regions regions, Neighbours neighbours) {
    if (regions.other(to.value()).isEmpty()) {
      return Optional.of(Reason.NO_SUCH_REGION);
    }
    return again || neighbours.isWell(to.value())
        ? Optional.empty()
        : Optional.of(Reason.REGION_AWAY);
  }

  public RoundTrips roundTrips() {
    return roundTrips;
  }

  public Compass compass() {
    return compass;
  }

  /// The room time here.
  public double clockMs() {
    return time.nowMs();
  }

  /// Did a server of another region make this request, a moment ago, for one of this region?
  public boolean isProved(RegionProof.Request request, String proof) {
    return this.proof.isProved(request, proof, time.now());
  }

  /// Takes in the room that `luggage` tells of, which comes from the region called `from`. Throws
  /// `IllegalArgumentException` for what is no room.
  public RoomId arrive(String luggage, String from) {
    var read = LuggageJson.read(luggage);
    if (travels.unpack(read, new RegionName(from))) {
      rooms.departMoved(read.room(), here);
    }
    return read.room();
  }
}
