package matinee.server.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import matinee.room.MemberId;
import matinee.room.Standing;
import matinee.server.accounts.AccountId;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.invitations.Invitation.State;
import matinee.server.journal.RoomId;
import matinee.server.places.Places;
import matinee.server.places.Trace;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds of invitations, in whatever database they are.
abstract class InvitationsContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");
  private static final RoomId OTHER_ROOM = new RoomId("another-room-of-ours");
  private static final MemberId ANN = new MemberId("ann");
  private static final Offer FOR_ALL =
      new Offer("", Standing.MEMBER, Optional.empty(), Optional.empty());

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);

  /// Two servers' ways to one database, or one's twice.
  abstract List<Database> databases();

  private static AuditTrail trail(Database database) {
    return new AuditTrail(database, head -> "signed " + head);
  }

  private Invitations invitations(int server) {
    var database = databases().get(server);
    return new Invitations(database, trail(database), now::get, new SecureRandom());
  }

  private Places places(int server) {
    var database = databases().get(server);
    return new Places(database, trail(database), now::get);
  }

  private static Invitations.Host host() {
    return new Invitations.Host(ROOM, ANN, "guest ann", "192.0.2.1");
  }

  private static Offer uses(int uses) {
    return new Offer("", Standing.GUEST, Optional.of(uses), Optional.empty());
  }

  private Made made(Offer offer) {
    return invitations(0).make(host(), offer).orElseThrow();
  }

  private static Places.Arrival arrival(String fresh) {
    return new Places.Arrival(
        ROOM, new MemberId(fresh), fresh, Trace.ofBrowser(fresh), "192.0.2.1");
  }

  private boolean comesIn(int server, Made made, String fresh) {
    var invitations = invitations(server);
    return invitations
        .shown(ROOM, made.token())
        .filter(it -> places(server).make(arrival(fresh), invitations.permit(ROOM, it)))
        .isPresent();
  }

  private State state(int server, Made made) {
    var invitations = invitations(server);
    return invitations.state(invitations.shown(ROOM, made.token()).orElseThrow());
  }

  private List<String> writtenDown() {
    return trail(databases().getFirst()).after(0).stream()
        .map(Link::entry)
        .map(it -> it.actor() + " " + it.action() + " " + it.target())
        .toList();
  }

  @Test
  void what_one_server_makes_is_shown_at_another_in_its_room_only() {
    var offer =
        new Offer(
            " Film night ", Standing.WATCHER, Optional.of(3), Optional.of(Duration.ofDays(7)));

    var made = made(offer);

    var expected =
        new Invitation(
            made.invitation().id(),
            offer,
            ANN,
            NOON,
            Invitation.Course.BEGINNING,
            Optional.empty());
    assertThat(made.invitation()).isEqualTo(expected);
    assertThat(made.invitation().offer().label()).isEqualTo("Film night");
    assertThat(invitations(1).shown(ROOM, made.token())).contains(expected);
    assertThat(invitations(1).page(ROOM, 0, 10))
        .isEqualTo(new Invitation.Page(List.of(expected), 1));
    assertThat(invitations(1).shown(OTHER_ROOM, made.token())).isEmpty();
    assertThat(invitations(1).shown(ROOM, made.invitation().id())).isEmpty();
    assertThat(made.toString()).doesNotContain(made.token());
  }

  @Test
  @Tag("A-10")
  void of_a_hundred_who_ask_at_two_servers_at_once_the_last_use_lets_one_in() throws Exception {
    var made = made(uses(2));
    assertThat(comesIn(0, made, "first")).isTrue();
    List<Callable<Boolean>> askings = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      int number = i;
      askings.add(
          number % 4 < 2
              ? () -> comesIn(number % 2, made, "guest" + number)
              : () -> comesInAsAccount(number % 2, made, "account" + number));
    }
    Collections.shuffle(askings, new SecureRandom());

    int let = 0;
    try (var threads = Executors.newFixedThreadPool(50)) {
      for (var asking : threads.invokeAll(askings)) {
        let += asking.get() ? 1 : 0;
      }
    }

    assertThat(let).isEqualTo(1);
    assertThat(state(1, made)).isEqualTo(State.USED_UP);
    assertThat(invitations(0).shown(ROOM, made.token()).orElseThrow().course().used()).isEqualTo(2);
  }

  private boolean comesInAsAccount(int server, Made made, String fresh) {
    var invitations = invitations(server);
    var account = new AccountId((fresh + "A".repeat(22)).substring(0, 22));
    return invitations
        .shown(ROOM, made.token())
        .flatMap(
            it ->
                places(server)
                    .of(account, arrival(fresh), Optional.empty(), invitations.permit(ROOM, it)))
        .isPresent();
  }

  @Test
  @Tag("A-10")
  void who_has_a_place_already_uses_up_nothing() {
    var made = made(uses(1));
    assertThat(comesInAsAccount(0, made, "ben")).isTrue();

    boolean again = comesInAsAccount(1, made, "ben");
    boolean other = comesInAsAccount(1, made, "eve");

    assertThat(List.of(again, other)).containsExactly(true, false);
    assertThat(invitations(0).shown(ROOM, made.token()).orElseThrow().course().used()).isEqualTo(1);
  }

  @Test
  void a_place_is_remembered_as_what_it_was_given() {
    var made = made(uses(1));
    comesIn(0, made, "ben");
    comesIn(0, made, "eve");

    assertThat(invitations(1).standing(ROOM, new MemberId("ben"))).contains(Standing.GUEST);
    assertThat(invitations(1).standing(ROOM, new MemberId("eve"))).isEmpty();
    assertThat(invitations(1).standing(OTHER_ROOM, new MemberId("ben"))).isEmpty();
    assertThat(places(1).members(ROOM, Set.of(Trace.ofBrowser("eve")))).isEmpty();
  }

  @Test
  void what_is_taken_back_at_one_server_lets_nobody_in_at_another() {
    var made = made(FOR_ALL);
    var seen = invitations(1).shown(ROOM, made.token()).orElseThrow();

    boolean isThere = invitations(0).revoke(host(), made.invitation().id());
    boolean isThereStill = invitations(1).revoke(host(), made.invitation().id());

    var let = places(1).make(arrival("ben"), invitations(1).permit(ROOM, seen));
    assertThat(List.of(isThere, isThereStill)).containsExactly(true, true);
    assertThat(let).isFalse();
    assertThat(state(1, made)).isEqualTo(State.REVOKED);
    assertThat(writtenDown())
        .containsExactly(
            "guest ann invitation.make a-room-of-our-own",
            "guest ann invitation.revoke a-room-of-our-own");
  }

  @Test
  void nobody_takes_back_what_is_another_rooms() {
    var made = made(FOR_ALL);
    var elsewhere = new Invitations.Host(OTHER_ROOM, ANN, "guest ann", "192.0.2.1");

    boolean isThere = invitations(1).revoke(elsewhere, made.invitation().id());

    assertThat(isThere).isFalse();
    assertThat(state(0, made)).isEqualTo(State.OPEN);
  }

  @Test
  void what_is_over_lets_nobody_in() {
    var made =
        made(new Offer("", Standing.MEMBER, Optional.empty(), Optional.of(Duration.ofHours(1))));
    assertThat(comesIn(0, made, "ben")).isTrue();

    now.set(NOON.plus(Duration.ofHours(1)));

    assertThat(comesIn(1, made, "eve")).isFalse();
    assertThat(state(1, made)).isEqualTo(State.EXPIRED);
  }

  @Test
  void a_room_has_a_hundred_open_ones_however_many_are_asked_for_at_once() throws Exception {
    List<Callable<Boolean>> askings = new ArrayList<>();
    for (int i = 0; i < 120; i++) {
      var invitations = invitations(i % 2);
      askings.add(() -> invitations.make(host(), uses(1)).isPresent());
    }

    int made = 0;
    try (var threads = Executors.newFixedThreadPool(20)) {
      for (var asking : threads.invokeAll(askings)) {
        made += asking.get() ? 1 : 0;
      }
    }

    assertThat(made).isEqualTo(Invitations.MAX_OPEN);
    assertThat(invitations(0).page(ROOM, 0, 1).total()).isEqualTo(Invitations.MAX_OPEN);
    assertThat(invitations(1).make(host(), FOR_ALL)).isEmpty();
    invitations(1).revoke(host(), invitations(0).page(ROOM, 0, 1).invitations().getFirst().id());
    assertThat(invitations(0).make(host(), FOR_ALL)).isPresent();
  }

  @Test
  void of_those_that_are_over_the_newest_are_kept() {
    var tokens = new HashSet<String>();
    for (int i = 0; i < InvitationRows.KEPT + 5; i++) {
      now.set(NOON.plusSeconds(i));
      var made = made(FOR_ALL);
      tokens.add(made.token());
      invitations(0).revoke(host(), made.invitation().id());
    }

    now.set(NOON.plus(Duration.ofHours(1)));
    var open = made(FOR_ALL);

    var page = invitations(1).page(ROOM, 0, 1);
    assertThat(page)
        .isEqualTo(new Invitation.Page(List.of(open.invitation()), InvitationRows.KEPT + 1));
    assertThat(tokens).hasSize(InvitationRows.KEPT + 5);
  }

  /// Takes letters until `room` is used up, and numbers them.
  private static final class Letterbox implements Post {
    private final int room;
    private final List<String> carried = new ArrayList<>();

    Letterbox(int room) {
      this.room = room;
    }

    @Override
    public boolean takes(Session session, int letters) {
      return letters <= room;
    }

    @Override
    public Optional<String> send(Session session, Made made) {
      carried.add(made.token());
      return Optional.of("letter " + carried.size());
    }
  }

  private static Sent to(String address) {
    return new Sent(address, " Bring popcorn ", "ru", Optional.empty());
  }

  private Made sent(Post post) {
    return invitations(0)
        .send(host(), uses(1), List.of(to("ben@example.org")), post)
        .orElseThrow()
        .getFirst();
  }

  @Test
  void who_is_invited_by_letter_has_an_invitation_of_their_own_that_every_server_knows() {
    var post = new Letterbox(2);
    var all =
        invitations(0)
            .send(host(), uses(1), List.of(to("ben@example.org"), to("eve@example.org")), post)
            .orElseThrow();

    assertThat(post.carried).containsExactly(all.getFirst().token(), all.getLast().token());
    assertThat(comesIn(1, all.getFirst(), "ben")).isTrue();
    var seen = invitations(1).one(ROOM, all.getFirst().invitation().id()).orElseThrow();
    assertThat(seen.sent())
        .contains(new Sent("ben@example.org", "Bring popcorn", "ru", Optional.of("letter 1")));
    assertThat(seen.course().guest()).contains("ben");
    assertThat(List.of(state(1, all.getFirst()), state(1, all.getLast())))
        .containsExactly(State.USED_UP, State.OPEN);
    assertThat(writtenDown()).containsExactly("guest ann invitation.send a-room-of-our-own");
  }

  @Test
  void who_invites_more_than_are_carried_or_than_the_room_may_have_invites_nobody() {
    var many =
        IntStream.range(0, Invitations.MAX_OPEN + 1).mapToObj(i -> to(i + "@example.org")).toList();

    var tooManyLetters = invitations(0).send(host(), uses(1), many.subList(0, 3), new Letterbox(2));
    var tooManyOpen = invitations(1).send(host(), uses(1), many, Post.NONE);

    assertThat(tooManyLetters).isEmpty();
    assertThat(tooManyOpen).isEmpty();
    assertThat(invitations(0).page(ROOM, 0, 1).total()).isZero();
    assertThat(writtenDown()).isEmpty();
  }

  @Test
  void one_that_is_declined_at_one_server_lets_nobody_in_at_another_until_it_is_sent_again() {
    var made = sent(Post.NONE);
    var invitation = invitations(1).shown(ROOM, made.token()).orElseThrow();

    boolean isDeclined = invitations(1).decline(ROOM, invitation, "192.0.2.9");
    boolean isDeclinedAgain = invitations(0).decline(ROOM, invitation, "192.0.2.9");

    assertThat(List.of(isDeclined, isDeclinedAgain)).containsExactly(true, false);
    assertThat(state(0, made)).isEqualTo(State.DECLINED);
    assertThat(comesIn(0, made, "ben")).isFalse();
    now.set(NOON.plus(Duration.ofDays(1)));
    var declined = invitations(0).one(ROOM, made.invitation().id()).orElseThrow();
    var post = new Letterbox(1);
    var again = invitations(0).sendAgain(host(), declined, post).orElseThrow();
    assertThat(post.carried).containsExactly(again.token());
    assertThat(invitations(1).shown(ROOM, made.token())).isEmpty();
    assertThat(again.invitation().created()).isEqualTo(now.get());
    assertThat(comesIn(1, again, "ben")).isTrue();
    assertThat(writtenDown())
        .contains("invited " + invitation.id() + " invitation.decline a-room-of-our-own");
  }

  @Test
  void one_by_which_somebody_came_is_not_sent_again() {
    var made = sent(Post.NONE);
    comesIn(1, made, "ben");

    var post = new Letterbox(1);
    assertThat(invitations(0).sendAgain(host(), made.invitation(), post)).isEmpty();
    assertThat(post.carried).isEmpty();
  }

  @Test
  void words_that_are_no_line_are_not_sent() {
    for (var note : List.of("two\nlines", "two\rlines", "a\u2028b", "a\0", "x".repeat(301))) {
      assertThatThrownBy(() -> new Sent("ben@example.org", note, "en", Optional.empty()))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void what_cannot_be_offered_is_refused() {
    assertThatThrownBy(
            () -> new Offer("two\nlines", Standing.GUEST, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new Offer("x".repeat(81), Standing.GUEST, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Offer("", Standing.OWNER, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
    for (int uses : List.of(0, 1_001)) {
      assertThatThrownBy(() -> uses(uses)).isInstanceOf(IllegalArgumentException.class);
    }
    for (var lasts : List.of(Duration.ZERO, Duration.ofDays(366))) {
      assertThatThrownBy(() -> new Offer("", Standing.GUEST, Optional.empty(), Optional.of(lasts)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }
}
