package matinee.wire;

import java.util.Optional;
import matinee.room.Emoji;
import matinee.room.MemberId;

/// So many times, 1 or more, `emoji` is to float over the picture: for `by`, or in a giant for
/// somebody or other (SI3).
public record Cheers(String emoji, long count, Optional<MemberId> by) {
  public Cheers {
    Emoji.check(emoji);
    Numbers.checkCount("count", count);
    if (count == 0) {
      throw new IllegalArgumentException("count must not be 0");
    }
  }
}
