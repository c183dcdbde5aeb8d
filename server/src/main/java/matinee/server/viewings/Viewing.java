package matinee.server.viewings;

import java.time.Instant;
import java.util.List;
import matinee.room.Media;
import matinee.server.journal.RoomId;

/// One person's watching of one media in one room, however often they came back to it: from `first`
/// to `last`, up to `positionMs`, where it stopped, with those whose names are in `company` (to
/// [#MOST_COMPANY]), whoever they are.
public record Viewing(
    ViewingId id,
    RoomId room,
    Media media,
    long positionMs,
    Instant first,
    Instant last,
    List<String> company) {
  /// How many names are kept at most.
  public static final int MOST_COMPANY = 20;

  public Viewing {
    company = List.copyOf(company);
  }

  /// Some of somebody's viewings, the newest first, and how many there are; `isKept`: is what they
  /// watch from now on written down? `isShown`: do their friends see it?
  public record Page(List<Viewing> viewings, int total, boolean isKept, boolean isShown) {
    public Page {
      viewings = List.copyOf(viewings);
    }
  }
}
