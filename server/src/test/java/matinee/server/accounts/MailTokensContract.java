package matinee.server.accounts;

import static matinee.server.accounts.Town.ANN;
import static matinee.server.accounts.Town.ORIGIN;
import static matinee.server.accounts.Town.PASSWORD;
import static matinee.server.accounts.Town.attempt;
import static matinee.server.accounts.Town.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import matinee.server.accounts.Account.Profile;
import matinee.server.accounts.MailToken.Purpose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Confirming an address and choosing a new password by what stands in letters, of two servers on
/// one database.
abstract class MailTokensContract extends TownContract {
  private static final EmailAddress BEN = new EmailAddress("ben@example.org");
  private static final Password NEW = new Password("battery staple");
  private static final Duration A_MOMENT = Duration.ofMillis(1);

  MailTokensContract(Town.Kind kind) {
    super(kind);
  }

  private Accounts accounts() {
    return town().one().accounts(ORIGIN);
  }

  private Accounts elsewhere() {
    return town().other().accounts(ORIGIN);
  }

  private Account account(EmailAddress email) {
    return accounts().resetToken(email).orElseThrow().account();
  }

  private AccountId ann() {
    return account(ANN).id();
  }

  private String confirmation() {
    return accounts().confirmationToken(ann()).orElseThrow().value();
  }

  private String reset() {
    return accounts().resetToken(ANN).orElseThrow().value();
  }

  private boolean isReset(String token) {
    return elsewhere().reset(token, NEW, Optional.empty());
  }

  private List<String> deeds() {
    return town().writtenDown().stream().map(it -> it.split(" ", 2)[0]).toList();
  }

  private void change(String column, String value) {
    town()
        .database()
        .write(
            session -> {
              var update = session.statement("update account set " + column + " = ?");
              update.setString(1, value);
              return update.executeUpdate();
            });
  }

  @Test
  void who_registers_is_sent_what_confirms_the_address_and_the_next_what_a_password_is_chosen_by() {
    var profile = new Profile("Ben", Optional.empty(), Optional.empty());
    var application = new Accounts.Application(BEN, new Password(PASSWORD), profile);

    var first = accounts().register(application).orElseThrow();
    var second = elsewhere().register(application).orElseThrow();

    assertThat(List.of(first.purpose(), second.purpose()))
        .containsExactly(Purpose.CONFIRM, Purpose.RESET);
    assertThat(List.of(first.account(), second.account())).containsOnly(account(BEN));
    assertThat(elsewhere().confirm(first.account().id(), first.value())).isTrue();
    assertThat(accounts().reset(second.value(), NEW, Optional.empty())).isTrue();
    assertThat(accounts().resetToken(new EmailAddress("nobody@example.org"))).isEmpty();
  }

  @Test
  void an_address_is_confirmed_once_however_often_the_link_is_opened() {
    var token = confirmation();
    town().pass(Duration.ofDays(6));
    var confirmed = town().now();

    var first = elsewhere().confirm(ann(), token);
    town().pass(Duration.ofHours(1));
    var second = accounts().confirm(ann(), token);

    assertThat(List.of(first, second)).containsOnly(true);
    assertThat(account(ANN).confirmed()).hasValue(confirmed);
    assertThat(deeds()).containsExactly("account.register", "account.confirm");
  }

  @Test
  void a_link_to_confirm_is_good_for_seven_days_and_one_to_reset_for_an_hour() {
    var confirmation = confirmation();
    var reset = reset();
    town().pass(Duration.ofHours(1).minus(A_MOMENT));
    var lastReset = reset();
    town().pass(A_MOMENT);

    assertThat(isReset(reset)).isFalse();
    assertThat(isReset(lastReset)).isTrue();
    town().pass(Duration.ofDays(7).minusHours(1).minus(A_MOMENT));
    assertThat(elsewhere().confirm(ann(), confirmation)).isTrue();
    town().pass(A_MOMENT);
    assertThat(elsewhere().confirm(ann(), confirmation)).isFalse();
  }

  @Test
  void a_new_password_signs_all_devices_out_and_confirms_the_address() {
    var device = town().signIn();
    town().signIn();

    assertThat(isReset(reset())).isTrue();

    assertThat(account(ANN).confirmed()).hasValue(town().now());
    assertThat(town().rows("device")).isZero();
    var sessions = town().one().sessions(ORIGIN);
    assertThat(sessions.who(device.tokens().access())).isEmpty();
    assertThat(sessions.refresh(device.tokens().refresh())).isEmpty();
    assertThat(sessions.signIn(attempt(PASSWORD))).isEqualTo(new Guarded.Wrong<>());
    assertThat(entry(sessions.signIn(attempt(NEW.value()))).tokens().account())
        .isEqualTo(account(ANN));
    assertThat(deeds())
        .containsExactly(
            "account.register", "session.begin", "session.begin", "account.reset", "session.begin");
  }

  @Test
  void a_link_to_reset_works_once_and_takes_all_others_with_it() {
    var tokens = List.of(reset(), reset());

    assertThat(tokens.stream().map(this::isReset)).containsExactly(true, false);
    assertThat(isReset(tokens.getFirst())).isFalse();
  }

  @Test
  void of_many_who_open_a_link_to_reset_at_once_one_has_a_new_password() throws Exception {
    var token = reset();
    var resetting =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () ->
                        town()
                            .any(i)
                            .accounts(ORIGIN)
                            .reset(token, new Password("password " + i), Optional.empty()))
            .toList();

    long done = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : threads.invokeAll(resetting)) {
        done += outcome.get() ? 1 : 0;
      }
    }

    assertThat(done).isEqualTo(1);
  }

  @Test
  void who_guessed_in_vain_signs_in_with_the_new_password_at_once() {
    var mark = Optional.of(town().signIn().mark());
    for (var at : List.of(mark, Optional.<String>empty())) {
      for (int i = 0; i < Tries.AT_MOST; i++) {
        var guess = new Sessions.Attempt(ANN, "guess number " + i, DeviceName.NONE, at);
        town().any(i).sessions(ORIGIN).signIn(guess);
      }
    }

    assertThat(elsewhere().reset(reset(), NEW, mark)).isTrue();

    for (var at : List.of(mark, Optional.<String>empty())) {
      var owner = new Sessions.Attempt(ANN, NEW.value(), DeviceName.NONE, at);
      assertThat(town().one().sessions(ORIGIN).signIn(owner)).isInstanceOf(Guarded.Done.class);
    }
  }

  @Test
  void what_was_made_for_an_address_or_a_password_that_was_changed_since_is_over() {
    var ann = ann();
    var confirmation = confirmation();
    var reset = reset();
    change("email_key", "anna@example.org");
    change("email", "anna@example.org");
    change("password_hash", "$2b$04$" + ".".repeat(53));

    assertThat(elsewhere().confirm(ann, confirmation)).isFalse();
    assertThat(isReset(reset)).isFalse();
  }

  @Test
  @Tag("A-03")
  void what_is_good_for_one_thing_or_one_account_is_good_for_no_other() {
    town().register(0, BEN, PASSWORD, "Ben");
    var bens = account(BEN).id().value();
    var anns = account(ANN).id().value();
    var confirmation = confirmation();
    var reset = reset();

    assertThat(elsewhere().confirm(ann(), reset)).isFalse();
    assertThat(isReset(confirmation)).isFalse();
    assertThat(elsewhere().confirm(ann(), confirmation.replace(anns, bens))).isFalse();
    assertThat(isReset(reset.replace(anns, bens))).isFalse();
    assertThat(deeds()).containsExactly("account.register", "account.register");
  }

  @Test
  void who_has_the_letter_of_another_account_confirms_nothing() {
    town().register(0, BEN, PASSWORD, "Ben");
    var confirmation = confirmation();

    assertThat(elsewhere().confirm(account(BEN).id(), confirmation)).isFalse();

    assertThat(account(ANN).confirmed()).isEmpty();
    assertThat(account(BEN).confirmed()).isEmpty();
  }

  @Test
  @Tag("A-03")
  void what_was_tampered_with_or_is_no_token_at_all_is_refused() {
    var token = confirmation();
    var parts = token.split("\\.", -1);
    long later = Instant.EPOCH.plusSeconds(Long.parseLong(parts[1])).getEpochSecond() + 1;
    var device = town().signIn();
    for (var bad :
        List.of(
            "",
            ".",
            "..",
            token + "A",
            token.substring(1),
            " " + token,
            token + "\n",
            parts[0] + "." + later + "." + parts[2],
            parts[0] + ".0" + parts[1] + "." + parts[2],
            parts[0] + "." + parts[1] + "." + "A".repeat(43),
            parts[0] + "." + "9".repeat(30) + "." + parts[2],
            parts[0] + "." + parts[1],
            "A".repeat(22) + "." + parts[1] + "." + parts[2],
            device.mark(),
            device.tokens().access(),
            device.tokens().refresh(),
            "x".repeat(100_000))) {
      assertThat(elsewhere().confirm(ann(), bad)).as(bad).isFalse();
      assertThat(isReset(bad)).as(bad).isFalse();
    }
  }

  @Test
  void of_a_deleted_account_no_link_is_good() {
    var asking = town().who(town().signIn());
    var tokens = List.of(confirmation(), reset());
    accounts().delete(asking, PASSWORD);

    assertThat(tokens.stream().map(it -> elsewhere().confirm(asking.account().id(), it)))
        .containsOnly(false);
    assertThat(tokens.stream().map(this::isReset)).containsOnly(false);
    assertThat(accounts().confirmationToken(asking.account().id())).isEmpty();
  }
}
