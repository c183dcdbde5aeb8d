package matinee.room;

/// Somebody without a place in the room, called `name` when last here, whose standing is not that
/// of everyone: it is had again by coming back (RI5).
public record Absent(MemberId id, String name, Standing standing) {
  public Absent {
    name = Text.line("name", name, Member.MAX_NAME);
  }
}
