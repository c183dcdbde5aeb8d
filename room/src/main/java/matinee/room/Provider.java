package matinee.room;

/// A site whose films are played by its own player alone (EM1).
public enum Provider {
  YOUTUBE,

  /// Its ids are numbers; `/` and a word that opens it follow the number of a private film.
  VIMEO,

  /// Its ids are the numbers of recordings.
  TWITCH
}
