package matinee.server.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import matinee.server.mail.LetterRows.New;
import matinee.server.mail.Queued.Bound;
import matinee.server.mail.Queued.Refused;
import matinee.server.mail.Queued.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds of letters that nobody has to get, wherever their queue is kept.
abstract class LetterStopContract extends TwoWaysContract {
  private static final Instant THEN = Instant.parse("2026-03-01T09:00:00Z");
  private static final URI LINK = URI.create("https://films.example.org/r/1#invitation=1");

  private GreenMail greenMail;
  private Instant now = THEN;

  LetterStopContract(TwoWays ways) {
    super(ways);
  }

  @BeforeEach
  void start() {
    greenMail = TestMail.greenMail("smtp");
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  private static Letter invitationTo(String address) {
    return Letters.invitation(
        new Address(address),
        Language.EN,
        new Letters.Asking("Bob", "", "", LINK, LINK),
        new Stop("digest of " + address, URI.create("https://films.example.org/stop/1")));
  }

  private Queued add(String id, Letter letter, String sender) {
    return new LetterRows(databases().getFirst()).add(new New(id, letter, sender), now);
  }

  private void stop(String address) {
    databases()
        .getLast()
        .write(
            session -> {
              StopRows.stop(session, "digest of " + address, now);
              return true;
            });
  }

  private void send() {
    var smtp = new Smtp(TestMail.plain(greenMail.getSmtp().getPort()));
    new Sending(new LetterRows(databases().getLast()), smtp, () -> now, new MailTally()).round();
  }

  private Optional<Fate> fate(String id) {
    return databases().getLast().read(session -> LetterRows.fate(session, id));
  }

  @Test
  @Tag("W-16")
  void who_wants_no_more_invitations_gets_none_whether_they_wait_or_are_queued_elsewhere() {
    add("waits", invitationTo("ann@example.org"), "");
    add("other", invitationTo("ben@example.org"), "");

    stop("ann@example.org");
    stop("ann@example.org");

    assertThat(add("late", invitationTo("ann@example.org"), ""))
        .isEqualTo(new Refused(Bound.STOPPED));
    var ofAccount = Letters.passwordReset(new Address("ann@example.org"), Language.EN, "Ann", LINK);
    assertThat(add("account", ofAccount, "")).isEqualTo(new Waiting("account"));
    assertThat(fate("other")).contains(Fate.WAITING);
    send();
    assertThat(List.of("waits", "other", "account", "late"))
        .extracting(this::fate)
        .containsExactly(
            Optional.of(Fate.FAILED),
            Optional.of(Fate.SENT),
            Optional.of(Fate.SENT),
            Optional.empty());
    assertThat(TestMail.headers(greenMail, "List-Unsubscribe"))
        .containsExactlyInAnyOrder("<https://films.example.org/stop/1>", "null");
  }

  @Test
  @Tag("W-16")
  void a_sender_hears_when_so_many_letters_may_go() {
    for (int i = 0; i < 45; i++) {
      now = THEN.plusSeconds(i);
      add("letter-" + i, invitationTo(i + "@example.org"), "bob");
    }

    assertThat(pause("bob", 5)).isEmpty();
    assertThat(pause("bob", 6)).contains(Duration.ofHours(1).minusSeconds(44));
    assertThat(pause("bob", 50)).contains(Duration.ofHours(1));
    assertThat(pause("eve", 50)).isEmpty();
  }

  private Optional<Duration> pause(String sender, int letters) {
    return databases().getLast().read(session -> LetterRows.pause(session, sender, letters, now));
  }
}
