package matinee.server.titles;

import matinee.server.titles.Title.Episode;

/// Where its owner wants a film to be among episodes: in the series called so, which is made if
/// there is none. Throws `IllegalArgumentException`, with what to do, for what cannot be.
public record Placing(String series, int season, int number) {

  public Placing {
    series = Details.line("series", series, Details.MAX_NAME);
    if (series.isEmpty()) {
      throw new IllegalArgumentException("series must have a name.");
    }
    if (season < 0 || season > Episode.LAST_SEASON) {
      throw new IllegalArgumentException("season must be 0 to " + Episode.LAST_SEASON + ".");
    }
    if (number < 0 || number > Episode.LAST_NUMBER) {
      throw new IllegalArgumentException("episode must be 0 to " + Episode.LAST_NUMBER + ".");
    }
  }
}
