package matinee.server.places;

import java.time.Instant;
import java.util.List;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;

/// What somebody has in a room, also while nobody is there: which member they are. `name` is what
/// they wanted to be called when they first asked to come in, at `entered`; friends may see that
/// they are there if it `isShown`.
public record Place(RoomId room, MemberId member, String name, Instant entered, boolean isShown) {

  /// Some places of an account, of `total`.
  public record Page(List<Place> places, int total) {}
}
