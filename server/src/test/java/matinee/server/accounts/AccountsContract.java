package matinee.server.accounts;

import static matinee.server.accounts.Town.ANN;
import static matinee.server.accounts.Town.PASSWORD;
import static matinee.server.accounts.Town.attempt;
import static matinee.server.accounts.Town.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import matinee.server.accounts.Account.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Accounts and their passwords, of two servers on one database.
abstract class AccountsContract extends TownContract {
  private static final Guarded<Sessions.Entry> WRONG = new Guarded.Wrong<>();
  private static final Duration QUARTER = Duration.ofMinutes(15);

  AccountsContract(Town.Kind kind) {
    super(kind);
  }

  private Guarded<Sessions.Entry> tried(int server, EmailAddress email, Optional<String> mark) {
    var attempt = new Sessions.Attempt(email, "wrong password", DeviceName.NONE, mark);
    return town().any(server).sessions(Town.ORIGIN).signIn(attempt);
  }

  @Test
  void who_has_registered_at_one_server_is_known_at_the_other() {
    var account =
        entry(town().other().sessions(Town.ORIGIN).signIn(attempt(PASSWORD))).tokens().account();

    var profile = new Profile("Ann", Optional.empty(), Optional.empty());
    assertThat(account)
        .isEqualTo(
            new Account(
                account.id(), ANN, profile, Optional.empty(), town().now(), Optional.empty()));
    assertThat(account.id().value()).matches("[A-Za-z0-9_-]{22}");
  }

  @Test
  void who_registers_with_an_address_that_somebody_has_changes_nothing() {
    town().register(1, new EmailAddress("ANN@Example.org"), "another password", "Mallory");

    var another = town().one().sessions(Town.ORIGIN).signIn(attempt("another password"));

    assertThat(another).isEqualTo(WRONG);
    assertThat(town().signIn().tokens().account().profile().name()).isEqualTo("Ann");
    assertThat(town().rows("account")).isEqualTo(1);
  }

  @Test
  void of_many_who_register_with_an_address_at_once_one_has_it() throws Exception {
    var ben = new EmailAddress("ben@example.org");
    var registering =
        IntStream.range(0, 8)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () -> {
                      town().register(i, ben, "password " + i, "Ben " + i);
                      return true;
                    })
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(registering)) {
        assertThat(done.get()).isTrue();
      }
    }

    assertThat(town().rows("account")).isEqualTo(2);
  }

  @Test
  void an_address_that_nobody_has_is_refused_as_a_wrong_password_is() {
    assertThat(tried(0, ANN, Optional.empty())).isEqualTo(WRONG);
    assertThat(tried(0, new EmailAddress("nobody@example.org"), Optional.empty())).isEqualTo(WRONG);
  }

  @Test
  @Tag("A-08")
  void ten_wrong_tries_over_all_servers_and_then_not_even_the_right_password() {
    for (var email : List.of(ANN, new EmailAddress("nobody@example.org"))) {
      for (int i = 0; i < Tries.AT_MOST; i++) {
        assertThat(tried(i, email, Optional.empty())).isEqualTo(WRONG);
      }

      assertThat(tried(0, email, Optional.empty())).isEqualTo(new Guarded.TooOften<>(QUARTER));
    }
    town().pass(Duration.ofMinutes(5));
    assertThat(town().other().sessions(Town.ORIGIN).signIn(attempt(PASSWORD)))
        .isEqualTo(new Guarded.TooOften<>(Duration.ofMinutes(10)));
    town().pass(Duration.ofMinutes(10));
    assertThat(town().signIn().tokens().account().email()).isEqualTo(ANN);
  }

  @Test
  @Tag("A-08")
  void of_many_tries_at_once_ten_are_looked_at() throws Exception {
    var tries =
        IntStream.range(0, 30)
            .<Callable<Guarded<Sessions.Entry>>>mapToObj(i -> () -> tried(i, ANN, Optional.empty()))
            .toList();

    long lookedAt = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : threads.invokeAll(tries)) {
        lookedAt += outcome.get().equals(WRONG) ? 1 : 0;
      }
    }

    assertThat(lookedAt).isEqualTo(Tries.AT_MOST);
  }

  @Test
  void a_right_password_makes_the_wrong_ones_before_forgotten() {
    for (int i = 0; i < 9; i++) {
      tried(i, ANN, Optional.empty());
    }

    town().signIn();

    for (int i = 0; i < Tries.AT_MOST; i++) {
      assertThat(tried(i, ANN, Optional.empty())).isEqualTo(WRONG);
    }
  }

  @Test
  @Tag("A-08")
  void strangers_who_guess_do_not_lock_out_whoever_has_signed_in_there_before() {
    var mark = Optional.of(town().signIn().mark());
    for (int i = 0; i < 12; i++) {
      tried(i, ANN, Optional.empty());
    }

    var owner = new Sessions.Attempt(ANN, PASSWORD, DeviceName.NONE, mark);

    assertThat(entry(town().other().sessions(Town.ORIGIN).signIn(owner)).tokens().account().email())
        .isEqualTo(ANN);
    assertThat(tried(0, ANN, Optional.empty())).isInstanceOf(Guarded.TooOften.class);
  }

  @Test
  void a_mark_is_counted_by_itself_and_is_good_for_its_own_account_only() {
    var mark = Optional.of(town().signIn().mark());
    var ben = new EmailAddress("ben@example.org");
    town().register(0, ben, PASSWORD, "Ben");
    for (int i = 0; i < Tries.AT_MOST; i++) {
      tried(i, ANN, mark);
      tried(i, ben, Optional.empty());
    }

    assertThat(tried(0, ANN, mark)).isInstanceOf(Guarded.TooOften.class);
    assertThat(tried(0, ANN, Optional.empty())).isEqualTo(WRONG);
    assertThat(tried(0, ben, mark)).isInstanceOf(Guarded.TooOften.class);
    assertThat(tried(0, ben, mark.map(it -> it + "A"))).isInstanceOf(Guarded.TooOften.class);
  }

  @Test
  void what_somebody_tells_of_themselves_is_kept() {
    var asking = town().who(town().signIn());
    var profile =
        new Profile("Änne 🎬", Optional.of(Language.DE), Optional.of(ZoneId.of("Europe/Berlin")));

    var changed = town().one().accounts(Town.ORIGIN).change(asking, profile);

    assertThat(changed.profile()).isEqualTo(profile);
    assertThat(town().signIn().tokens().account()).isEqualTo(changed);
  }

  @Test
  void a_new_password_wants_the_current_one_and_signs_out_all_other_devices() {
    var elsewhere = town().signIn();
    var here = town().signIn();
    var asking = town().who(here);
    var accounts = town().one().accounts(Town.ORIGIN);
    var password = new Password("a new password");

    assertThat(accounts.changePassword(asking, "wrong password", password))
        .isEqualTo(new Guarded.Wrong<>());
    assertThat(accounts.changePassword(asking, PASSWORD, password))
        .isEqualTo(new Guarded.Done<>(true));

    assertThat(town().one().sessions(Town.ORIGIN).who(here.tokens().access())).hasValue(asking);
    assertThat(town().one().sessions(Town.ORIGIN).who(elsewhere.tokens().access())).isEmpty();
    assertThat(town().one().sessions(Town.ORIGIN).refresh(elsewhere.tokens().refresh())).isEmpty();
    assertThat(town().one().sessions(Town.ORIGIN).signIn(attempt(PASSWORD))).isEqualTo(WRONG);
    assertThat(
            entry(town().other().sessions(Town.ORIGIN).signIn(attempt("a new password")))
                .tokens()
                .account())
        .isEqualTo(asking.account());
  }

  @Test
  void who_has_a_device_of_somebody_guesses_ten_times_too() {
    var asking = town().who(town().signIn());
    for (int i = 0; i < Tries.AT_MOST; i++) {
      town().any(i).accounts(Town.ORIGIN).delete(asking, "wrong password");
    }

    assertThat(town().one().accounts(Town.ORIGIN).delete(asking, PASSWORD))
        .isEqualTo(new Guarded.TooOften<>(QUARTER));
  }

  @Test
  void of_a_deleted_account_nothing_is_left() {
    var device = town().signIn();
    town().signIn();
    var asking = town().who(device);

    assertThat(town().one().accounts(Town.ORIGIN).delete(asking, "wrong password"))
        .isEqualTo(new Guarded.Wrong<>());
    assertThat(town().one().accounts(Town.ORIGIN).delete(asking, PASSWORD))
        .isEqualTo(new Guarded.Done<>(true));

    assertThat(List.of(town().rows("account"), town().rows("device"), town().rows("sign_in_try")))
        .containsOnly(0L);
    assertThat(town().other().sessions(Town.ORIGIN).who(device.tokens().access())).isEmpty();
    assertThat(town().other().sessions(Town.ORIGIN).signIn(attempt(PASSWORD))).isEqualTo(WRONG);
  }

  @Test
  void who_signs_in_while_the_password_is_changed_is_not_signed_in_with_the_old_one() {
    var asking = town().who(town().signIn());
    var rows = new AccountRows(town().database(), Belongings.NONE);
    var before = rows.with(ANN).orElseThrow().passwordHash();
    town()
        .one()
        .accounts(Town.ORIGIN)
        .changePassword(asking, PASSWORD, new Password("a new password"));

    var isStill =
        town()
            .database()
            .write(
                session ->
                    AccountRows.changePassword(session, asking.account().id(), before, before));

    assertThat(isStill).isFalse();
  }
}
