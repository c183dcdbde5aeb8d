package matinee.server.bus;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How many servers of one database serve pages, and how many keep rooms: what is limited for all
/// of them together is divided by that.
///
/// It says every second that this server lives, with what it is for, and counts those that do; see
/// [Roster]. While the database does not answer, the last numbers hold. Safe for use by any thread.
public final class Census implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Census.class);
  private static final Duration ROUND = Duration.ofSeconds(1);

  private static final String SAY =
      "insert into node (id, pages, rooms, seen_ms) values (?, ?, ?, ?)"
          + " on conflict (id) do update set pages = excluded.pages, rooms = excluded.rooms,"
          + " seen_ms = excluded.seen_ms";
  private static final String COUNT = "select sum(pages), sum(rooms) from node where seen_ms > ?";

  private final Database database;
  private final String node;
  private final Work work;
  private final Supplier<Instant> time;
  private final PeriodicTask task;
  private volatile Counted counted = new Counted(1, 1);

  /// What a server is for.
  public record Work(boolean pages, boolean rooms) {}

  /// How many servers serve pages and how many keep rooms; this one counts, so each is 1 or more.
  private record Counted(int pages, int rooms) {}

  /// `node` is the name of this server, `time` room time. Blocks on the database.
  public Census(Database database, String node, Work work, Supplier<Instant> time) {
    this.database = database;
    this.node = node;
    this.work = work;
    this.time = time;
    round();
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("census"),
            Pauses.before(ROUND),
            this::round,
            e -> LOG.warn("could not count the servers", e));
  }

  /// How many servers serve pages.
  public int pages() {
    return counted.pages();
  }

  /// How many servers keep rooms.
  public int rooms() {
    return counted.rooms();
  }

  private void round() {
    var now = time.get();
    say(now);
    counted = count(now);
  }

  private void say(Instant now) {
    database.write(
        session -> {
          var upsert = session.statement(SAY);
          upsert.setString(1, node);
          upsert.setInt(2, work.pages() ? 1 : 0);
          upsert.setInt(3, work.rooms() ? 1 : 0);
          upsert.setLong(4, now.toEpochMilli());
          return upsert.executeUpdate();
        });
  }

  private Counted count(Instant now) {
    return database.read(
        session -> {
          var select = session.statement(COUNT);
          select.setLong(1, now.minus(Roster.LEASE).toEpochMilli());
          try (var rows = select.executeQuery()) {
            rows.next();
            return new Counted(Math.max(1, rows.getInt(1)), Math.max(1, rows.getInt(2)));
          }
        });
  }

  /// This server is not counted any more.
  @Override
  public void close() {
    task.finish();
    new Roster(database, node).leave();
  }
}
