package matinee.room;

/// Who comes in, how many (AC3), as what (AC4), and what stands on the door (AC5).
public record Door(Access access, int capacity, Standing newcomers, RoomTitle title) {
  /// That of a new room.
  public static final Door NEW =
      new Door(Access.LINK, RoomState.CAPACITY, Standing.MEMBER, RoomTitle.Untitled.UNTITLED);

  public Door {
    if (capacity < 1 || capacity > RoomState.CAPACITY) {
      throw new IllegalArgumentException("capacity must be 1 to " + RoomState.CAPACITY);
    }
    if (!Wish.SetStanding.isGiven(newcomers)) {
      throw new IllegalArgumentException("newcomers must be members, guests or watchers");
    }
  }
}
