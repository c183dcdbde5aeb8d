package matinee.sim;

import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import matinee.room.Decider;
import matinee.server.journal.Journal;
import matinee.server.rooms.Letter;
import matinee.server.rooms.Rules;
import matinee.sync.Follower;
import matinee.sync.WishFilter;
import matinee.wire.Replica;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;

/// What the system under simulation is built of. [#GOOD] is what people run; a test may put a part
/// with a mistake in the place of a good one, and see whether anybody notices.
///
/// `rules` decide; `journal` stands before the disk; `letters` go to the room; `frames` to pages;
/// `copies` are what pages keep; `filters` tell wishes from echoes.
record Build(
    Rules rules,
    UnaryOperator<Journal> journal,
    UnaryOperator<Letter> letters,
    UnaryOperator<String> frames,
    Supplier<Copy> copies,
    UnaryOperator<Filter> filters) {

  static final Build GOOD =
      new Build(
          Decider::decide,
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          UnaryOperator.identity(),
          Kept::new,
          UnaryOperator.identity());

  /// A page's copy of the room.
  interface Copy {
    Replica.Taken apply(ServerMessage message);

    matinee.room.RoomState state();

    String epoch();

    Resume resume();
  }

  /// What tells a wish from an echo.
  interface Filter {
    void asked(matinee.sync.Act act, double nowMs);

    WishFilter.Judgement judge(WishFilter.ElementEvent event, matinee.sync.PlayerSample seen);

    static Filter of(Follower follower) {
      var filter = new WishFilter(follower);
      return new Filter() {
        @Override
        public void asked(matinee.sync.Act act, double nowMs) {
          filter.asked(act, nowMs);
        }

        @Override
        public WishFilter.Judgement judge(
            WishFilter.ElementEvent event, matinee.sync.PlayerSample seen) {
          return filter.judge(event, seen);
        }
      };
    }
  }

  private static final class Kept implements Copy {
    private final Replica replica = new Replica();

    @Override
    public Replica.Taken apply(ServerMessage message) {
      return replica.apply(message);
    }

    @Override
    public matinee.room.RoomState state() {
      return replica.state();
    }

    @Override
    public String epoch() {
      return replica.epoch();
    }

    @Override
    public Resume resume() {
      return replica.resume();
    }
  }

  Build withRules(Rules other) {
    return new Build(other, journal, letters, frames, copies, filters);
  }

  Build withJournal(UnaryOperator<Journal> other) {
    return new Build(rules, other, letters, frames, copies, filters);
  }

  Build withLetters(UnaryOperator<Letter> other) {
    return new Build(rules, journal, other, frames, copies, filters);
  }

  Build withFrames(UnaryOperator<String> other) {
    return new Build(rules, journal, letters, other, copies, filters);
  }

  Build withCopies(Supplier<Copy> other) {
    return new Build(rules, journal, letters, frames, other, filters);
  }

  Build withFilters(UnaryOperator<Filter> other) {
    return new Build(rules, journal, letters, frames, copies, other);
  }
}
