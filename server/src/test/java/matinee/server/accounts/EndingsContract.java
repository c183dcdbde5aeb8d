package matinee.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// That a server hears of every session that ends at another one, whatever keeps them.
abstract class EndingsContract extends TownContract {

  EndingsContract(Town.Kind kind) {
    super(kind);
  }

  private DeviceId device(Sessions.Entry entry) {
    return town().who(entry).device();
  }

  private Sessions sessions() {
    return town().one().sessions(Town.ORIGIN);
  }

  private Accounts accounts() {
    return town().one().accounts(Town.ORIGIN);
  }

  /// What the other server hears in one round.
  private Set<DeviceId> heard() {
    var heard = new AtomicReference<>(Set.<DeviceId>of());
    try (var endings = new Endings(town().otherDatabase(), town()::now)) {
      endings.listen(heard::set);
      endings.look();
    }
    return heard.get();
  }

  @Test
  void nothing_is_heard_of_who_stays_signed_in() {
    town().signIn();

    assertThat(heard()).isEmpty();
  }

  @Test
  @Tag("A-12")
  void who_signs_out_here_or_everywhere_is_heard_of() {
    var here = town().signIn();
    var there = device(town().signIn());
    var third = device(town().signIn());
    var first = device(here);

    sessions().end(here.tokens().refresh());
    var heard = heard();
    sessions().endAll(here.tokens().account().id());

    assertThat(heard).containsExactly(first);
    assertThat(heard()).containsExactlyInAnyOrder(first, there, third);
  }

  @Test
  @Tag("A-04")
  void a_device_is_heard_of_whose_stolen_token_was_shown() {
    var entry = town().signIn();
    var device = device(entry);
    town().pass(Sessions.GRACE);
    sessions().refresh(entry.tokens().refresh());
    town().pass(Sessions.GRACE);

    sessions().refresh(entry.tokens().refresh());

    assertThat(heard()).containsExactly(device);
  }

  @Test
  @Tag("A-12")
  void other_devices_are_heard_of_when_the_password_is_changed_and_all_when_it_is_replaced() {
    var here = town().signIn();
    var there = device(town().signIn());
    var asking = town().who(here);
    var changed = accounts().changePassword(asking, Town.PASSWORD, new Password("battery staple"));
    var heard = heard();

    var token = accounts().resetToken(Town.ANN).orElseThrow().value();
    accounts().reset(token, new Password("staple battery"), Optional.empty());

    assertThat(changed).isEqualTo(new Guarded.Done<>(true));
    assertThat(heard).containsExactly(there);
    assertThat(heard()).containsExactlyInAnyOrder(there, asking.device());
  }

  @Test
  @Tag("A-12")
  void the_devices_of_a_deleted_account_are_heard_of() {
    var asking = town().who(town().signIn());

    var deleted = accounts().delete(asking, Town.PASSWORD);

    assertThat(deleted).isEqualTo(new Guarded.Done<>(true));
    assertThat(heard()).containsExactly(asking.device());
  }

  @Test
  @Tag("A-12")
  void the_device_that_makes_room_for_one_too_many_is_heard_of() {
    var devices = new HashSet<DeviceId>();
    for (int i = 0; i < DeviceRows.AT_MOST; i++) {
      devices.add(device(town().signIn()));
      town().pass(Duration.ofMillis(1));
    }

    town().signIn();

    assertThat(heard()).hasSize(1).isSubsetOf(devices);
  }

  @Test
  @Tag("A-13")
  void a_session_that_ends_by_age_is_heard_of_though_nobody_signs_it_out() {
    var device = device(town().signIn());
    town().pass(Sessions.UNUSED.minusMillis(1));
    var before = heard();

    town().pass(Duration.ofMillis(1));

    assertThat(before).isEmpty();
    assertThat(heard()).containsExactly(device);
  }

  @Test
  @Tag("A-12")
  void what_ended_while_the_database_was_not_heard_is_heard_when_it_is() {
    var device = device(town().signIn());
    var account = new AtomicReference<>(Set.<DeviceId>of());
    try (var endings = new Endings(town().otherDatabase(), town()::now)) {
      endings.look();
      sessions().end(town().who(town().signIn()).account().id(), device);
      town().pass(Duration.ofMinutes(30));
      endings.listen(account::set);

      endings.look();

      assertThat(account.get()).contains(device);
    }
  }

  @Test
  void what_was_heard_long_ago_is_told_no_more_and_is_removed_after_an_hour() {
    sessions().end(town().signIn().tokens().refresh());
    town().pass(Endings.AGAIN);
    var heard = heard();
    town().pass(Sweep.AFTERWARDS);
    try (var sweep = new Sweep(town().database(), town()::now)) {

      sweep.removeOld(town().now());
    }

    assertThat(heard).isEmpty();
    assertThat(town().rows("session_end")).isZero();
  }
}
