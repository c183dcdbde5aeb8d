package matinee.room;

import java.util.function.Function;

/// What is done to others: rule RI4.
final class Rights {

  private Rights() {}

  /// What `rule` makes of the member called `id`, if its role is below that of `by`.
  static Outcome onLower(RoomState state, Member by, MemberId id, Function<Member, Outcome> rule) {
    return state
        .member(id)
        .map(
            member ->
                by.role().isAbove(member.role())
                    ? rule.apply(member)
                    : Outcome.refused(Reason.NOT_ALLOWED))
        .orElseGet(() -> Outcome.refused(Reason.NO_SUCH_MEMBER));
  }
}
