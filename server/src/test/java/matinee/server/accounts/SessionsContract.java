package matinee.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import matinee.server.accounts.Account.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Devices that are signed in, and their tokens, of two servers on one database.
abstract class SessionsContract extends TownContract {
  private static final Duration GRACE = Sessions.GRACE;
  private static final Duration WITHIN = GRACE.minusMillis(1);

  SessionsContract(Town.Kind kind) {
    super(kind);
  }

  /// The refresh token that follows when `shown` is shown to a server, if one does.
  private Optional<String> refreshed(int server, String shown) {
    return town().any(server).sessions(Town.ORIGIN).refresh(shown).map(Tokens::refresh);
  }

  @Test
  void a_token_is_replaced_when_it_is_used_and_older_than_the_grace() {
    var first = town().signIn().tokens().refresh();

    town().pass(WITHIN);
    var fresh = refreshed(0, first);
    town().pass(Duration.ofMillis(1));
    var replaced = refreshed(1, first);

    assertThat(first).matches("[A-Za-z0-9_-]{43}");
    assertThat(fresh).hasValue(first);
    assertThat(replaced).get().asString().matches("[A-Za-z0-9_-]{43}").isNotEqualTo(first);
  }

  @Test
  @Tag("A-05")
  void within_the_grace_a_replaced_token_leads_where_it_led_before() {
    var first = town().signIn().tokens().refresh();
    town().pass(GRACE);
    var second = refreshed(0, first);

    town().pass(WITHIN);

    assertThat(refreshed(1, first)).isEqualTo(second);
    assertThat(refreshed(0, second.orElseThrow())).isEqualTo(second);
  }

  @Test
  @Tag("A-04")
  void who_shows_a_replaced_token_after_the_grace_signs_the_device_out() {
    var first = town().signIn().tokens().refresh();
    town().pass(GRACE);
    var second = refreshed(0, first).orElseThrow();
    town().pass(GRACE);

    assertThat(refreshed(1, first)).isEmpty();

    assertThat(refreshed(0, second)).isEmpty();
    assertThat(town().rows("device")).isZero();
  }

  @Test
  @Tag("A-04")
  void so_does_who_shows_one_that_was_replaced_long_before() {
    var first = town().signIn().tokens().refresh();
    var newest = first;
    for (int i = 0; i < 3; i++) {
      town().pass(GRACE);
      newest = refreshed(i, newest).orElseThrow();
    }

    assertThat(refreshed(0, first)).isEmpty();

    assertThat(refreshed(1, newest)).isEmpty();
  }

  @Test
  void what_was_never_a_token_signs_nobody_out() {
    var token = town().signIn().tokens().refresh();

    assertThat(refreshed(0, "")).isEmpty();
    assertThat(refreshed(0, "A".repeat(43))).isEmpty();
    assertThat(refreshed(0, "A".repeat(22) + token.substring(22))).isEmpty();
    assertThat(refreshed(0, token + "A")).isEmpty();
    town().one().sessions(Town.ORIGIN).end("A".repeat(43));

    assertThat(refreshed(0, token)).hasValue(token);
  }

  @Test
  @Tag("A-05")
  void of_twenty_tabs_that_refresh_at_once_none_is_signed_out() throws Exception {
    var token = town().signIn().tokens().refresh();
    for (int round = 0; round < 500; round++) {
      town().pass(GRACE);
      var shown = token;
      var tabs =
          IntStream.range(0, 20)
              .<Callable<Optional<String>>>mapToObj(i -> () -> refreshed(i, shown))
              .toList();

      Set<String> successors = new HashSet<>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (var tab : threads.invokeAll(tabs)) {
          successors.add(tab.get().orElseThrow());
        }
      }

      assertThat(successors).hasSize(1).doesNotContain(shown);
      token = successors.iterator().next();
    }
    assertThat(refreshed(0, token)).hasValue(token);
  }

  @Test
  void sixty_days_without_use_end_a_device() {
    var entry = town().signIn();
    var used = town().signIn().tokens().refresh();
    town().pass(Sessions.UNUSED.minusSeconds(1));
    var successor = refreshed(0, used).orElseThrow();

    town().pass(Duration.ofSeconds(1));

    assertThat(refreshed(1, entry.tokens().refresh())).isEmpty();
    assertThat(refreshed(1, successor)).hasValue(successor);
  }

  @Test
  void what_is_over_is_removed_and_nothing_else() {
    town().signIn();
    town().one().sessions(Town.ORIGIN).signIn(Town.attempt("wrong password"));
    town().pass(Sessions.UNUSED.plus(Sweep.AFTERWARDS));
    town().signIn();
    town().one().sessions(Town.ORIGIN).signIn(Town.attempt("wrong password"));
    try (var sweep = new Sweep(town().database(), town()::now)) {

      int removed = sweep.removeOld(town().now());

      assertThat(removed).isEqualTo(1); // its tries were forgotten when Ann signed in
      assertThat(sweep.removeOld(town().now().plus(Tries.FORGOTTEN_AFTER))).isEqualTo(1);
    }
    assertThat(List.of(town().rows("device"), town().rows("sign_in_try"))).containsExactly(1L, 0L);
  }

  @Test
  void a_device_that_is_signed_out_is_refused_at_once_everywhere() {
    var here = town().signIn();
    var there = town().signIn();
    var asking = town().who(here);

    town().one().sessions(Town.ORIGIN).end(asking.account().id(), town().who(there).device());

    assertThat(town().other().sessions(Town.ORIGIN).who(there.tokens().access())).isEmpty();
    assertThat(refreshed(1, there.tokens().refresh())).isEmpty();
    assertThat(town().other().sessions(Town.ORIGIN).who(here.tokens().access())).hasValue(asking);
  }

  @Test
  void nobody_signs_out_a_device_of_somebody_else() {
    var ann = town().signIn();
    var stranger = new AccountId("A".repeat(22));

    town().one().sessions(Town.ORIGIN).end(stranger, town().who(ann).device());

    assertThat(town().who(ann).account().email()).isEqualTo(Town.ANN);
  }

  @Test
  void who_signs_out_with_any_token_of_the_device_is_out() {
    var entry = town().signIn();
    town().pass(GRACE);
    refreshed(0, entry.tokens().refresh());

    town().other().sessions(Town.ORIGIN).end(entry.tokens().refresh());

    assertThat(town().one().sessions(Town.ORIGIN).who(entry.tokens().access())).isEmpty();
    assertThat(town().rows("device")).isZero();
  }

  @Test
  void signed_out_everywhere_nothing_is_left_of_the_devices() {
    var asking = town().who(town().signIn());
    town().signIn();

    town().one().sessions(Town.ORIGIN).endAll(asking.account().id());

    assertThat(town().one().sessions(Town.ORIGIN).devices(asking.account().id())).isEmpty();
  }

  @Test
  void devices_are_told_the_one_seen_last_first() {
    var first = town().signIn();
    var begin = town().now();
    town().pass(Duration.ofHours(1));
    town().signIn();
    town().pass(Duration.ofHours(1));
    refreshed(0, first.tokens().refresh());

    var devices = town().other().sessions(Town.ORIGIN).devices(first.tokens().account().id());

    var name = new DeviceName("Firefox on Linux");
    var later = begin.plus(Duration.ofHours(1));
    assertThat(devices)
        .extracting(Device::name, Device::created, Device::seen)
        .containsExactly(tuple(name, begin, town().now()), tuple(name, later, later));
  }

  @Test
  void of_more_than_a_hundred_devices_the_one_not_used_for_longest_is_signed_out() {
    var oldest = town().signIn();
    for (int i = 0; i < DeviceRows.AT_MOST; i++) {
      town().pass(Duration.ofMillis(1));
      town().signIn();
    }

    assertThat(town().rows("device")).isEqualTo(DeviceRows.AT_MOST);
    assertThat(refreshed(0, oldest.tokens().refresh())).isEmpty();
  }

  @Test
  void servers_that_want_a_key_at_once_have_one() throws Exception {
    var wanting =
        IntStream.range(0, 8)
            .<Callable<String>>mapToObj(
                i ->
                    () ->
                        new SigningKeys(
                                i % 2 == 0 ? town().database() : town().otherDatabase(),
                                new SecureRandom())
                            .publicKeys())
            .toList();

    Set<String> keys = new HashSet<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var key : threads.invokeAll(wanting)) {
        keys.add(key.get());
      }
    }

    assertThat(keys).hasSize(1);
    assertThat(keys.iterator().next()).doesNotContain("\"d\"");
    assertThat(town().rows("signing_key")).isEqualTo(1);
  }

  @Test
  void nothing_that_is_kept_is_a_token() {
    var entry = town().signIn();

    var kept =
        town()
            .database()
            .read(
                session -> {
                  var text = new StringBuilder();
                  try (var rows = session.statement("select * from device").executeQuery()) {
                    while (rows.next()) {
                      for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                        text.append(rows.getString(i)).append(' ');
                      }
                    }
                  }
                  return text.toString();
                });

    assertThat(kept)
        .doesNotContain(entry.tokens().refresh())
        .doesNotContain(entry.tokens().refresh().substring(0, 21))
        .doesNotContain(entry.tokens().refresh().substring(22));
  }

  @Test
  void what_is_done_is_written_down_and_what_is_not_done_is_not() {
    var first = town().signIn();
    var asking = town().who(first);
    var accounts = town().one().accounts(Town.ORIGIN);
    var sessions = town().other().sessions(Town.ORIGIN);
    accounts.register(
        new Accounts.Application(
            Town.ANN, new Password("another one"), asking.account().profile()));
    sessions.signIn(Town.attempt("wrong password"));
    accounts.change(asking, new Profile("Anna", Optional.empty(), Optional.empty()));
    accounts.changePassword(asking, Town.PASSWORD, new Password("a better horse"));
    sessions.end(asking.account().id(), asking.device());
    sessions.end(asking.account().id(), asking.device());
    sessions.endAll(asking.account().id());

    var device = asking.device().value();
    assertThat(town().writtenDown())
        .containsExactly(
            "account.register {\"name\":\"Ann\"}",
            "session.begin {\"device\":\"" + device + "\",\"name\":\"Firefox on Linux\"}",
            "account.change {\"after\":\"Anna, -, -\",\"before\":\"Ann, -, -\"}",
            "account.password {}",
            "session.end {\"device\":\"" + device + "\"}");
  }

  @Test
  void a_token_that_was_shown_too_late_is_written_down() {
    var first = town().signIn();
    var sessions = town().one().sessions(Town.ORIGIN);
    town().pass(Duration.ofMinutes(1));
    sessions.refresh(first.tokens().refresh());
    town().pass(Duration.ofMinutes(1));

    sessions.refresh(first.tokens().refresh());

    assertThat(town().writtenDown().getLast()).startsWith("session.reuse {");
  }
}
