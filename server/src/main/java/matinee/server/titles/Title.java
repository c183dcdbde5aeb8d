package matinee.server.titles;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import matinee.room.Media;
import matinee.server.accounts.AccountId;
import matinee.server.library.FilmId;

/// A film or a series of somebody's library, as its owner describes it.
public sealed interface Title {

  /// That of the film or of the series; no two titles have the same.
  String id();

  AccountId owner();

  Details details();

  /// When it came; of a series, when its newest episode did.
  Instant added();

  /// What it is called where nobody sees of which series it is: 1 to [Media#MAX_TITLE] characters.
  String fullName();

  /// A film, or an episode of a series.
  record OfFilm(
      FilmId film, AccountId owner, Details details, Optional<Episode> episode, Instant added)
      implements Title {

    @Override
    public String id() {
      return film.value();
    }

    @Override
    public String fullName() {
      return episode.map(it -> it.fullName(details.name())).orElseGet(details::name);
    }
  }

  /// A series with so many episodes, at least one, of which `first` comes first.
  record OfSeries(
      SeriesId series, AccountId owner, Details details, int episodes, FilmId first, Instant added)
      implements Title {

    @Override
    public String id() {
      return series.value();
    }

    @Override
    public String fullName() {
      return details.name();
    }
  }

  /// Which part of which series something is; specials are season 0.
  record Episode(SeriesId series, String seriesName, int season, int number) {
    public static final int LAST_SEASON = 999;
    public static final int LAST_NUMBER = 9_999;

    private String fullName(String name) {
      var part = String.format(Locale.ROOT, " S%02dE%02d", season, number);
      int room = Media.MAX_TITLE - part.length();
      var start = seriesName.length() > room ? seriesName.substring(0, room) : seriesName;
      var full = (start + part + " " + name).strip();
      return full.length() > Media.MAX_TITLE ? start + part : full;
    }
  }

  /// Some titles, and how many there are in all.
  record Page(List<Title> titles, int total) {
    public Page {
      titles = List.copyOf(titles);
    }
  }
}
