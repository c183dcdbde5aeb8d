package matinee.sync;

/// What a follower is doing with its player, in a word for people.
public enum Conduct {
  IDLE,
  STANDING,
  LANDING,
  FOLLOWING,
  CORRECTING;

  static Conduct of(Phase phase) {
    return switch (phase) {
      case Phase.Idle _ -> IDLE;
      case Phase.Standing _ -> STANDING;
      case Phase.Adrift _, Phase.Landing _, Phase.Placing _, Phase.Armed _, Phase.Starting _ ->
          LANDING;
      case Phase.Following _, Phase.Contradicted _ -> FOLLOWING;
      case Phase.Nudging _, Phase.Jumping _ -> CORRECTING;
    };
  }
}
