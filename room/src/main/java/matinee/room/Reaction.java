package matinee.room;

/// That a member has given a line this emoji (CH6).
public record Reaction(String emoji, MemberId by) {
  public Reaction {
    Emoji.check(emoji);
  }
}
