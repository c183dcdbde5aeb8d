package matinee.room;

/// What the door has seen of somebody who comes (AC2). The program that keeps the room looked at
/// it: the room knows neither its password nor who was invited.
public sealed interface Credential {

  /// Nothing but the link.
  enum Nothing implements Credential {
    NOTHING
  }

  /// The password of the room.
  enum Password implements Credential {
    PASSWORD
  }

  /// An invitation, as `standing`, which is one that can be given.
  record Invited(Standing standing) implements Credential {
    public Invited {
      if (!Wish.SetStanding.isGiven(standing)) {
        throw new IllegalArgumentException("standing must be one that can be given");
      }
    }
  }

  /// That it has had a place before.
  enum Place implements Credential {
    PLACE
  }
}
