package matinee.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// HO4, AC6: once somebody has entered there is one owner, here or away, and always the same until
/// it gives the room away.
final class OneOwner implements Invariant {
  private final List<MemberId> owner = new ArrayList<>();

  @Override
  public void check(Step step) {
    var people = step.after().people();
    var owners =
        Stream.concat(
                people.members().stream()
                    .filter(member -> member.role() == Role.OWNER)
                    .map(Member::id),
                people.absent().stream()
                    .filter(one -> one.standing() == Standing.OWNER)
                    .map(Absent::id))
            .toList();
    for (var recorded : step.events()) {
      if (recorded.event() instanceof Event.OwnerChanged) {
        owner.clear();
      }
    }
    if (owner.isEmpty()) {
      owner.addAll(owners);
    }
    assertThat(owners).hasSize(step.after().members().isEmpty() ? owner.size() : 1);
    assertThat(owners).isEqualTo(owner);
  }
}
