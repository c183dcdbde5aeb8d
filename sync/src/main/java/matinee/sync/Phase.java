package matinee.sync;

import java.util.List;

/// What the follower is about. One phase at a time, so one action at a time; a new target ends
/// whichever it is.
///
/// ```
/// Idle        --follow--> Adrift
/// Adrift      --stands--> Standing   --moves, paused--> Landing   --moves, plays--> Following
/// Landing     --sought--> Placing    --ready in time--> Armed     --too late--> Landing (4 times at most)
/// Armed       --play seen--> Starting --clock moves--> Following
/// Following   --small error--> Nudging --over--> Following
///             --large error--> Jumping --ready--> Following, or Landing
/// any         --somebody else acts--> Contradicted --1 s--> Adrift
/// any         --new target, begin--> Adrift
/// ```
sealed interface Phase {
  /// Is the player where the room is, so that what it can do there says something?
  default boolean isPlaced() {
    return switch (this) {
      case Idle _, Adrift _, Landing _ -> false;
      case Standing standing -> standing.placed();
      case Placing _, Armed _, Starting _, Following _ -> true;
      case Nudging _, Jumping _, Contradicted _ -> true;
    };
  }

  /// No room to follow.
  enum Idle implements Phase {
    IDLE
  }

  /// What the player does has not been compared with the target yet. `attempt`, from 1: the how
  /// many-th for this target.
  record Adrift(int attempt) implements Phase {}

  /// Paused where the room stands; `placed` once the position was set.
  record Standing(boolean placed, int attempt) implements Phase {}

  /// To be paused, `tuned` to the speed, and put on `positionMs`, where the line will be at the
  /// local instant `startAtMs`.
  record Landing(double startAtMs, double positionMs, int attempt, boolean tuned)
      implements Phase {}

  /// The position of `landing` was set at `soughtAtMs`; not ready to start yet.
  record Placing(Landing landing, double soughtAtMs) implements Phase {}

  /// Will begin to play at `playAtMs`.
  record Armed(double playAtMs, double positionMs, Lesson lesson) implements Phase {}

  /// Plays since about `playAtMs`; its clock has not left `positionMs` yet.
  record Starting(double playAtMs, double positionMs, Lesson lesson) implements Phase {}

  /// On the line at `rate`, measuring from `measureFromMs` on; what is measured first teaches
  /// `lesson`.
  record Following(double rate, double measureFromMs, Lesson lesson) implements Phase {}

  /// On the first of `legs` until `untilMs`, wanted speed `rate`.
  record Nudging(double rate, List<Correction.Leg> legs, double untilMs) implements Phase {}

  /// The position was set at `soughtAtMs` while playing at `rate`.
  record Jumping(double rate, double soughtAtMs) implements Phase {}

  /// Since a moment ago the player does what nobody asked here; until `untilMs` the room may come
  /// to agree.
  record Contradicted(double untilMs, int attempt) implements Phase {}

  /// What the first measurement after an action says something about.
  enum Lesson {
    NONE,
    START,
    RESUME,
    JUMP
  }
}
