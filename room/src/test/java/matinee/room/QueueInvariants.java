package matinee.room;

import static org.assertj.core.api.Assertions.assertThat;

import matinee.room.Invariant.Step;

/// What is true of every queue after every step.
final class QueueInvariants {

  private QueueInvariants() {}

  /// QU1, QU3: each item stands there once; only members vote, each once for one item and for no
  /// more than it may.
  static final class ItemsAreSound implements Invariant {
    @Override
    public void check(Step step) {
      var room = step.after();
      var items = room.queue().items();
      assertThat(items).extracting(QueueItem::id).doesNotHaveDuplicates();
      for (var item : items) {
        assertThat(item.id()).isLessThanOrEqualTo(room.revision());
        assertThat(item.votes()).doesNotHaveDuplicates();
        assertThat(item.votes()).allMatch(id -> room.member(id).isPresent());
      }
      for (var member : room.members()) {
        assertThat(room.queue().votesOf(member.id())).isLessThanOrEqualTo(QueueRules.MOST_VOTES);
      }
    }
  }

  /// QU5: the room goes on by itself once for each film that has ended, and only from its end.
  static final class OneAdvanceForAnEnd implements Invariant {
    private boolean hasEnded;
    private boolean isDue;

    @Override
    public void check(Step step) {
      for (var recorded : step.events()) {
        switch (recorded.event()) {
          case Event.PlaybackChanged(var cause, var _) when cause == Cause.ADVANCED -> {
            assertThat(isDue || recorded.author() != Author.Room.ROOM).isTrue();
            isDue = false;
          }
          case Event.PlaybackChanged(var cause, var _) -> {
            hasEnded = cause == Cause.ENDED;
            isDue = false;
          }
          case Event.AdvanceScheduled _ -> {
            assertThat(hasEnded).isTrue();
            hasEnded = false;
            isDue = true;
          }
          case Event.AdvanceCancelled _ -> isDue = false;
          default -> {}
        }
      }
      assertThat(step.after().queue().due().isEmpty() || isDue).isTrue();
    }
  }
}
