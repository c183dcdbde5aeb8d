package matinee.sim;

import java.util.List;
import java.util.OptionalLong;
import matinee.room.MemberId;
import matinee.room.Regards;
import matinee.room.Wish;

/// What a person does who looks back at what was said.
enum TalkDeed {
  ANSWER,
  MENTION,
  NAME_A_PLACE,
  EDIT,
  REMOVE,
  REACT,
  TAKE_BACK;

  private static final String EMOJI = "👍";
  private static final List<MemberId> FIRST = List.of(new MemberId("p0"));

  /// The wish, about the line that the event `line` said; `number` makes it another one than
  /// others.
  Wish wish(long line, int number) {
    return switch (this) {
      case ANSWER -> new Wish.Say("so " + number, about(OptionalLong.of(line), List.of()));
      case MENTION -> new Wish.Say("look " + number, about(OptionalLong.empty(), FIRST));
      case NAME_A_PLACE ->
          new Wish.Say(
              "there " + number,
              new Regards(OptionalLong.empty(), List.of(), OptionalLong.of(number * 1_000L)));
      case EDIT -> new Wish.Edit(line, "rather " + number, number % 2 == 0 ? FIRST : List.of());
      case REMOVE -> new Wish.RemoveLine(line);
      case REACT -> new Wish.React(line, EMOJI, true);
      case TAKE_BACK -> new Wish.React(line, EMOJI, false);
    };
  }

  private static Regards about(OptionalLong line, List<MemberId> mentions) {
    return new Regards(line, mentions, OptionalLong.empty());
  }
}
