package matinee.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import matinee.room.MemberId;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.DeviceId;
import matinee.server.accounts.SessionId;
import matinee.server.journal.RoomId;
import matinee.server.rooms.Entrant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Tickets and links for companions, given out by one server and shown to another with the same
/// secret.
@Tag("EN1")
final class TicketsTest {
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");
  private static final RoomId OTHER_ROOM = new RoomId("another-room-of-ours");
  private static final MemberId ANN = new MemberId("ann");
  private static final Admission ON_SCREEN =
      new Admission(ROOM, new Entrant.OnScreen(ANN, "Änn 🎬"), "2001:db8::1");
  private static final Admission ON_COMPANION =
      new Admission(ROOM, new Entrant.OnCompanion(ANN, "phone"), "10.0.0.1");

  private static final SessionId SESSION =
      new SessionId(new AccountId("A".repeat(22)), new DeviceId("D".repeat(22)));
  private static final Pass PASS = Pass.of(ANN, SESSION);

  private final SecureRandom chance = new SecureRandom();
  private final Spent spent = new MemorySpent();
  private final Secret secret = Secret.random(chance);
  private Instant now = Instant.ofEpochMilli(1_700_000_000_000L);
  private final Credentials here = server(secret);
  private final Credentials there = server(secret);

  private Credentials server(Secret its) {
    return Credentials.of(its, spent, () -> now, chance, new Crowd(1, () -> 1));
  }

  private static Optional<Admission> shown(Credentials server, String ticket) {
    return server.tickets().redeem(ticket).toCompletableFuture().join();
  }

  private static Optional<Pass> shown(Credentials server, RoomId room, String token) {
    return server.links().redeem(room, token).toCompletableFuture().join();
  }

  @Test
  void a_ticket_of_one_server_opens_one_connection_at_any() {
    var ticket = here.tickets().issue(ON_SCREEN);
    var phone = here.tickets().issue(ON_COMPANION);

    assertThat(shown(there, ticket)).contains(ON_SCREEN);
    assertThat(shown(here, ticket)).isEmpty();
    assertThat(shown(there, ticket)).isEmpty();
    assertThat(shown(here, phone)).contains(ON_COMPANION);
  }

  @Test
  void a_ticket_is_good_for_30_seconds() {
    var early = here.tickets().issue(ON_SCREEN);
    var late = here.tickets().issue(ON_SCREEN);

    now = now.plusMillis(29_999);
    var inTime = shown(there, early);
    now = now.plusMillis(1);

    assertThat(inTime).contains(ON_SCREEN);
    assertThat(shown(there, late)).isEmpty();
  }

  @Test
  void what_a_server_with_another_secret_made_is_worth_nothing() {
    var ticket = server(Secret.random(chance)).tickets().issue(ON_SCREEN);

    assertThat(shown(here, ticket)).isEmpty();
  }

  @Test
  void a_ticket_that_was_changed_anywhere_or_cut_is_refused_and_the_true_one_stays_good() {
    var ticket = here.tickets().issue(ON_SCREEN);
    var bytes = Base64.getUrlDecoder().decode(ticket);

    for (int i = 0; i < bytes.length; i++) {
      var changed = bytes.clone();
      changed[i] ^= 1;
      assertThat(shown(here, Base64.getUrlEncoder().encodeToString(changed))).isEmpty();
      assertThat(shown(here, ticket.substring(0, i))).isEmpty();
    }
    assertThat(shown(here, "")).isEmpty();
    assertThat(shown(here, "no ticket at all")).isEmpty();
    assertThat(shown(here, ticket)).contains(ON_SCREEN);
  }

  @Test
  void the_same_ticket_written_another_way_is_not_good_again() {
    var ticket = here.tickets().issue(ON_SCREEN);

    var first = shown(here, ticket);

    assertThat(first).contains(ON_SCREEN);
    assertThat(shown(here, ticket + "=".repeat(Math.floorMod(-ticket.length(), 4)))).isEmpty();
  }

  @Test
  void a_ticket_tells_nothing_to_whoever_reads_it_and_fits_an_address() {
    var longest =
        new Admission(
            new RoomId("r".repeat(64)),
            new Entrant.OnScreen(new MemberId("m".repeat(64)), "ﷺ".repeat(40)),
            "0000:0000:0000:0000:0000:ffff:255.255.255.255",
            Optional.of(SESSION));

    var ticket = here.tickets().issue(longest);

    assertThat(ticket).hasSizeLessThan(700).matches("[A-Za-z0-9_-]+");
    assertThat(new String(Base64.getUrlDecoder().decode(ticket), StandardCharsets.ISO_8859_1))
        .doesNotContain("rrrr", "mmmm", "255");
    assertThat(shown(there, ticket)).contains(longest);
  }

  @Test
  @Tag("CD4")
  void a_link_of_one_server_makes_one_companion_at_any_and_is_no_ticket() {
    var token = here.links().issue(ROOM, PASS);
    var other = here.links().issue(ROOM, PASS);

    var made = shown(there, ROOM, token);

    assertThat(made).map(Pass::member).contains(ANN);
    assertThat(made).flatMap(Pass::session).contains(SESSION);
    assertThat(made).flatMap(Pass::companion).isPresent();
    assertThat(shown(here, ROOM, token)).isEmpty();
    assertThat(shown(here, OTHER_ROOM, other)).isEmpty();
    assertThat(shown(here, here.links().issue(ROOM, PASS))).isEmpty();
    assertThat(shown(here, ROOM, here.tickets().issue(ON_SCREEN))).isEmpty();
  }
}
