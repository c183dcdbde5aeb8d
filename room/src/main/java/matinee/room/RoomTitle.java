package matinee.room;

/// What the room is called (AC5).
public sealed interface RoomTitle {
  int MAX_TITLE = 80;

  /// Nothing.
  enum Untitled implements RoomTitle {
    UNTITLED
  }

  /// `title`: one line of 1 to [#MAX_TITLE] characters (UTF-16 units).
  record Titled(String title) implements RoomTitle {
    public Titled {
      title = Text.line("title", title, MAX_TITLE);
    }
  }
}
