package matinee.server.viewings;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Belongings;
import matinee.server.accounts.Opaque;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import matinee.server.viewings.ViewingRows.Key;
import matinee.server.whereabouts.Sighting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What people have watched who are signed in, unless they do not want that to be kept. Each second
/// this server looks at where the films are before which they sit, and writes down in one
/// transaction what is new of those of whom nothing was written in the last 10 s, of at most 500 at
/// once: rooms, whose events go to the same database, never wait long for it.
///
/// Blocks, but for [#see]. Safe for use by any thread.
public final class Viewings implements Belongings, AutoCloseable {
  /// How many are kept of somebody; then the oldest go.
  public static final int MOST = 1_000;

  /// How many a page has at most.
  public static final int MAX_PAGE = 100;

  /// For so long friends see what somebody watched.
  public static final Duration LATELY = Duration.ofDays(14);

  /// What was written within this is still being watched: while it is, it is written every 10 s.
  private static final Duration NOW = Duration.ofSeconds(25);

  /// So long nothing more is written of somebody.
  static final Duration AGAIN = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Viewings.class);
  private static final Duration PERIOD = Duration.ofSeconds(1);
  private static final int MOST_AT_ONCE = 500;
  private static final int ID_BYTES = 16;

  /// Where this is written among all changes of a transaction: before rooms.
  private static final long PLACE = -3;

  private final Database database;
  private final InstantSource clock;
  private final RandomGenerator chance;
  private final int most;
  private final PeriodicTask task;

  /// Which members they are who are here.
  private final Map<Sighting, Optional<MemberId>> members = new HashMap<>();

  private final Map<Key, Watching> watched = new HashMap<>();

  /// Of whom something was written in the last 10 s, and when.
  private final Map<AccountId, Instant> written = new HashMap<>();

  /// Who is signed in where, and how it is there.
  private record Source(
      Supplier<Set<Sighting>> signedIn, Function<RoomId, Optional<RoomState>> rooms) {}

  private volatile Source source = new Source(Set::of, _ -> Optional.empty());

  /// Those of the accounts in `database`; `clock` is room time, `chance` a cryptographic source.
  /// Begins after a second.
  public Viewings(Database database, InstantSource clock, RandomGenerator chance) {
    this(database, clock, chance, MOST, PERIOD);
  }

  Viewings(
      Database database, InstantSource clock, RandomGenerator chance, int most, Duration period) {
    this.database = database;
    this.clock = clock;
    this.chance = chance;
    this.most = most;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("viewings"),
            Pauses.before(period),
            this::round,
            e -> LOG.warn("could not write down what people watch", e));
  }

  /// From now on it is seen what those watch who are `signedIn`, in `rooms` as far as this server
  /// keeps them. Both are asked on a thread of its own.
  public void see(Supplier<Set<Sighting>> signedIn, Function<RoomId, Optional<RoomState>> rooms) {
    source = new Source(signedIn, rooms);
  }

  /// At most `limit` (to [#MAX_PAGE]) of those of `account`, the newest first, without the first
  /// `from`.
  public Viewing.Page page(AccountId account, int from, int limit) {
    return database.read(session -> ViewingRows.page(session, account, false, from, limit));
  }

  /// As [#page], only those of which `account` has seen 2 to 95 hundredths, of each media the
  /// newest viewing alone.
  public Viewing.Page unfinished(AccountId account, int from, int limit) {
    return database.read(session -> ViewingRows.page(session, account, true, from, limit));
  }

  /// Of each of `refs` that `account` has watched, the newest viewing.
  public Map<MediaRef, Viewing> latest(AccountId account, Collection<? extends MediaRef> refs) {
    return database.read(session -> ViewingRows.latest(session, account, refs));
  }

  /// Forgets one of `account`, if it is one. Whoever still watches it begins anew.
  public void forget(AccountId account, ViewingId viewing) {
    database.change(PLACE, session -> ViewingRows.forget(session, account, viewing));
  }

  /// Forgets all of `account`.
  public void forgetAll(AccountId account) {
    database.change(PLACE, session -> ViewingRows.forgetAll(session, account));
  }

  /// From now on what `account` watches is written down, as at first, or not. What stands there
  /// stays.
  public void keep(AccountId account, boolean isKept) {
    database.change(PLACE, session -> ViewingRows.keep(session, account, isKept));
  }

  /// From now on friends see what `account` watches, or not any more, as at first.
  public void show(AccountId account, boolean isShown) {
    var now = clock.instant();
    database.change(PLACE, session -> ShownViewingRows.show(session, account, isShown, now));
  }

  /// At most `most` uploads that friends of `me` watched in the last [#LATELY] and let be seen, of
  /// each friend each once, the latest first.
  public List<FriendsViewing> ofFriends(AccountId me, int most) {
    var now = clock.instant();
    return database.read(
        session ->
            ShownViewingRows.ofFriends(session, me, now.minus(LATELY), now.minus(NOW), most));
  }

  @Override
  public void forget(Session session, AccountId gone) throws SQLException {
    ShownViewingRows.show(session, gone, false, clock.instant());
    ViewingRows.forgetAll(session, gone);
    ViewingRows.keep(session, gone, true);
  }

  /// One round: looks at what is watched, and writes down what is due.
  synchronized void round() {
    var now = clock.instant();
    var here = look(source, now);
    written.values().removeIf(at -> !now.isBefore(at.plus(AGAIN)));
    write(watched.keySet().stream().filter(it -> !written.containsKey(it.account())).toList(), now);
    leave(
        watched.entrySet().stream()
            .filter(it -> !here.contains(it.getKey()) && !it.getValue().isDue())
            .limit(MOST_AT_ONCE)
            .map(Map.Entry::getKey)
            .toList());
  }

  /// What those watch who are here.
  private Set<Key> look(Source source, Instant now) {
    var here = new HashSet<Key>();
    var sightings = source.signedIn().get().stream().filter(it -> it.room().isPresent()).toList();
    members.keySet().retainAll(Set.copyOf(sightings));
    recognise(sightings.stream().filter(it -> !members.containsKey(it)).toList());
    var rooms = new HashMap<RoomId, Optional<Audience>>();
    for (var sighting : sightings) {
      var room = sighting.room().orElseThrow();
      var audience =
          rooms.computeIfAbsent(room, it -> source.rooms().apply(it).flatMap(Audience::of));
      var member = members.getOrDefault(sighting, Optional.empty());
      if (audience.isPresent() && member.filter(audience.get()::has).isPresent()) {
        var loaded = audience.get().loaded();
        var key = new Key(sighting.account(), room, MediaText.of(loaded.media().ref()));
        here.add(key);
        watched
            .computeIfAbsent(key, _ -> new Watching(loaded.media()))
            .see(loaded, audience.get().without(member.get()), now);
      }
    }
    return here;
  }

  /// Finds out which members they are, of as many as can be asked for at once. Whoever is none here
  /// has the place from another region.
  private void recognise(List<Sighting> strangers) {
    if (strangers.isEmpty()) {
      return;
    }
    var found =
        database.read(
            session -> {
              var known = new HashMap<Sighting, Optional<MemberId>>();
              for (var it : strangers.subList(0, Math.min(MOST_AT_ONCE, strangers.size()))) {
                var room = it.room().orElseThrow();
                known.put(it, ViewingRows.member(session, it.account(), room));
              }
              return known;
            });
    members.putAll(found);
  }

  /// Who sits before what in a room, as far as names are kept.
  private record Audience(RoomState state, Stage.Loaded loaded, List<Member> some) {
    static Optional<Audience> of(RoomState state) {
      return state.stage() instanceof Stage.Loaded loaded
          ? Optional.of(
              new Audience(
                  state,
                  loaded,
                  state.members().stream()
                      .filter(Member::isHere)
                      .limit(Viewing.MOST_COMPANY + 1)
                      .toList()))
          : Optional.empty();
    }

    boolean has(MemberId member) {
      return state.member(member).filter(Member::isHere).isPresent();
    }

    List<String> without(MemberId self) {
      return some.stream().filter(it -> !it.id().equals(self)).map(Member::name).toList();
    }
  }

  /// Writes down what is due of `keys`. What may not be, or has been forgotten, begins anew.
  private void write(List<Key> keys, Instant now) {
    var due =
        keys.stream()
            .filter(key -> watched.get(key) instanceof Watching it && it.isDue())
            .limit(MOST_AT_ONCE)
            .toList();
    if (due.isEmpty()) {
      return;
    }
    var kept = database.write(PLACE, session -> write(session, due));
    for (var key : due) {
      if (kept.contains(key)) {
        watched.computeIfPresent(
            key,
            (_, it) -> {
              it.written();
              return it;
            });
        written.put(key.account(), now);
      } else {
        watched.remove(key);
      }
    }
  }

  /// Those that are written down.
  private Set<Key> write(Session session, List<Key> due) throws SQLException {
    var kept = new HashSet<Key>();
    for (var key : due) {
      if (watched.get(key) instanceof Watching watching
          && (watching.isWritten()
              ? ViewingRows.change(session, key, watching)
              : ViewingRows.add(session, key, watching, fresh(), most))) {
        kept.add(key);
      }
    }
    return kept;
  }

  /// Nobody watches these any more. Where an account was deleted while something was written of it,
  /// that is removed now: whoever is deleted is gone from every room a moment later.
  private void leave(List<Key> keys) {
    var accounts =
        keys.stream()
            .filter(key -> watched.get(key) instanceof Watching it && it.isWritten())
            .map(Key::account)
            .collect(Collectors.toUnmodifiableSet());
    if (!accounts.isEmpty()) {
      database.change(PLACE, session -> ViewingRows.forgetDeleted(session, accounts));
    }
    keys.forEach(watched::remove);
  }

  private ViewingId fresh() {
    return new ViewingId(Opaque.text(Opaque.fresh(chance, ID_BYTES)));
  }

  /// Writes down what is left to be, and sees nothing any more.
  @Override
  public void close() {
    task.finish();
    try {
      write(new ArrayList<>(watched.keySet()), clock.instant());
    } catch (RuntimeException e) {
      LOG.warn("could not write down what people watched last", e);
    }
  }
}
