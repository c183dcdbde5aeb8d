package matinee.server.places;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import matinee.room.MemberId;
import matinee.server.accounts.AccountId;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import org.junit.jupiter.api.Test;

/// What holds of places, in whatever database they are.
abstract class PlacesContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");
  private static final RoomId OTHER_ROOM = new RoomId("another-room-of-ours");
  private static final AccountId ANN = new AccountId("A".repeat(22));
  private static final AccountId BEN = new AccountId("B".repeat(22));
  private static final AccountId CARL = new AccountId("C".repeat(22));
  private static final Trace LAPTOP = Trace.ofBrowser("laptop");
  private static final Trace PHONE = Trace.ofBrowser("phone");
  private static final MemberId GUEST = new MemberId("guest");

  private static final Permit NOT_GIVEN =
      new Permit() {
        @Override
        public long turn(MemberId fresh) {
          return Permit.FREE.turn(fresh);
        }

        @Override
        public boolean isGiven(Session session, MemberId fresh) {
          return false;
        }
      };

  /// Two servers' ways to one database, or one's twice.
  abstract List<Database> databases();

  private static AuditTrail trail(Database database) {
    return new AuditTrail(database, head -> "signed " + head);
  }

  private Places places(int server) {
    var database = databases().get(server);
    return new Places(database, trail(database), () -> NOON);
  }

  private static Places.Arrival arrival(RoomId room, String fresh, Trace browser) {
    return new Places.Arrival(room, new MemberId(fresh), "Name of " + fresh, browser, "192.0.2.1");
  }

  private static Places.Arrival arrival(String fresh) {
    return arrival(ROOM, fresh, LAPTOP);
  }

  private List<String> writtenDown() {
    return trail(databases().getFirst()).after(0).stream()
        .map(Link::entry)
        .map(it -> it.action() + " " + it.details())
        .toList();
  }

  @Test
  void an_account_is_the_same_member_of_a_room_at_any_server_and_another_in_another_room() {
    var first = places(0).of(ANN, arrival("first"), Optional.empty(), Permit.FREE).orElseThrow();

    var again =
        places(1)
            .of(ANN, arrival(ROOM, "second", PHONE), Optional.empty(), Permit.FREE)
            .orElseThrow();
    var elsewhere =
        places(1)
            .of(ANN, arrival(OTHER_ROOM, "third", PHONE), Optional.empty(), Permit.FREE)
            .orElseThrow();

    assertThat(List.of(first, again, elsewhere))
        .containsExactly(new MemberId("first"), new MemberId("first"), new MemberId("third"));
    assertThat(places(0).owner(ROOM, first)).isEqualTo(new Owner.Account(ANN));
    assertThat(writtenDown())
        .containsExactly(
            "place.take {\"before\":\"nobody\",\"member\":\"first\"}",
            "place.take {\"before\":\"nobody\",\"member\":\"third\"}");
  }

  @Test
  void of_twenty_askings_on_two_servers_at_once_an_account_gets_one_place() throws Exception {
    List<Callable<MemberId>> askings = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      var places = places(i % 2);
      var arrival = arrival("m" + i);
      var offered = i % 4 < 2 ? Optional.of(new MemberId("guest" + i)) : Optional.<MemberId>empty();
      askings.add(() -> places.of(ANN, arrival, offered, Permit.FREE).orElseThrow());
    }

    var members = new HashSet<MemberId>();
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (var asking : threads.invokeAll(askings)) {
        members.add(asking.get());
      }
    }

    assertThat(members).hasSize(1);
    assertThat(places(1).page(ANN, 0, 10).total()).isEqualTo(1);
    assertThat(writtenDown()).hasSize(1);
  }

  @Test
  void without_the_permit_nobody_gets_a_new_place_and_who_has_one_keeps_it() {
    var mine = places(0).of(ANN, arrival("ann"), Optional.empty(), Permit.FREE);

    var again = places(1).of(ANN, arrival("again"), Optional.empty(), NOT_GIVEN);
    var offered = places(1).of(BEN, arrival("ben"), Optional.of(GUEST), NOT_GIVEN);
    var fresh = places(1).of(CARL, arrival("carl"), Optional.empty(), NOT_GIVEN);
    boolean isMade = places(1).make(arrival(ROOM, "guest", PHONE), NOT_GIVEN);

    assertThat(again).isEqualTo(mine);
    assertThat(offered).contains(GUEST);
    assertThat(fresh).isEmpty();
    assertThat(isMade).isFalse();
    assertThat(places(0).members(ROOM, Set.of(PHONE, Trace.of(CARL)))).isEmpty();
    assertThat(writtenDown()).hasSize(2);
  }

  @Test
  void a_guest_who_signs_in_keeps_the_place_and_nobody_else_gets_it() {
    places(0).note(arrival("fresh"), GUEST);

    var ann = places(1).of(ANN, arrival("new-ann"), Optional.of(GUEST), Permit.FREE).orElseThrow();
    var ben = places(0).of(BEN, arrival("new-ben"), Optional.of(GUEST), Permit.FREE).orElseThrow();

    assertThat(ann).isEqualTo(GUEST);
    assertThat(ben).isEqualTo(new MemberId("new-ben"));
    assertThat(places(0).owner(ROOM, GUEST)).isEqualTo(new Owner.Account(ANN));
    assertThat(writtenDown().getFirst())
        .isEqualTo("place.take {\"before\":\"guest\",\"member\":\"guest\"}");
  }

  @Test
  void who_has_a_place_already_does_not_get_that_of_a_guest_too() {
    var mine = places(0).of(ANN, arrival("ann"), Optional.empty(), Permit.FREE).orElseThrow();

    var again = places(1).of(ANN, arrival("fresh"), Optional.of(GUEST), Permit.FREE).orElseThrow();

    assertThat(again).isEqualTo(mine);
    assertThat(places(0).owner(ROOM, GUEST)).isEqualTo(new Owner.Bearer());
  }

  @Test
  void whoever_comes_is_known_again_by_the_browser_and_by_the_account() {
    places(0).note(arrival("fresh"), GUEST);
    var ann =
        places(0).of(ANN, arrival(ROOM, "ann", PHONE), Optional.empty(), Permit.FREE).orElseThrow();

    assertThat(places(1).members(ROOM, Set.of(LAPTOP))).containsExactly(GUEST);
    assertThat(places(1).members(ROOM, Set.of(PHONE))).containsExactly(ann);
    assertThat(places(1).members(ROOM, Set.of(LAPTOP, Trace.of(ANN))))
        .containsExactlyInAnyOrder(GUEST, ann);
    assertThat(places(1).members(OTHER_ROOM, Set.of(LAPTOP, Trace.of(ANN)))).isEmpty();
  }

  @Test
  void a_place_that_was_given_up_is_nobodys_and_its_account_is_somebody_new_who_is_known_again() {
    var before = places(0).of(ANN, arrival("before"), Optional.empty(), Permit.FREE).orElseThrow();

    places(1).leave(ANN, ROOM, "192.0.2.1");
    places(1).leave(ANN, ROOM, "192.0.2.1");
    var after = places(0).of(ANN, arrival("after"), Optional.of(before), Permit.FREE).orElseThrow();

    assertThat(after).isEqualTo(new MemberId("after"));
    assertThat(places(0).owner(ROOM, before)).isEqualTo(new Owner.Nobody());
    assertThat(places(0).members(ROOM, Set.of(Trace.of(ANN))))
        .containsExactlyInAnyOrder(before, after);
    assertThat(writtenDown())
        .containsExactly(
            "place.take {\"before\":\"nobody\",\"member\":\"before\"}",
            "place.leave {}",
            "place.take {\"before\":\"nobody\",\"member\":\"after\"}");
  }

  @Test
  void the_places_of_an_account_that_is_deleted_are_nobodys() {
    var ann = places(0).of(ANN, arrival("ann"), Optional.empty(), Permit.FREE).orElseThrow();
    var ben = places(0).of(BEN, arrival("ben"), Optional.empty(), Permit.FREE).orElseThrow();

    boolean isDone =
        databases()
            .getFirst()
            .write(
                session -> {
                  places(0).forget(session, ANN);
                  return true;
                });

    assertThat(isDone).isTrue();
    assertThat(places(1).owner(ROOM, ann)).isEqualTo(new Owner.Nobody());
    assertThat(places(1).owner(ROOM, ben)).isEqualTo(new Owner.Account(BEN));
    assertThat(places(1).page(ANN, 0, 10)).isEqualTo(new Place.Page(List.of(), 0));
  }

  @Test
  void places_are_listed_page_by_page() {
    for (int i = 10; i < 15; i++) {
      var room = new RoomId("room-number-0000" + i);
      var place = places(0).of(ANN, arrival(room, "m" + i, LAPTOP), Optional.empty(), Permit.FREE);
      assertThat(place).isPresent();
    }

    var page = places(1).page(ANN, 2, 2);

    assertThat(page).isEqualTo(new Place.Page(List.of(place(12), place(13)), 5));
    assertThat(places(1).all(ANN)).hasSize(5);
  }

  private static Place place(int number) {
    return new Place(
        new RoomId("room-number-0000" + number),
        new MemberId("m" + number),
        "Name of m" + number,
        NOON,
        false);
  }
}
