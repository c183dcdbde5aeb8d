package matinee.server.screenings;

import matinee.room.Media;
import matinee.server.accounts.AccountId;
import matinee.server.journal.RoomId;

/// A planned evening: `film` begins in `room` at `time`, by itself, for all who are there. It was
/// planned by `owner`; `sequence` counts how often the plan was changed.
public record Screening(
    ScreeningId id,
    RoomId room,
    Owner owner,
    Media film,
    Showtime time,
    int sequence,
    State state) {

  /// Who planned it, and what they were called then.
  public record Owner(AccountId id, String name) {}

  /// How far it is.
  public enum State {
    PLANNED,
    BEGUN,
    /// It is over, or nobody came within the hour.
    ENDED,
    OFF
  }
}
