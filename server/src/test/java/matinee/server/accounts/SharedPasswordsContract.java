package matinee.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import matinee.server.audit.Entry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Passwords that are nobody's own, known by all servers, whatever keeps them.
abstract class SharedPasswordsContract extends TownContract {
  private static final String PLACE = "a room";

  SharedPasswordsContract(Town.Kind kind) {
    super(kind);
  }

  private void set(Passport server, String place, String password) {
    var deed = Entry.of(town().now(), "ann", "room.password", place, Town.ORIGIN, Map.of());
    server.sharedPasswords().set(place, new Password(password), deed);
  }

  private Optional<String> known(Passport server, String place, String typed) {
    return switch (server.sharedPasswords().knows(place, Town.ORIGIN, typed)) {
      case Guarded.Done<String>(var known) -> Optional.of(known);
      case Guarded.Wrong<String> _ -> Optional.empty();
      case Guarded.TooOften<String>(var pause) -> throw new AssertionError("wait " + pause);
    };
  }

  @Test
  @Tag("AC2")
  void what_one_server_sets_the_other_knows_and_it_is_written_down_but_not_which() {
    set(town().one(), PLACE, "correct horse");

    assertThat(known(town().other(), PLACE, "correct horse")).contains(PLACE);
    assertThat(known(town().other(), PLACE, "wrong horse")).isEmpty();
    assertThat(town().writtenDown()).contains("room.password {}");
  }

  @Test
  @Tag("AC2")
  void a_new_one_takes_the_place_of_the_one_before_and_each_place_has_its_own() {
    set(town().one(), PLACE, "correct horse");
    set(town().one(), "another room", "another horse");

    set(town().other(), PLACE, "battery staple");

    assertThat(known(town().one(), PLACE, "correct horse")).isEmpty();
    assertThat(known(town().one(), PLACE, "battery staple")).contains(PLACE);
    assertThat(known(town().one(), "another room", "another horse")).contains("another room");
  }

  @Test
  void where_none_is_set_none_is_right() {
    assertThat(known(town().one(), PLACE, "")).isEmpty();
    assertThat(known(town().one(), PLACE, "correct horse")).isEmpty();
  }

  @Test
  @Tag("A-08")
  void who_guesses_at_both_servers_waits_and_after_a_quarter_of_an_hour_may_try_again() {
    set(town().one(), PLACE, "correct horse");
    for (int i = 0; i < 10; i++) {
      assertThat(known(town().any(i), PLACE, "wrong horse")).isEmpty();
    }

    var eleventh = town().other().sharedPasswords().knows(PLACE, Town.ORIGIN, "correct horse");
    town().pass(Duration.ofMinutes(15));

    assertThat(eleventh).isInstanceOf(Guarded.TooOften.class);
    assertThat(known(town().other(), PLACE, "correct horse")).contains(PLACE);
  }
}
