package matinee.room;

/// A site whose films are played by its own player alone (EM1).
public enum Provider {
  YOUTUBE
}
