package matinee.wire;

import matinee.room.Emoji;

/// What a member shows the others for a moment: nothing follows from it, and it is kept nowhere
/// (SI1).
public sealed interface Signal {

  /// I am writing a message.
  enum Typing implements Signal {
    TYPING
  }

  /// This emoji is to float over the picture.
  record Cheer(String emoji) implements Signal {
    public Cheer {
      Emoji.check(emoji);
    }
  }
}
