package matinee.server.access;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import matinee.server.sql.Database;

/// Used tokens as rows of the server's database.
public final class SqlSpent implements Spent {
  /// How many rows are removed in one go: few, for everybody else's writing waits for it.
  static final int AT_ONCE = 500;

  /// How long a row stays when its token is over: longer than the clocks of two servers differ.
  static final Duration AFTERWARDS = Duration.ofMinutes(10);

  /// Before everything that has to do with rooms; see [Database#write].
  private static final long PLACE_OF_USE = -1;

  private static final long PLACE_OF_REMOVAL = -2;
  private static final String SPEND =
      "insert into spent_token (id, until_ms) values (?, ?) on conflict (id) do nothing";

  /// The oldest, by the order of the index, so that two servers that remove at once do not wait for
  /// one another in a ring.
  private static final String REMOVE =
      "delete from spent_token where until_ms <= (select max(until_ms) from"
          + " (select until_ms from spent_token where until_ms < ? order by until_ms limit ?) oldest)";

  private final Database database;

  public SqlSpent(Database database) {
    this.database = database;
  }

  @Override
  public CompletionStage<Boolean> spend(String id, Instant until) {
    return database.offer(
        PLACE_OF_USE,
        session -> {
          var insert = session.statement(SPEND);
          insert.setString(1, id);
          insert.setLong(2, until.toEpochMilli());
          return insert.executeUpdate() == 1;
        });
  }

  /// Removes the oldest rows of tokens that nobody has taken for a while before `now`; returns how
  /// many. Blocks.
  int removeOld(Instant now) {
    return database.write(
        PLACE_OF_REMOVAL,
        session -> {
          var delete = session.statement(REMOVE);
          delete.setLong(1, now.minus(AFTERWARDS).toEpochMilli());
          delete.setInt(2, AT_ONCE);
          return delete.executeUpdate();
        });
  }
}
