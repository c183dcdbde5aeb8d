package matinee.server.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import java.net.URI;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import matinee.server.mail.LetterRows.Claimed;
import matinee.server.mail.LetterRows.New;
import matinee.server.mail.Queued.Bound;
import matinee.server.mail.Queued.Refused;
import matinee.server.mail.Queued.Waiting;
import matinee.server.sql.DatabaseFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What holds of the queue of letters, wherever it is kept.
abstract class LetterQueueContract extends TwoWaysContract {
  private static final Instant THEN = Instant.parse("2026-03-01T09:00:00Z");
  private static final Letter LETTER = letterTo("ann@example.org");
  private static final String NOBODY = "";
  private static final Duration AGES = Duration.ofSeconds(60);

  private final MailTally tally = new MailTally();

  private GreenMail greenMail;
  private LetterRows rows;
  private LetterRows elsewhere;
  private Instant now = THEN;

  LetterQueueContract(TwoWays ways) {
    super(ways);
  }

  @BeforeEach
  void share() {
    greenMail = TestMail.greenMail("smtp");
    rows = new LetterRows(databases().getFirst());
    elsewhere = new LetterRows(databases().getLast());
  }

  @AfterEach
  void stop() {
    greenMail.stop();
  }

  private int port() {
    return greenMail.getSmtp().getPort();
  }

  private static Letter letterTo(String address) {
    return Letters.confirmation(
        new Address(address), Language.RU, "Аня", URI.create("https://films.example.org/c/1"));
  }

  private Queued add(String id, Letter letter, String sender) {
    return rows.add(new New(id, letter, sender), now);
  }

  private void addMany(int count) {
    for (int i = 0; i < count; i++) {
      add("letter-" + i, letterTo("person-" + i + "@example.org"), NOBODY);
    }
  }

  private Sending sending(LetterRows its, int port) {
    return new Sending(its, new Smtp(TestMail.plain(port)), () -> now, tally);
  }

  private String state(String id) {
    return databases()
        .getFirst()
        .read(
            session -> {
              var select =
                  session.statement(
                      "select state, tries, server_said, subject, plain, html from mail_letter where"
                          + " id = ?");
              select.setString(1, id);
              try (var row = select.executeQuery()) {
                return row.next()
                    ? "%s %d '%s' %s"
                        .formatted(
                            row.getString(1),
                            row.getInt(2),
                            row.getString(3),
                            (row.getString(4) + row.getString(5) + row.getString(6)).isEmpty()
                                ? "forgotten"
                                : "kept")
                    : "none";
              }
            });
  }

  @Test
  void what_is_queued_here_is_claimed_elsewhere_as_it_was_once() {
    var queued = add("a", LETTER, "bob");

    var claimed = elsewhere.claim(now);

    assertThat(queued).isEqualTo(new Waiting("a"));
    assertThat(claimed).contains(new Claimed("a", LETTER, THEN, 1));
    assertThat(rows.claim(now)).isEmpty();
    assertThat(state("a")).isEqualTo("sending 1 '' kept");
  }

  @Test
  void of_a_letter_that_is_only_pretended_nothing_is_left() {
    rows.addAndRemove(new New("a", LETTER, "bob"), now);

    assertThat(elsewhere.claim(now)).isEmpty();
    assertThat(state("a")).isEqualTo("none");
    assertThat(add("a", LETTER, "bob")).isEqualTo(new Waiting("a"));
  }

  @Test
  void of_many_who_claim_at_once_each_letter_is_for_one() throws Exception {
    addMany(60);
    var claims = new ArrayList<Callable<List<String>>>();
    for (var its : List.of(rows, elsewhere, rows, elsewhere)) {
      claims.add(() -> claimAll(its));
    }

    var ids = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(claims)) {
        ids.addAll(done.get());
      }
    }

    assertThat(ids).hasSize(60).doesNotHaveDuplicates();
  }

  private List<String> claimAll(LetterRows its) {
    var ids = new ArrayList<String>();
    for (var claimed = its.claim(now); claimed.isPresent(); claimed = its.claim(now)) {
      ids.add(claimed.get().id());
    }
    return ids;
  }

  @Test
  void two_servers_that_send_at_once_send_each_letter_once() throws Exception {
    addMany(30);
    var rounds = new ArrayList<Callable<Boolean>>();
    for (var its : List.of(rows, elsewhere)) {
      rounds.add(
          () -> {
            sending(its, port()).round();
            return true;
          });
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(rounds)) {
        done.get();
      }
    }

    assertThat(TestMail.headers(greenMail, "To")).hasSize(30).doesNotHaveDuplicates();
    assertThat(state("letter-7")).isEqualTo("sent 1 '250 OK' forgotten");
  }

  @Test
  void what_a_server_left_unfinished_is_sent_by_another_under_the_same_name() {
    add("a", LETTER, NOBODY);
    var dead = rows.claim(now).orElseThrow();

    now = THEN.plus(LetterRows.LEASE).minusMillis(1);
    sending(elsewhere, port()).round();
    var before = TestMail.headers(greenMail, "Message-ID");
    now = THEN.plus(LetterRows.LEASE);
    sending(elsewhere, port()).round();
    var after = TestMail.headers(greenMail, "Message-ID");

    assertThat(List.of(before, after)).containsExactly(List.of(), List.of("<a@example.org>"));
    assertThat(rows.end(dead, false, "late", now)).isFalse();
    assertThat(rows.putOff(dead, "late", now)).isFalse();
    assertThat(state("a")).isEqualTo("sent 2 '250 OK' forgotten");
  }

  @Test
  void what_is_refused_for_now_is_tried_for_a_day_less_and_less_often() throws Exception {
    add("a", LETTER, NOBODY);
    var minutes = new ArrayList<Long>();
    try (var server = new ScriptedSmtp(Map.of("RCPT", "450 4.2.0 later"))) {
      var sending = sending(rows, server.port());
      int before = 0;
      for (; Duration.between(THEN, now).toDays() < 2; now = now.plusSeconds(60)) {
        sending.round();
        int tries = (int) server.heard().stream().filter(it -> it.startsWith("RCPT")).count();
        if (tries > before) {
          minutes.add(Duration.between(THEN, now).toMinutes());
        }
        before = tries;
      }
    }

    assertThat(minutes).containsExactly(0L, 1L, 6L, 31L, 156L, 781L, 1_440L);
    assertThat(state("a")).isEqualTo("failed 7 '450 4.2.0 later' forgotten");
    assertThat(tally).hasToString("0 waiting, 0 sent, 1 failed");
  }

  @Test
  void what_is_refused_for_good_is_not_tried_again_and_keeps_nobody_waiting() throws Exception {
    add("a", letterTo("nobody@example.org"), NOBODY);
    try (var server = new ScriptedSmtp(Map.of("RCPT", "550 5.1.1 nobody here"))) {
      sending(rows, server.port()).round();
    }

    assertThat(state("a")).isEqualTo("failed 1 '550 5.1.1 nobody here' forgotten");
    assertThat(rows.waiting()).isZero();
  }

  @Test
  void while_the_server_is_away_letters_wait_and_each_arrives_once_when_it_is_back()
      throws Exception {
    addMany(3);
    int port = TestMail.freePort();
    var sending = sending(rows, port);
    sending.round();
    sending.round();
    assertThat(rows.waiting()).isEqualTo(3);

    var back = TestMail.greenMailAt(port);
    try {
      now = now.plus(Duration.ofMinutes(5));
      sending.round();
      sending.round();

      assertThat(TestMail.headers(back, "To"))
          .containsExactlyInAnyOrder(
              "person-0@example.org", "person-1@example.org", "person-2@example.org");
      assertThat(rows.waiting()).isZero();
    } finally {
      back.stop();
    }
  }

  @Test
  void a_person_gets_five_letters_of_a_kind_within_an_hour() {
    var more = letterTo("ANN@example.org");
    for (int i = 0; i < LetterRows.MOST_OF_KIND; i++) {
      assertThat(add("letter-" + i, LETTER, "bob-" + i)).isInstanceOf(Waiting.class);
    }

    assertThat(add("more", more, "eve")).isEqualTo(new Refused(Bound.RECIPIENT));
    assertThat(add("other", Letters.test(LETTER.to(), Language.EN), "eve"))
        .isEqualTo(new Waiting("other"));
    now = now.plus(LetterRows.WINDOW);
    assertThat(add("later", more, "eve")).isEqualTo(new Waiting("later"));
  }

  @Test
  void a_sender_has_fifty_letters_sent_within_an_hour() {
    for (int i = 0; i < LetterRows.MOST_OF_SENDER; i++) {
      add("letter-" + i, letterTo("person-" + i + "@example.org"), "bob");
    }

    assertThat(add("more", LETTER, "bob")).isEqualTo(new Refused(Bound.SENDER));
    assertThat(add("other", LETTER, "eve")).isEqualTo(new Waiting("other"));
    assertThat(add("nobody", LETTER, NOBODY)).isEqualTo(new Waiting("nobody"));
    now = now.plus(LetterRows.WINDOW);
    assertThat(add("later", LETTER, "bob")).isEqualTo(new Waiting("later"));
  }

  @Test
  void ten_thousand_letters_may_wait() {
    add("first", LETTER, NOBODY);
    copy("first", LetterRows.MOST_WAITING - 2);

    var last = add("last", letterTo("bob@example.org"), NOBODY);
    var beyond = add("beyond", letterTo("eve@example.org"), NOBODY);

    assertThat(List.of(last, beyond))
        .isEqualTo(List.of(new Waiting("last"), new Refused(Bound.QUEUE)));
    assertThat(rows.waiting()).isEqualTo(LetterRows.MOST_WAITING);
  }

  private void copy(String id, int times) {
    databases()
        .getFirst()
        .write(
            session -> {
              var insert =
                  session.statement(
                      "with recursive n(i) as (select 1 union all select i + 1 from n where i < ?)"
                          + " insert into mail_letter (id, recipient, recipient_key, kind,"
                          + " language, sender, subject, plain, html, created_ms, next_ms, state,"
                          + " tries, server_said) select id || i, recipient, recipient_key, kind,"
                          + " language, sender, subject, plain, html, created_ms, next_ms, state,"
                          + " tries, server_said from mail_letter, n where id = ?");
              insert.setInt(1, times);
              insert.setString(2, id);
              return insert.executeUpdate();
            });
  }

  @Test
  void a_letter_is_queued_if_what_it_is_about_is_written_and_not_otherwise() {
    var database = databases().getFirst();

    database.write(LetterRows.adding(new New("a", LETTER, NOBODY), now));
    assertThatThrownBy(
            () ->
                database.write(
                    session -> {
                      LetterRows.adding(new New("b", LETTER, NOBODY), now).on(session);
                      throw new SQLException("the account is not made");
                    }))
        .isInstanceOf(DatabaseFailure.class);

    assertThat(List.of(state("a"), state("b"))).containsExactly("waiting 0 '' kept", "none");
  }

  @Test
  void a_week_after_its_end_a_letter_is_forgotten_and_one_that_waits_never() {
    add("a", LETTER, NOBODY);
    var claimed = rows.claim(now).orElseThrow();
    rows.end(claimed, true, "250 OK", now);
    add("b", LETTER, NOBODY);

    int early = rows.removeOld(now.plus(LetterRows.KEPT));
    int late = rows.removeOld(now.plus(LetterRows.KEPT).plusMillis(1));

    assertThat(List.of(early, late)).containsExactly(0, 1);
    assertThat(List.of(state("a"), state("b"))).containsExactly("none", "waiting 0 '' kept");
  }

  private Mail mail(int port) {
    var settings = TestMail.plain(port);
    return new Mail(settings, databases().getFirst(), Instant::now, new SecureRandom(), tally);
  }

  private void awaitOneSent() {
    await()
        .atMost(AGES)
        .untilAsserted(() -> assertThat(tally).hasToString("0 waiting, 1 sent, 0 failed"));
  }

  @Test
  void what_is_queued_is_sent_by_itself() {
    Queued queued;
    try (var mail = mail(port())) {
      queued = mail.queue(LETTER, "bob");
      awaitOneSent();
    }

    assertThat(TestMail.headers(greenMail, "Message-ID"))
        .containsExactly("<" + ((Waiting) queued).id() + "@example.org>");
  }

  @Test
  void who_stops_breaks_off_what_a_mail_server_is_silent_about_and_keeps_the_letter()
      throws Exception {
    try (var silent = new ScriptedSmtp(Map.of("RCPT", ""))) {
      var mail = mail(silent.port());
      var queued = (Waiting) mail.queue(LETTER, "bob");
      await()
          .atMost(AGES)
          .until(() -> silent.heard().stream().anyMatch(it -> it.startsWith("RCPT")));

      mail.close();

      assertThat(state(queued.id())).isEqualTo("sending 1 '' kept");
    }
  }

  @Test
  void what_is_queued_beside_something_else_is_sent_when_both_are_written() {
    Queued queued;
    try (var mail = mail(port())) {
      queued = databases().getFirst().write(mail.queuing(LETTER, "bob"));
      awaitOneSent();
    }

    assertThat(queued).isInstanceOf(Waiting.class);
    assertThat(TestMail.headers(greenMail, "To")).containsExactly("ann@example.org");
  }
}
