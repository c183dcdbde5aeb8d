package matinee.server.accounts;

import static matinee.server.accounts.Town.ANN;
import static matinee.server.accounts.Town.ORIGIN;
import static matinee.server.accounts.Town.PASSWORD;
import static matinee.server.accounts.Town.attempt;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import matinee.server.accounts.Account.Profile;
import matinee.server.accounts.AddressChanges.Wanted;
import matinee.server.accounts.AddressChanges.Wish;
import matinee.server.accounts.MailToken.Purpose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Changing the address of an account by letters, of two servers on one database.
abstract class AddressChangesContract extends TownContract {
  private static final EmailAddress ANNA = new EmailAddress("Anna@example.org");
  private static final EmailAddress THIRD = new EmailAddress("third@example.org");
  private static final EmailAddress BEN = new EmailAddress("ben@example.org");
  private static final DeviceName FIREFOX = new DeviceName("Firefox on Linux");
  private static final Duration A_MOMENT = Duration.ofMillis(1);

  private SignedIn ann;

  AddressChangesContract(Town.Kind kind) {
    super(kind);
  }

  @BeforeEach
  void signIn() {
    ann = town().who(town().signIn());
  }

  private AddressChanges changes() {
    return town().one().addressChanges(ORIGIN);
  }

  private AddressChanges elsewhere() {
    return town().other().addressChanges(ORIGIN);
  }

  private Wish want(EmailAddress wanted) {
    return want(account(), wanted);
  }

  private Wish want(Account account, EmailAddress wanted) {
    return switch (changes().want(new SignedIn(account, ann.device()), PASSWORD, wanted)) {
      case Guarded.Done<Wish>(var wish) -> wish;
      case Guarded.Wrong<Wish> _, Guarded.TooOften<Wish> _ -> throw new AssertionError();
    };
  }

  private boolean isChanged(Wish wish) {
    return elsewhere().change(ann.account().id(), wish.change().value());
  }

  private boolean isUndone(Wish wish) {
    return elsewhere().undo(wish.undo().value());
  }

  /// Ann's, as it is now.
  private Account account() {
    return account(Stream.of(ANN, ANNA, THIRD));
  }

  private Account account(Stream<EmailAddress> any) {
    var accounts = town().one().accounts(ORIGIN);
    return any.flatMap(it -> accounts.resetToken(it).stream()).findFirst().orElseThrow().account();
  }

  private List<String> deeds() {
    return town().writtenDown().stream()
        .map(it -> it.split(" ", 2)[0])
        .filter(it -> it.startsWith("account.address"))
        .toList();
  }

  private Account annWith(EmailAddress email, Optional<Instant> confirmed) {
    var before = ann.account();
    return new Account(
        before.id(), email, before.profile(), before.portrait(), before.created(), confirmed);
  }

  @Test
  void the_old_address_counts_until_the_new_one_is_confirmed() {
    var wish = want(ANNA);
    var before = account();
    town().pass(Duration.ofMinutes(59));

    assertThat(isChanged(wish)).isTrue();

    assertThat(before).isEqualTo(ann.account());
    assertThat(account()).isEqualTo(annWith(ANNA, Optional.of(town().now())));
    assertThat(town().rows("device")).isEqualTo(1);
    assertThat(town().other().accounts(ORIGIN).resetToken(ANN)).isEmpty();
    assertThat(deeds()).containsExactly("account.address-wanted", "account.address");
  }

  @Test
  void letters_go_to_both_addresses() {
    var wish = want(ANNA);

    assertThat(List.of(wish.undo().to(), wish.change().to())).containsExactly(ANN, ANNA);
    assertThat(List.of(wish.undo().purpose(), wish.change().purpose()))
        .containsExactly(Purpose.UNDO, Purpose.CHANGE);
    assertThat(wish.taken()).isEmpty();
  }

  @Test
  void a_link_to_the_new_address_works_once_and_for_an_hour() {
    var late = want(ANNA);
    town().pass(Duration.ofHours(1));
    assertThat(isChanged(late)).isFalse();
    var wish = want(ANNA);
    town().pass(Duration.ofHours(1).minus(A_MOMENT));

    assertThat(List.of(isChanged(wish), isChanged(wish))).containsExactly(true, false);
  }

  @Test
  void of_two_wishes_the_later_one_counts() {
    var first = want(ANNA);
    town().pass(A_MOMENT);
    var second = want(THIRD);

    assertThat(List.of(isChanged(first), isChanged(second))).containsExactly(false, true);
    assertThat(account().email()).isEqualTo(THIRD);
  }

  @Test
  void whoever_has_the_password_only_in_their_dreams_changes_nothing() {
    assertThat(changes().want(ann, "wrong password", ANNA)).isEqualTo(new Guarded.Wrong<>());
    assertThat(town().rows("address_change")).isZero();
    for (int i = 1; i < Tries.AT_MOST; i++) {
      var _ = town().any(i).addressChanges(ORIGIN).want(ann, "guess number " + i, ANNA);
    }
    assertThat(changes().want(ann, PASSWORD, ANNA))
        .isEqualTo(new Guarded.TooOften<>(Duration.ofMinutes(15)));
  }

  @Test
  void what_was_only_wanted_is_taken_back_by_the_letter_to_the_old_address() {
    var wish = want(ANNA);

    assertThat(isUndone(wish)).isTrue();

    assertThat(List.of(isChanged(wish), isUndone(wish))).containsOnly(false);
    assertThat(account()).isEqualTo(ann.account());
    assertThat(town().rows("device")).isZero();
    assertThat(deeds()).containsExactly("account.address-wanted", "account.address-undo");
  }

  private Optional<Wanted> waiting() {
    return elsewhere().waiting(account());
  }

  @Test
  void an_address_that_waits_is_told_as_it_was_written_with_who_asked_and_until_when() {
    want(ANNA);
    var asked = town().now();

    var told = waiting().orElseThrow();
    assertThat(List.of(told.email(), told.at(), told.device(), told.until()))
        .isEqualTo(List.of(ANNA, asked, FIREFOX, asked.plus(Duration.ofHours(1))));
  }

  @Test
  void nothing_waits_when_nothing_was_wanted_or_what_was_is_done_or_undone() {
    var before = waiting();
    isChanged(want(ANNA));
    var done = waiting();
    isUndone(want(THIRD));

    assertThat(List.of(before, done, waiting())).containsOnly(Optional.empty());
  }

  @Test
  void a_letter_sent_again_is_good_for_an_hour_and_the_one_before_as_long_as_it_was() {
    var first = want(ANNA);
    town().pass(Duration.ofMinutes(40));

    var again = elsewhere().again(account()).orElseThrow();

    assertThat(again.change().to()).isEqualTo(ANNA);
    assertThat(waiting().orElseThrow().until()).isEqualTo(town().now().plus(Duration.ofHours(1)));
    town().pass(Duration.ofMinutes(40));
    assertThat(List.of(isChanged(first), isChanged(again))).containsExactly(false, true);
    assertThat(elsewhere().again(account())).isEmpty();
  }

  @Test
  @Tag("A-07")
  void who_waits_for_an_address_that_somebody_has_has_its_owner_told_again() {
    town().register(0, BEN, PASSWORD, "Ben");
    var ben = account(Stream.of(BEN));
    want(BEN);

    assertThat(elsewhere().again(ann.account()).orElseThrow().taken()).hasValue(ben);
  }

  @Test
  void what_was_wanted_is_taken_back_and_no_letter_brings_it_but_the_other_still_signs_out() {
    var wish = want(ANNA);

    boolean isWithdrawn = elsewhere().withdraw(account());

    assertThat(isWithdrawn).isTrue();
    assertThat(waiting()).isEmpty();
    assertThat(elsewhere().again(account())).isEmpty();
    assertThat(elsewhere().withdraw(account())).isFalse();
    assertThat(isChanged(wish)).isFalse();
    assertThat(elsewhere().wanted(ann.account().id()).getFirst().withdrawn())
        .contains(town().now());
    assertThat(isUndone(wish)).isTrue();
    assertThat(town().rows("device")).isZero();
    assertThat(deeds())
        .containsExactly(
            "account.address-wanted", "account.address-withdrawn", "account.address-undo");
  }

  @Test
  void what_was_taken_back_can_be_wanted_again() {
    want(ANNA);
    elsewhere().withdraw(account());
    town().pass(A_MOMENT);

    var wish = want(ANNA);

    assertThat(waiting()).isPresent();
    assertThat(isChanged(wish)).isTrue();
  }

  @Test
  void seven_days_long_the_old_address_has_the_account_back_whatever_came_after_it() {
    var first = want(ANNA);
    isChanged(first);
    town().pass(Duration.ofDays(6));
    var second = want(THIRD);
    isChanged(second);
    town().pass(Duration.ofDays(1).minus(A_MOMENT));
    var reset = town().one().accounts(ORIGIN).resetToken(THIRD).orElseThrow().value();

    assertThat(isUndone(first)).isTrue();

    assertThat(account()).isEqualTo(ann.account());
    assertThat(town().rows("address_change")).isZero();
    assertThat(List.of(isUndone(first), isUndone(second))).containsOnly(false);
    var password = new Password("battery staple");
    assertThat(town().one().accounts(ORIGIN).reset(reset, password, Optional.empty())).isFalse();
    assertThat(town().one().sessions(ORIGIN).signIn(attempt(PASSWORD)))
        .isInstanceOf(Guarded.Done.class);
  }

  @Test
  void after_seven_days_it_stays() {
    var wish = want(ANNA);
    isChanged(wish);
    town().pass(Duration.ofDays(7));

    assertThat(isUndone(wish)).isFalse();

    assertThat(account().email()).isEqualTo(ANNA);
  }

  @Test
  void wanting_it_again_and_again_leaves_the_owner_every_link_that_undoes_it() {
    var first = want(ANNA);
    for (int i = 0; i < 10; i++) {
      town().pass(A_MOMENT);
      want(THIRD);
    }
    isChanged(want(ANNA));

    assertThat(isUndone(first)).isTrue();
    assertThat(account()).isEqualTo(ann.account());
  }

  @Test
  @Tag("A-07")
  void an_address_that_somebody_has_is_wanted_like_any_other_and_never_had() {
    town().register(0, BEN, PASSWORD, "Ben");
    var ben = account(Stream.of(BEN));

    var wish = want(BEN);

    assertThat(wish.taken()).hasValue(ben);
    assertThat(isChanged(wish)).isFalse();
    assertThat(List.of(account(), account(Stream.of(BEN)))).containsExactly(ann.account(), ben);
    assertThat(deeds()).containsExactly("account.address-wanted");
  }

  @Test
  void an_address_that_somebody_has_left_is_nobody_elses_for_seven_days() {
    isChanged(want(ANNA));
    town().register(1, ANN, "another password", "Mallory");
    town().register(1, BEN, PASSWORD, "Ben");
    var ben = account(Stream.of(BEN));
    var wish = want(ben, ANN);
    var anna = account();
    boolean isBens = elsewhere().change(ben.id(), wish.change().value());
    assertThat(town().one().accounts(ORIGIN).resetToken(ANN)).isEmpty();
    town().pass(Duration.ofDays(7));

    town().register(1, ANN, PASSWORD, "Ann too");

    assertThat(isBens).isFalse();
    assertThat(wish.taken()).hasValue(anna);
    assertThat(account(Stream.of(ANN)).profile())
        .isEqualTo(new Profile("Ann too", Optional.empty(), Optional.empty()));
  }

  @Test
  void of_two_accounts_that_want_an_address_the_one_that_confirms_first_has_it() throws Exception {
    town().register(0, BEN, PASSWORD, "Ben");
    var ben = account(Stream.of(BEN));
    var wishes = List.of(want(ANNA), want(ben, ANNA));
    var owners = List.of(ann.account().id(), ben.id());
    var confirming =
        IntStream.range(0, 2)
            .<Callable<Boolean>>mapToObj(
                i ->
                    () ->
                        town()
                            .any(i)
                            .addressChanges(ORIGIN)
                            .change(owners.get(i), wishes.get(i).change().value()))
            .toList();

    long done = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var outcome : threads.invokeAll(confirming)) {
        done += outcome.get() ? 1 : 0;
      }
    }

    assertThat(done).isEqualTo(1);
  }

  @Test
  @Tag("A-03")
  void a_link_is_good_for_its_own_account_and_its_own_purpose() {
    town().register(0, BEN, PASSWORD, "Ben");
    var ben = account(Stream.of(BEN)).id();
    var wish = want(ANNA);
    var change = wish.change().value();
    var undo = wish.undo().value();
    var id = ann.account().id();

    assertThat(elsewhere().change(ben, change)).isFalse();
    assertThat(elsewhere().change(id, undo)).isFalse();
    assertThat(elsewhere().undo(change)).isFalse();
    assertThat(elsewhere().undo(undo.replace(id.value(), ben.value()))).isFalse();
    assertThat(town().one().accounts(ORIGIN).confirm(id, change)).isFalse();
    for (var token : List.of(change, undo)) {
      var password = new Password("battery staple");
      assertThat(town().one().accounts(ORIGIN).reset(token, password, Optional.empty())).isFalse();
    }
    assertThat(deeds()).containsExactly("account.address-wanted");
  }

  @Test
  void of_a_deleted_account_nothing_is_left_and_its_addresses_are_free() {
    var first = want(ANNA);
    isChanged(first);
    var second = want(THIRD);

    var _ = town().one().accounts(ORIGIN).delete(ann, PASSWORD);

    assertThat(town().rows("address_change")).isZero();
    assertThat(List.of(isChanged(second), isUndone(first), isUndone(second))).containsOnly(false);
    town().register(1, ANN, PASSWORD, "Ann");
    assertThat(account(Stream.of(ANN)).email()).isEqualTo(ANN);
  }

  @Test
  void what_cannot_be_undone_any_more_is_forgotten() {
    want(ANNA);
    var sweep = new Sweep(town().database(), town()::now);
    town().pass(Duration.ofDays(7).minus(A_MOMENT));
    sweep.removeOld(town().now());
    long before = town().rows("address_change");
    town().pass(A_MOMENT);

    sweep.removeOld(town().now());
    sweep.close();

    assertThat(List.of(before, town().rows("address_change"))).containsExactly(1L, 0L);
  }
}
