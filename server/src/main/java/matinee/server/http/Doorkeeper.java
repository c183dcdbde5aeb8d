package matinee.server.http;

import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import matinee.room.MemberId;
import matinee.server.access.Pass;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.SessionId;
import matinee.server.journal.RoomId;
import matinee.server.places.Permit;
import matinee.server.places.Places;
import matinee.server.places.Trace;

/// Decides as which member of a room somebody comes in who asks for a ticket: by the account, by
/// the pass, or as somebody new. Blocks. Methods throw [Refusal].
///
/// Whose browser or account had a place there whose member is banned now does not come in as
/// somebody else. Whoever keeps neither cookies nor an account is new each time: of them nothing
/// can be known.
final class Doorkeeper {
  private static final int MEMBER_BYTES = 16;

  private final Places places;
  private final Bearers bearers;
  private final Callers callers;
  private final Cookies cookies;
  private final RandomGenerator chance;

  /// `chance` is a cryptographic source.
  Doorkeeper(
      Places places, Bearers bearers, Callers callers, Cookies cookies, RandomGenerator chance) {
    this.places = places;
    this.bearers = bearers;
    this.callers = callers;
    this.cookies = cookies;
    this.chance = chance;
  }

  /// What somebody shows and wants who would come in, has typed as the room's password, and the
  /// token of the invitation by which they come.
  record Wanted(
      String name, Optional<String> pass, Optional<String> password, Optional<String> invitation) {}

  /// Whoever asks, as they are recognised: by the session, by a pass, or not at all; `place` is the
  /// one that they have, or would get with the account. `browser` is the key of the browser, which
  /// has kept it if `isKept`.
  record Comer(
      Places.Arrival arrival,
      Optional<SessionId> session,
      Optional<Pass> place,
      String browser,
      boolean isKept) {

    /// Who that will be; unless the same account becomes somebody else there at this moment.
    MemberId member() {
      return place.map(Pass::member).orElse(arrival.fresh());
    }

    /// Is it somebody whom the door has let in before?
    boolean isBack() {
      return !member().equals(arrival.fresh());
    }
  }

  /// Whoever asks comes in by this pass, and the browser is to keep these cookies.
  record Entry(Pass pass, List<String> cookies) {}

  /// Recognises whoever asks in `exchange` for `room`, which exists; changes nothing.
  Comer see(Exchange exchange, RoomId room, Wanted wanted) {
    var shown = wanted.pass().map(text -> bearers.read(room, text));
    var session =
        exchange
            .bearer()
            .filter(it -> !bearers.isPass(room, it)) // some show it with whatever they ask
            .map(_ -> callers.of(exchange).session());
    var kept = cookies.browser(exchange.context().request());
    var browser = kept.orElseGet(() -> Cookies.freshBrowser(chance));
    var arrival =
        new Places.Arrival(
            room, newMember(), wanted.name(), Trace.ofBrowser(browser), callers.origin(exchange));
    var account = session.or(() -> shown.flatMap(Pass::session)).map(SessionId::account);
    checkBan(arrival, account, shown.map(Pass::member));
    var place =
        session
            .map(it -> places.prospect(it.account(), arrival, shown.map(Pass::member)))
            .map(Pass::of)
            .or(() -> shown.map(it -> bearers.good(room, it)));
    return new Comer(arrival, session, place, browser, kept.isPresent());
  }

  /// Gives whoever was seen in `exchange` the place: a new one if `permit` is given for it, and
  /// nothing if it is not.
  Optional<Entry> admit(Exchange exchange, Comer comer, Permit permit) {
    var request = exchange.context().request();
    var cookie =
        comer.isKept() ? List.<String>of() : List.of(cookies.keepBrowser(request, comer.browser()));
    return comer
        .session()
        .map(it -> asAccount(it, comer, permit))
        .orElseGet(() -> asGuest(comer, permit))
        .map(pass -> new Entry(pass, cookie));
  }

  private Optional<Pass> asAccount(SessionId session, Comer comer, Permit permit) {
    var arrival = comer.arrival();
    var offered = comer.isBack() ? Optional.of(comer.member()) : Optional.<MemberId>empty();
    return places
        .of(session.account(), arrival, offered, permit)
        .map(member -> Pass.of(member, session));
  }

  /// The browser of somebody who is known by a pass and keeps no cookies is not noted: it would be
  /// another one each time.
  private Optional<Pass> asGuest(Comer comer, Permit permit) {
    var arrival = comer.arrival();
    if (comer.place().isEmpty()) {
      return places.make(arrival, permit)
          ? Optional.of(Pass.of(arrival.fresh()))
          : Optional.empty();
    }
    if (comer.isKept()) {
      places.note(arrival, comer.member());
    }
    return comer.place();
  }

  private void checkBan(
      Places.Arrival arrival, Optional<AccountId> account, Optional<MemberId> shown) {
    var traces =
        Stream.concat(Stream.of(arrival.browser()), account.stream().map(Trace::of))
            .collect(Collectors.toUnmodifiableSet());
    var others =
        places.members(arrival.room(), traces).stream()
            .filter(Predicate.not(it -> shown.filter(it::equals).isPresent()))
            .collect(Collectors.toUnmodifiableSet());
    bearers.checkBan(arrival.room(), others);
  }

  private MemberId newMember() {
    var bytes = new byte[MEMBER_BYTES];
    chance.nextBytes(bytes);
    return new MemberId(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }
}
