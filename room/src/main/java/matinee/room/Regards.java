package matinee.room;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;

/// What something that is said has regard to (CH5): the line that it answers, named by its
/// revision; the members whom it mentions, at most 20, each once; the position of the film that it
/// is about, in milliseconds. Each may be missing.
public record Regards(OptionalLong to, List<MemberId> mentions, OptionalLong positionMs) {
  public static final int MOST_MENTIONS = 20;

  /// To nothing.
  public static final Regards NONE =
      new Regards(OptionalLong.empty(), List.of(), OptionalLong.empty());

  /// To nothing but these members.
  public static Regards mentioning(List<MemberId> mentions) {
    return new Regards(OptionalLong.empty(), mentions, OptionalLong.empty());
  }

  public Regards {
    mentions = List.copyOf(mentions);
    if (mentions.size() > MOST_MENTIONS) {
      throw new IllegalArgumentException(
          "mentions must have at most " + MOST_MENTIONS + " members");
    }
    if (new HashSet<>(mentions).size() < mentions.size()) {
      throw new IllegalArgumentException("mentions must name each member once");
    }
    if (to.isPresent() && to.getAsLong() < 1) {
      throw new IllegalArgumentException("to must be at least 1");
    }
    if (positionMs.isPresent() && positionMs.getAsLong() < 0) {
      throw new IllegalArgumentException("positionMs must not be negative");
    }
  }

  /// The same, but that these members are mentioned.
  public Regards mentioningInstead(List<MemberId> others) {
    return new Regards(to, others, positionMs);
  }
}
