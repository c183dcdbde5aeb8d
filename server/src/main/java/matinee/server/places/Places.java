package matinee.server.places;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import matinee.room.MemberId;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Belongings;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// The places of people in rooms, as all servers of a database know them: an account has at most
/// one in each room. Blocks. Safe for use by any thread.
///
/// What accounts come to have, and give up, is written down in the audit trail, at whose head
/// servers wait for one another: so two that give one account a place in a room at once come to the
/// same one.
public final class Places implements Belongings {
  /// Of how many members it is asked at once at most whose their places are.
  public static final int MOST_ASKED = 50;

  private final PlaceRows rows;
  private final AuditTrail trail;
  private final InstantSource clock;

  /// `clock` agrees with that of the other servers to a second or so.
  public Places(Database database, AuditTrail trail, InstantSource clock) {
    rows = new PlaceRows(database);
    this.trail = trail;
    this.clock = clock;
  }

  /// Somebody who comes to `room` from the network address `origin`, wants to be called `name`, and
  /// is known again by `browser`. Who has no place there yet becomes `fresh`.
  public record Arrival(RoomId room, MemberId fresh, String name, Trace browser, String origin) {}

  /// To whom the place of `member` in `room` belongs.
  public Owner owner(RoomId room, MemberId member) {
    return rows.owner(room, member);
  }

  /// Whose the places of `members` (to [#MOST_ASKED]) in `room` are; those of guests, and what
  /// nobody has, left out.
  public Map<MemberId, AccountId> accounts(RoomId room, List<MemberId> members) {
    return rows.accounts(room, members);
  }

  /// The members of `room` that were come in as with one of `traces`.
  public Set<MemberId> members(RoomId room, Set<Trace> traces) {
    var members = new HashSet<MemberId>();
    traces.forEach(trace -> members.addAll(rows.members(room, trace)));
    return members;
  }

  /// Whoever arrives is `member` of the room, as a guest, and will be known again by the browser.
  public void note(Arrival arrival, MemberId member) {
    if (!rows.members(arrival.room(), arrival.browser()).contains(member)) {
      rows.note(arrival, member, clock.instant());
    }
  }

  /// Whoever arrives becomes the fresh member of the room, as a guest, and will be known again by
  /// the browser, if `permit` is given; whether it is.
  public boolean make(Arrival arrival, Permit permit) {
    return rows.make(arrival, permit, clock.instant());
  }

  /// Which member `account` would be in the room where it arrives, as [#of]; changes nothing.
  public MemberId prospect(AccountId account, Arrival arrival, Optional<MemberId> offered) {
    return rows.of(account, arrival.room())
        .or(() -> offered.filter(it -> isGuests(arrival.room(), it)))
        .orElse(arrival.fresh());
  }

  /// Which member `account` is in the room where it arrives: the same from any browser and at any
  /// server. If it is none yet it becomes `offered`, provided that this place is a guest's, and
  /// else a new one, if `permit` is given; none if it is not.
  public Optional<MemberId> of(
      AccountId account, Arrival arrival, Optional<MemberId> offered, Permit permit) {
    var known = rows.of(account, arrival.room());
    while (known.isEmpty()) {
      var guests = offered.filter(it -> isGuests(arrival.room(), it));
      boolean isTaken = take(account, arrival, guests, permit);
      known = rows.of(account, arrival.room());
      if (known.isEmpty() && !isTaken && guests.isEmpty()) {
        return Optional.empty();
      }
    }
    known.ifPresent(member -> note(arrival, member));
    return known;
  }

  private boolean isGuests(RoomId room, MemberId member) {
    return switch (owner(room, member)) {
      case Owner.Bearer _ -> true;
      case Owner.Account _, Owner.Nobody _ -> false;
    };
  }

  private boolean take(
      AccountId account, Arrival arrival, Optional<MemberId> offered, Permit permit) {
    var now = clock.instant();
    var member = offered.orElse(arrival.fresh());
    var taking = new PlaceRows.Taking(member, offered.isPresent() ? Permit.FREE : permit);
    var details =
        Map.of("member", member.value(), "before", offered.map(_ -> "guest").orElse("nobody"));
    var entry =
        Entry.of(
            now, account.value(), "place.take", arrival.room().value(), arrival.origin(), details);
    return trail.record(entry, session -> PlaceRows.take(session, account, arrival, taking, now));
  }

  /// The places of `account` but the `from` newest, at most `limit`, the newest first.
  public Place.Page page(AccountId account, int from, int limit) {
    return rows.page(account, from, limit);
  }

  /// All places of `account`, the newest first.
  public List<Place> all(AccountId account) {
    return rows.page(account, 0, Integer.MAX_VALUE).places();
  }

  /// Whether friends may see that `account` is in `room`, which they may not at first; empty if it
  /// has no place there.
  public Optional<Boolean> isShown(AccountId account, RoomId room) {
    return rows.isShown(account, room);
  }

  /// From now on friends of `account` may see that it is in `room`, or not; whether it has a place
  /// there.
  public boolean show(AccountId account, RoomId room, boolean isShown) {
    return rows.show(account, room, isShown);
  }

  /// `account` gives up its place in `room`, if it has one, for good: nobody has it any more, and
  /// whoever comes with the account is somebody new. It is asked for from the network address
  /// `origin`.
  public void leave(AccountId account, RoomId room, String origin) {
    var entry =
        Entry.of(clock.instant(), account.value(), "place.leave", room.value(), origin, Map.of());
    var _ = trail.record(entry, session -> PlaceRows.leave(session, account, room));
  }

  /// Its places are nobody's any more; what rooms know of them stays there.
  @Override
  public void forget(Session session, AccountId gone) throws SQLException {
    PlaceRows.forget(session, gone);
  }
}
