package matinee.server.listing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import matinee.room.RoomState;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.journal.RoomId;
import matinee.server.listing.ListingPage.After;
import matinee.server.listing.ListingRows.Seen;
import matinee.server.sql.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lists the rooms that are public, on whichever server they are kept. Twice a second this server
/// writes down what has changed of those that it keeps; while it lists any it says once a second
/// that it lives, for what a server lists that does not is not listed. Where no room is public
/// nothing is written.
///
/// Blocks, but for [#see]. Safe for use by any thread.
public final class PublicList implements AutoCloseable {
  /// How long what is searched for may be.
  public static final int MAX_SEARCH = 80;

  /// How many rooms a page has at most.
  public static final int MAX_PAGE = 50;

  private static final Logger LOG = LoggerFactory.getLogger(PublicList.class);
  private static final Duration PERIOD = Duration.ofMillis(500);
  private static final Duration ALIVE = Duration.ofSeconds(1);

  /// After so long a silence others may have removed what was written.
  private static final Duration FORGOTTEN = ListingRows.KEPT.dividedBy(2);

  /// Where this is written among all changes of a transaction: after what is the server's, before
  /// rooms.
  private static final long PLACE = -2;

  private final Database database;
  private final String node;
  private final InstantSource clock;
  private final PeriodicTask task;
  private final List<Supplier<Map<RoomId, RoomState>>> sources = new CopyOnWriteArrayList<>();
  private final Map<RoomId, Listing> written = new HashMap<>();
  private Instant alive = Instant.EPOCH;

  /// Has writing failed, so that nobody knows what is written?
  private boolean isUnsure;

  /// What the server that calls itself `node` lists, as no other does; `clock` agrees with that of
  /// the others to a second or so. Begins after half a second.
  public PublicList(Database database, String node, InstantSource clock) {
    this(database, node, clock, PERIOD);
  }

  PublicList(Database database, String node, InstantSource clock, Duration period) {
    this.database = database;
    this.node = node;
    this.clock = clock;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("public-list"),
            Pauses.before(period),
            this::round,
            e -> LOG.warn("could not list the public rooms", e));
  }

  /// From now on those rooms of `source` are listed that are public; it is asked on a thread of its
  /// own.
  public void see(Supplier<Map<RoomId, RoomState>> source) {
    sources.add(source);
  }

  /// At most `limit` (to [#MAX_PAGE]) of the listed rooms whose name or film holds `search`, in
  /// capital letters or small, those with the most people first, behind `after`.
  public ListingPage page(String search, After after, int limit) {
    var found =
        database.read(
            session -> ListingRows.page(session, clock.instant(), search, after, limit + 1));
    if (found.size() <= limit) {
      return new ListingPage(found, Optional.empty());
    }
    var page = found.subList(0, limit);
    return new ListingPage(page, Optional.of(After.of(page.getLast())));
  }

  /// One round: writes down what is listed here.
  synchronized void round() {
    var now = clock.instant();
    boolean isAnew = isUnsure || !now.isBefore(alive.plus(FORGOTTEN));
    var here = new HashMap<RoomId, Listing>();
    var changed = new ArrayList<Seen>();
    for (var source : sources) {
      source
          .get()
          .forEach(
              (room, state) -> {
                for (var listing : Listing.of(room, state).stream().toList()) {
                  here.put(room, listing);
                  if (isAnew || !listing.equals(written.get(room))) {
                    changed.add(new Seen(listing, state.revision()));
                  }
                }
              });
    }
    var gone = new HashSet<>(written.keySet());
    gone.removeAll(here.keySet());
    boolean isToLive = !here.isEmpty() && (isAnew || !now.isBefore(alive.plus(ALIVE)));
    if (changed.isEmpty() && gone.isEmpty() && !isToLive && !isUnsure) {
      return;
    }
    isUnsure = true;
    database.change(
        PLACE,
        session -> {
          if (isAnew) {
            ListingRows.leave(session, node);
          }
          if (isToLive) {
            ListingRows.live(session, node, now);
          }
          ListingRows.put(session, node, changed);
          ListingRows.remove(session, node, gone);
        });
    isUnsure = false;
    alive = isToLive ? now : alive;
    written.clear();
    written.putAll(here);
  }

  /// Lists nothing any more. Where that cannot be written down, it is so after a few seconds.
  @Override
  public void close() {
    task.finish();
    if (written.isEmpty() && !isUnsure) {
      return;
    }
    try {
      database.change(PLACE, session -> ListingRows.leave(session, node));
    } catch (RuntimeException e) {
      LOG.warn("could not write down that no room is listed here any more", e);
    }
  }
}
