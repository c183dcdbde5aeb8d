package matinee.server.http;

import java.util.Optional;
import java.util.Set;
import matinee.room.MemberId;
import matinee.server.access.Pass;
import matinee.server.access.Passes;
import matinee.server.accounts.Passport;
import matinee.server.accounts.SessionId;
import matinee.server.journal.RoomId;
import matinee.server.places.Owner;
import matinee.server.places.Places;
import matinee.server.rooms.Rooms;

/// Tells who asks by a pass, and whether it is good now: that of a guest as long as no account has
/// or had the place, any other as long as its account has the place and its session lasts. One that
/// another region gave to who is signed in there is good by itself, for nobody here can ask. Whose
/// member is banned is refused as long as that is so, with whatever pass. Blocks. Methods
/// throw [Refusal].
final class Bearers {
  private final Rooms rooms;
  private final Passes passes;
  private final Places places;
  private final Passport passport;

  Bearers(Rooms rooms, Passes passes, Places places, Passport passport) {
    this.rooms = rooms;
    this.passes = passes;
    this.places = places;
    this.passport = passport;
  }

  /// The member that asks.
  Pass member(Exchange exchange, RoomId room) {
    return good(room, read(room, exchange.pass()));
  }

  /// What `shown` says, which is a member's own pass, good or not.
  Pass read(RoomId room, String shown) {
    var pass = pass(room, shown);
    if (pass.companion().isPresent()) {
      throw new Refusal(Problem.passRefused());
    }
    return pass;
  }

  /// The companion that asks (CD4).
  Pass companion(Exchange exchange, RoomId room) {
    var pass = pass(room, exchange.pass());
    if (pass.companion().isEmpty()) {
      throw new Refusal(Problem.passRefused());
    }
    return good(room, pass);
  }

  /// Lets through whoever may read in `room`: members and their companions.
  void checkReader(Exchange exchange, RoomId room) {
    var _ = reader(exchange, room);
  }

  /// The member that asks, or whose companion does.
  Pass reader(Exchange exchange, RoomId room) {
    return good(room, pass(room, exchange.pass()));
  }

  /// `pass`, which is good.
  Pass good(RoomId room, Pass pass) {
    if (!isGood(room, pass)) {
      throw new Refusal(SIGN_IN_NEEDED);
    }
    checkBan(room, Set.of(pass.member()));
    return pass;
  }

  /// Refuses whoever is, or was, one of `members`, if one of them is banned.
  void checkBan(RoomId room, Set<MemberId> members) {
    if (isAnyBanned(room, members)) {
      throw new Refusal(BANNED);
    }
  }

  private boolean isAnyBanned(RoomId room, Set<MemberId> members) {
    return !members.isEmpty()
        && rooms.state(room).stream()
            .flatMap(state -> state.people().absent().stream())
            .anyMatch(it -> it.banned() && members.contains(it.id()));
  }

  /// Is `shown` a pass for `room`, good or not?
  boolean isPass(RoomId room, String shown) {
    return passes.read(room, shown).isPresent();
  }

  /// The member whose good pass `shown` is, if it is one.
  Optional<MemberId> known(RoomId room, String shown) {
    return passes
        .read(room, shown)
        .filter(it -> it.companion().isEmpty() && isGood(room, it))
        .map(Pass::member)
        .filter(it -> !isAnyBanned(room, Set.of(it)));
  }

  boolean isGood(RoomId room, Pass pass) {
    return switch (places.owner(room, pass.member())) {
      case Owner.Bearer _ -> true;
      case Owner.Account(var id) ->
          pass.session().filter(it -> it.account().equals(id) && isSignedIn(it)).isPresent();
      case Owner.Nobody _ -> false;
    };
  }

  private boolean isSignedIn(SessionId session) {
    return passport.sessions("").isSignedIn(session);
  }

  private Pass pass(RoomId room, String shown) {
    return passes.read(room, shown).orElseThrow(() -> new Refusal(Problem.passRefused()));
  }

  private static final Problem SIGN_IN_NEEDED =
      new Problem(
          403,
          "sign-in-needed",
          "This place in the room belongs to an account.",
          "Sign in to it, or ask for a ticket without a pass to come in as somebody else.");

  private static final Problem BANNED =
      new Problem(
          403,
          "banned",
          "You are banned from this room.",
          "Ask its host or owner to let you back in.");
}
