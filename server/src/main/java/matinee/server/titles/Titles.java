package matinee.server.titles;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import matinee.server.accounts.AccountId;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.library.FilmId;
import matinee.server.library.Films;
import matinee.server.sql.Database;
import matinee.server.sql.Query;
import matinee.server.sql.Session;
import matinee.server.sql.Writing;
import matinee.server.titles.Title.Episode;

/// What is known of the films that are somebody's. Of a film that is new in the library the name of
/// its file tells what it can (see [Guess]) when its owner next looks; from then on it is as the
/// owner says. A series is there as long as it has episodes. Everything here is its owner's: nobody
/// else changes it, and nobody finds it but friends, where the owner lets them.
///
/// Blocks. Safe for use by any thread.
public final class Titles {
  /// How many a page has at most.
  public static final int MAX_PAGE = 100;

  /// How many tags are told at most.
  public static final int MOST_TAGS = 30;

  /// Before which title a page can begin at the furthest.
  public static final int MOST = 1_000_000;

  /// Where this is written among all changes of a transaction.
  static final long PLACE = -9;

  private final Database database;
  private final AuditTrail trail;
  private final InstantSource clock;
  private final RandomGenerator chance;

  /// Those of the films in `database`; what is done to them is written down in `trail`; `chance` is
  /// a cryptographic source.
  public Titles(Database database, AuditTrail trail, InstantSource clock, RandomGenerator chance) {
    this.database = database;
    this.trail = trail;
    this.clock = clock;
    this.chance = chance;
  }

  /// What came of a change.
  public enum Outcome {
    DONE,
    /// There is no such title of this owner.
    UNKNOWN,
    /// Another series of this owner has that name.
    NAME_TAKEN
  }

  /// At most `limit` (to [#MAX_PAGE]) of the titles of `owner` that are wanted, without the first
  /// `from`.
  public Title.Page page(AccountId owner, Wanted wanted, int from, int limit) {
    gather(owner);
    return database.read(session -> new TitleQuery(session, owner, wanted).page(from, limit));
  }

  /// At most [#MAX_PAGE] of all titles of `owner`, episodes too, without the first `from`.
  public List<Title> everything(AccountId owner, int from) {
    gather(owner);
    return database.read(session -> TitleRows.everything(session, owner, from, MAX_PAGE));
  }

  /// At most `limit` titles of `owner` that go with what they `watched`, and are not among it, and,
  /// half as much, with what `friends` watched, each the latest first.
  public List<Title> suggested(
      AccountId owner, List<FilmId> watched, List<Title> friends, int limit) {
    return database.read(session -> new Suggestions(session, owner).of(watched, friends, limit));
  }

  /// The tags of `owner`, those of most titles first.
  public List<TitleTag> tags(AccountId owner) {
    return database.read(session -> TitleQuery.tags(session, owner, MOST_TAGS));
  }

  /// The film called `film`, if it is one of `owner`.
  public Optional<Title.OfFilm> film(AccountId owner, FilmId film) {
    gather(owner);
    return find(owner, film.value()).flatMap(it -> as(Title.OfFilm.class, it));
  }

  /// The series called `series`, if it is one of `owner`.
  public Optional<Title.OfSeries> series(AccountId owner, SeriesId series) {
    gather(owner);
    return find(owner, series.value()).flatMap(it -> as(Title.OfSeries.class, it));
  }

  /// The title called `id`, if it is one of `owner`.
  public Optional<Title> own(AccountId owner, String id) {
    gather(owner);
    return find(owner, id);
  }

  private static <T extends Title> Optional<T> as(Class<T> kind, Title title) {
    return Optional.of(title).filter(kind::isInstance).map(kind::cast);
  }

  private Optional<Title> find(AccountId owner, String id) {
    return database.read(session -> TitleRows.find(session, owner, id));
  }

  /// At most `limit` (to [#MAX_PAGE]) of the episodes of a series of `owner`, in their order,
  /// without the first `from`.
  public Title.Page episodes(AccountId owner, SeriesId series, int from, int limit) {
    return database.read(session -> TitleRows.episodes(session, owner, series, from, limit));
  }

  private void gather(AccountId owner) {
    new Gathering(database, owner, chance).run();
  }

  /// From now on `details` are said of a film of `owner`, who asks from the network address
  /// `origin`, and it is there among episodes, or is none.
  public Outcome describe(
      AccountId owner, FilmId film, Details details, Optional<Placing> placing, String origin) {
    gather(owner);
    var entry = entry(owner, "film.edit", film.value(), details.name(), origin);
    return record(entry, session -> describe(session, owner, film, details, placing));
  }

  private Outcome describe(
      Session session, AccountId owner, FilmId film, Details details, Optional<Placing> placing)
      throws SQLException {
    var before =
        TitleRows.find(session, owner, film.value()).flatMap(it -> as(Title.OfFilm.class, it));
    if (before.isEmpty()) {
      return Outcome.UNKNOWN;
    }
    var known = before.get();
    TitleRows.describe(session, owner, film.value(), details);
    Optional<Episode> episode =
        placing.isPresent()
            ? Optional.of(
                new OwnSeries(session, owner, chance)
                    .episode(placing.get(), OptionalInt.empty(), known.added()))
            : Optional.empty();
    TitleRows.place(session, owner, film.value(), episode);
    if (known.episode().isPresent()) {
      TitleRows.removeIfEmpty(session, owner, known.episode().get().series());
    }
    var now = new Title.OfFilm(film, owner, details, episode, known.added());
    Films.rename(session, film, now.fullName());
    return Outcome.DONE;
  }

  /// As [#describe(AccountId, FilmId, Details, Optional, String)], of a series.
  public Outcome describe(AccountId owner, SeriesId series, Details details, String origin) {
    var entry = entry(owner, "series.edit", series.value(), details.name(), origin);
    return record(
        entry,
        session -> {
          if (TitleRows.find(session, owner, series.value())
              .filter(Title.OfSeries.class::isInstance)
              .isEmpty()) {
            return Outcome.UNKNOWN;
          }
          if (!TitleRows.rename(session, owner, series, Folding.key(details.name()))) {
            return Outcome.NAME_TAKEN;
          }
          TitleRows.describe(session, owner, series.value(), details);
          return Outcome.DONE;
        });
  }

  /// From now on friends of its owner, who asks from the network address `origin`, find `title`, a
  /// series with all its episodes; or not any more.
  public Outcome show(Title title, boolean isShown, String origin) {
    var action = isShown ? "title.show" : "title.hide";
    return record(
        entry(title.owner(), action, title.id(), title.fullName(), origin),
        session -> {
          if (TitleRows.find(session, title.owner(), title.id()).isEmpty()) {
            return Outcome.UNKNOWN;
          }
          ShownRows.show(session, title, isShown, clock.instant());
          return Outcome.DONE;
        });
  }

  /// Those of these titles that friends of their owners find by themselves.
  public Set<String> shown(Collection<String> titles) {
    return database.read(session -> ShownRows.shown(session, titles));
  }

  /// At most `limit` (to [#MAX_PAGE]) of those that friends of `me` let be found and that have the
  /// words that are wanted, what can be found last first, without the first `from`.
  public FriendsTitle.Page ofFriends(AccountId me, Wanted wanted, int from, int limit) {
    return database.read(session -> ShownRows.page(session, me, wanted.words(), from, limit));
  }

  /// The title called `id`, if a friend of `me` lets it be found.
  public Optional<FriendsTitle> ofFriend(AccountId me, String id) {
    return database.read(session -> ShownRows.find(session, me, id));
  }

  private Outcome record(Entry entry, Query<Outcome> change) {
    Predicate<Outcome> isDone = it -> it == Outcome.DONE;
    return trail.record(List.of(entry), change, isDone);
  }

  private Entry entry(AccountId owner, String action, String target, String name, String origin) {
    return Entry.of(clock.instant(), owner.value(), action, target, origin, Map.of("title", name));
  }

  /// Removes a film of `owner`, who asks from the network address `origin`, from the library:
  /// nothing is left of its row and its title, nor of what `rest` removes in the same transaction.
  /// Its bytes are removed before, by whoever asks.
  public Outcome remove(Title.OfFilm film, String origin, Writing rest) {
    var owner = film.owner();
    var entry = entry(owner, "film.delete", film.film().value(), film.fullName(), origin);
    return record(
        entry,
        session -> {
          if (!Films.forget(session, film.film(), owner)) {
            return Outcome.UNKNOWN;
          }
          TitleRows.remove(session, film.film().value());
          rest.on(session);
          if (film.episode().isPresent()) {
            TitleRows.removeIfEmpty(session, owner, film.episode().get().series());
          }
          return Outcome.DONE;
        });
  }

  /// The account called `gone` is deleted in `session`'s transaction: nothing is said of its films
  /// any more.
  public static void forget(Session session, AccountId gone) throws SQLException {
    TitleRows.removeAll(session, gone);
  }
}
