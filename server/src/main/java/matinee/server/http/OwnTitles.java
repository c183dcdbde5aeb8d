package matinee.server.http;

import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.library.FilmId;
import matinee.server.titles.FriendsTitle;
import matinee.server.titles.SeriesId;
import matinee.server.titles.Title;
import matinee.server.titles.Titles;

/// The titles that somebody asks for at their addresses in the own library; whoever asks for
/// another's, who does not let them find it, learns no more than who asks for none.
record OwnTitles(Callers callers, Titles titles) {
  static final Problem UNKNOWN =
      new Problem(
          404,
          "title-unknown",
          "There is no such film or series in your library.",
          "Look for it in the library, or upload it again.");

  /// The film that is asked for, be it of a friend who lets it be found.
  Sight<Title.OfFilm> readableFilm(Exchange exchange) {
    return readable(exchange, Title.OfFilm.class, exchange.part("title"));
  }

  /// The series that is asked for, be it of a friend who lets it be found.
  Sight<Title.OfSeries> readableSeries(Exchange exchange) {
    return readable(exchange, Title.OfSeries.class, exchange.part("series"));
  }

  /// A title, by whom it is looked at, and how it comes from a friend if it does.
  record Sight<T extends Title>(T title, AccountId by, Optional<FriendsTitle> from) {}

  private <T extends Title> Sight<T> readable(Exchange exchange, Class<T> kind, String id) {
    var account = callers.of(exchange).account().id();
    return titles
        .own(account, id)
        .map(it -> new Sight<Title>(it, account, Optional.empty()))
        .or(
            () ->
                titles
                    .ofFriend(account, id)
                    .map(it -> new Sight<>(it.title(), account, Optional.of(it))))
        .filter(it -> kind.isInstance(it.title()))
        .map(it -> new Sight<>(kind.cast(it.title()), it.by(), it.from()))
        .orElseThrow(() -> new Refusal(UNKNOWN));
  }

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
