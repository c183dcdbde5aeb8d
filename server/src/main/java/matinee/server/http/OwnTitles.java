package matinee.server.http;

import java.util.Optional;
import matinee.server.library.FilmId;
import matinee.server.titles.SeriesId;
import matinee.server.titles.Title;
import matinee.server.titles.Titles;

/// The titles that somebody asks for at their addresses in the own library; whoever asks for
/// another's learns no more than who asks for none.
record OwnTitles(Callers callers, Titles titles) {
  static final Problem UNKNOWN =
      new Problem(
          404,
          "title-unknown",
          "There is no such film or series in your library.",
          "Look for it in the library, or upload it again.");

  /// The film that is asked for.
  Title.OfFilm film(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    return Optional.of(exchange.part("title"))
        .filter(FilmId::isWellFormed)
        .flatMap(it -> titles.film(account, new FilmId(it)))
        .orElseThrow(() -> new Refusal(UNKNOWN));
  }

  /// The series that is asked for.
  Title.OfSeries series(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    return titles
        .series(account, new SeriesId(exchange.part("series")))
        .orElseThrow(() -> new Refusal(UNKNOWN));
  }
}
