package matinee.room;

/// Somebody without a place in the room, called `name` when last here, of whom something is kept
/// until it comes back: a standing that newcomers have not, that it was muted (RI5), or that it is
/// banned and may not come back (OD2).
public record Absent(MemberId id, String name, Standing standing, boolean muted, boolean banned) {
  public Absent {
    name = Text.line("name", name, Member.MAX_NAME);
  }

  /// Is it never forgotten while others can be?
  boolean isKept() {
    return standing == Standing.OWNER || banned;
  }
}
