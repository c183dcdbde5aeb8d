package matinee.server.titles;

import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Opaque;
import matinee.server.sql.Session;
import matinee.server.titles.Title.Episode;

/// The series of one owner, within one transaction; each is looked for once.
final class OwnSeries {
  private static final int ID_BYTES = 16;

  private final Session session;
  private final AccountId owner;
  private final RandomGenerator chance;
  private final Map<String, SeriesId> known = new HashMap<>();
  private final Map<SeriesId, Instant> grown = new HashMap<>();

  /// `chance` is a cryptographic source.
  OwnSeries(Session session, AccountId owner, RandomGenerator chance) {
    this.session = session;
    this.owner = owner;
    this.chance = chance;
  }

  /// The episode that `placing` means of a film that was added then. Its series is made, as one of
  /// `year`, if there is none.
  Episode episode(Placing placing, OptionalInt year, Instant added) throws SQLException {
    var key = Folding.key(placing.series());
    var series = known.get(key);
    if (series == null) {
      series = findOrMake(key, Details.named(placing.series(), year), added);
      known.put(key, series);
    }
    var latest = grown.get(series);
    if (latest == null || latest.isBefore(added)) {
      TitleRows.grew(session, owner, series, added);
      grown.put(series, added);
    }
    return new Episode(series, placing.series(), placing.season(), placing.number());
  }

  private SeriesId findOrMake(String key, Details details, Instant added) throws SQLException {
    var found = TitleRows.series(session, owner, key);
    if (found.isPresent()) {
      return found.get();
    }
    var id = Opaque.text(Opaque.fresh(chance, ID_BYTES));
    TitleRows.add(
        session,
        owner,
        List.of(new TitleRows.Fresh(id, Optional.of(key), details, Optional.empty(), added)));
    return TitleRows.series(session, owner, key)
        .orElseThrow(() -> new SQLException("a series is gone that was just made"));
  }
}
