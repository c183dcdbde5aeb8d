package matinee.server.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import matinee.server.accounts.Account;
import matinee.server.accounts.AccountId;
import matinee.server.people.Circle.Asking;
import matinee.server.people.Circle.Blocked;
import matinee.server.people.Circle.Friend;
import matinee.server.sql.Session;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Friends, of two servers on one database, whatever keeps it.
abstract class PeopleContract {
  private static final Target NOBODY = Target.of("nobody@example.org");

  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Account ann;
  private Account ben;

  PeopleContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    ann = village.person("Ann");
    ben = village.person("Ben");
  }

  @AfterEach
  void close() {
    village.close();
  }

  private Target handleOf(Account person) {
    return Target.of(village.circle(person).handle().shown());
  }

  private static Target addressOf(Account person) {
    return Target.of(person.email().value());
  }

  private Friend friend(Account person, String note) {
    return new Friend(person.id(), person.profile().name(), note, Optional.empty(), village.now());
  }

  @Test
  void who_is_asked_by_handle_or_address_sees_one_request_and_accepts_it() {
    assertThat(village.one().ask(ann, handleOf(ben))).isEqualTo(Answer.DONE);
    assertThat(village.one().ask(ann, Target.of("BEN@Example.org"))).isEqualTo(Answer.DONE);

    assertThat(village.circle(ben).asking())
        .containsExactly(new Asking(ann.id(), "Ann", Optional.empty(), village.now()));
    assertThat(village.other().accept(ben, ann.id())).isEqualTo(Answer.DONE);

    assertThat(village.circle(ann).friends()).containsExactly(friend(ben, ""));
    assertThat(village.circle(ben).friends()).containsExactly(friend(ann, ""));
    assertThat(village.circle(ann).asked()).isEmpty();
    assertThat(village.circle(ben).asking()).isEmpty();
  }

  @Test
  @Tag("A-07")
  void who_asks_cannot_tell_whether_there_is_somebody() {
    var handle = village.circle(ben).handle();
    var noHandle = handle.value().startsWith("0") ? "1111-1111" : "0000-0000";

    for (var target :
        List.of(addressOf(ben), NOBODY, Target.of(handle.shown()), Target.of(noHandle))) {
      assertThat(village.one().ask(ann, target)).isEqualTo(Answer.DONE);
    }

    assertThat(village.circle(ann).asked().stream().map(Circle.Asked::to))
        .containsExactlyInAnyOrder(ben.email().value(), NOBODY.typed(), handle.shown(), noHandle);
  }

  @Test
  @Tag("A-07")
  void who_is_declined_or_blocked_sees_what_others_see() {
    var carl = village.person("Carl");
    village.one().ask(carl, addressOf(ben));
    village.other().decline(ben, carl.id());
    village.one().block(ben, ann.id(), Village.ORIGIN);

    assertThat(village.one().ask(ann, addressOf(ben))).isEqualTo(Answer.DONE);

    for (var person : List.of(ann, carl)) {
      var circle = village.circle(person);
      assertThat(circle.asked().stream().map(Circle.Asked::to))
          .containsExactly(ben.email().value());
      assertThat(circle.friends()).isEmpty();
    }
    assertThat(village.circle(ben).asking()).isEmpty();
    assertThat(village.one().accept(ben, ann.id())).isEqualTo(Answer.UNKNOWN);
    assertThat(village.one().accept(ben, carl.id())).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void an_address_finds_only_who_has_confirmed_it() {
    var dora = village.newcomer("Dora");

    village.one().ask(ann, addressOf(dora));

    assertThat(village.circle(dora).asking()).isEmpty();
    assertThat(village.one().accept(dora, ann.id())).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void who_registers_later_finds_what_was_asked_before() {
    village.one().ask(ann, Target.of("Emil@example.org"));

    var emil = village.person("Emil");

    assertThat(village.circle(emil).asking())
        .containsExactly(new Asking(ann.id(), "Ann", Optional.empty(), village.now()));
  }

  @Test
  void what_was_asked_by_a_handle_that_is_given_up_does_not_arrive() {
    var before = handleOf(ben);
    village.one().renewHandle(ben);

    village.one().ask(ann, before);

    assertThat(village.circle(ben).asking()).isEmpty();
    assertThat(village.circle(ben).handle().shown()).isNotEqualTo(before.typed());
  }

  @Test
  void a_request_is_over_when_it_is_withdrawn_or_too_old() {
    village.one().ask(ann, handleOf(ben));
    var request = village.circle(ann).asked().getFirst().id();

    assertThat(village.one().withdraw(ben, request)).isEqualTo(Answer.UNKNOWN);
    assertThat(village.one().withdraw(ann, request)).isEqualTo(Answer.DONE);
    assertThat(village.circle(ben).asking()).isEmpty();
    village.one().ask(ann, handleOf(ben));
    village.pass(Duration.ofDays(30));

    assertThat(village.circle(ben).asking()).isEmpty();
    assertThat(village.circle(ann).asked()).isEmpty();
    assertThat(village.other().accept(ben, ann.id())).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void nobody_asks_themselves() {
    assertThat(village.one().ask(ann, handleOf(ann))).isEqualTo(Answer.YOURSELF);
    assertThat(village.one().ask(ann, addressOf(ann))).isEqualTo(Answer.YOURSELF);
    assertThat(village.one().block(ann, ann.id(), Village.ORIGIN)).isEqualTo(Answer.YOURSELF);
  }

  @Test
  void of_requests_a_hundred_are_open_at_most_and_the_same_again_is_none_more() {
    for (int i = 0; i < RequestRows.AT_MOST; i++) {
      assertThat(village.any(i).ask(ann, Target.of(i + "@example.org"))).isEqualTo(Answer.DONE);
    }

    assertThat(village.one().ask(ann, Target.of("7@example.org"))).isEqualTo(Answer.DONE);
    assertThat(village.one().ask(ann, NOBODY)).isEqualTo(Answer.TOO_MANY);
    assertThat(village.circle(ann).asked()).hasSize(RequestRows.AT_MOST);
  }

  @Test
  void friends_are_named_by_their_owner_alone_and_removed_by_either() {
    village.befriend(ann, ben);

    assertThat(village.one().note(ann, ben.id(), "Benny")).isEqualTo(Answer.DONE);
    assertThat(village.circle(ann).friends()).containsExactly(friend(ben, "Benny"));
    assertThat(village.circle(ben).friends()).containsExactly(friend(ann, ""));
    assertThat(village.other().remove(ben, ann.id())).isEqualTo(Answer.DONE);

    assertThat(village.circle(ann).friends()).isEmpty();
    assertThat(village.circle(ben).friends()).isEmpty();
    assertThat(village.other().remove(ben, ann.id())).isEqualTo(Answer.UNKNOWN);
    assertThat(village.one().note(ann, ben.id(), "Benny")).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void who_blocks_a_friend_has_one_less_and_that_is_written_down() {
    village.befriend(ann, ben);

    assertThat(village.one().block(ann, ben.id(), Village.ORIGIN)).isEqualTo(Answer.DONE);
    assertThat(village.other().block(ann, ben.id(), Village.ORIGIN)).isEqualTo(Answer.DONE);

    assertThat(village.circle(ann).blocked()).containsExactly(new Blocked(ben.id(), "Ben"));
    assertThat(village.circle(ann).friends()).isEmpty();
    assertThat(village.circle(ben).friends()).isEmpty();
    assertThat(village.one().unblock(ann, ben.id(), Village.ORIGIN)).isEqualTo(Answer.DONE);
    assertThat(village.one().unblock(ann, ben.id(), Village.ORIGIN)).isEqualTo(Answer.UNKNOWN);
    assertThat(village.circle(ann).blocked()).isEmpty();
    var pair = " %s %s %s".formatted(ann.id().value(), ben.id().value(), Village.ORIGIN);
    assertThat(village.writtenDown())
        .containsExactly("people.block" + pair, "people.unblock" + pair);
  }

  @Test
  void nobody_who_does_not_exist_is_blocked() {
    var nobody = new AccountId("there-is-no-such-one");

    assertThat(village.one().block(ann, nobody, Village.ORIGIN)).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void who_asked_and_then_blocks_cannot_be_made_a_friend() {
    village.one().ask(ann, handleOf(ben));

    village.one().block(ann, ben.id(), Village.ORIGIN);

    assertThat(village.circle(ben).asking()).isEmpty();
    assertThat(village.other().accept(ben, ann.id())).isEqualTo(Answer.UNKNOWN);
  }

  @Test
  void one_who_has_all_the_friends_there_may_be_makes_no_more() {
    village.one().ask(ann, handleOf(ben));
    village.database().write(session -> fill(session, ben));

    assertThat(village.other().accept(ben, ann.id())).isEqualTo(Answer.TOO_MANY);
    village.one().ask(ben, handleOf(ann));
    assertThat(village.one().accept(ann, ben.id())).isEqualTo(Answer.TOO_MANY_THERE);
  }

  private static int fill(Session session, Account owner) throws SQLException {
    var insert =
        session.statement(
            "insert into friendship (owner, other, note, since_ms) values (?, ?, '', 0)");
    for (int i = 0; i < FriendRows.AT_MOST; i++) {
      insert.setString(1, owner.id().value());
      insert.setString(2, "friend " + i);
      insert.addBatch();
    }
    return insert.executeBatch().length;
  }

  @Test
  void of_many_who_accept_and_remove_at_once_both_or_none_are_friends() throws Exception {
    var doing =
        IntStream.range(0, 20)
            .<Callable<Answer>>mapToObj(
                i ->
                    () -> {
                      var _ = village.any(i).ask(ann, addressOf(ben));
                      var _ = village.any(i + 1).accept(ben, ann.id());
                      return village.any(i).remove(ann, ben.id());
                    })
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(doing)) {
        assertThat(done.get()).isIn(Answer.DONE, Answer.UNKNOWN);
      }
    }

    assertThat(village.rows("friendship")).isIn(0L, 2L);
  }

  @Test
  void whatever_belongs_to_who_deleted_the_account_is_seen_no_more_and_removed() {
    village.befriend(ann, ben);
    var carl = village.person("Carl");
    village.one().ask(ben, addressOf(carl));
    village.one().block(carl, ben.id(), Village.ORIGIN);

    village.delete(ben);

    assertThat(village.circle(ann).friends()).isEmpty();
    assertThat(village.circle(carl).blocked()).isEmpty();
    try (var sweep = new PeopleSweep(village.database(), village::now)) {
      sweep.removeOld(village.now());
    }
    assertThat(
            List.of(
                village.rows("friendship"),
                village.rows("friend_request"),
                village.rows("blocked_person"),
                village.rows("person")))
        .containsExactly(0L, 0L, 0L, 2L);
  }

  @Test
  void there_is_news_for_both_whenever_something_is_between_them() {
    village.befriend(ann, ben);
    var before = List.of(village.circle(ann).news(), village.circle(ben).news());

    village.one().remove(ann, ben.id());

    assertThat(village.circle(ann).news()).isEqualTo(before.getFirst() + 1);
    assertThat(village.circle(ben).news()).isEqualTo(before.getLast() + 1);
  }

  @Test
  void friends_are_told_when_they_see_something_else_or_somebody_is_gone_and_others_are_not() {
    var carl = village.person("Carl");
    village.befriend(ann, ben);
    village.circle(carl);
    long before = village.circle(ben).news();

    village.one().tellFriends(ann.id());
    village.delete(ann);
    var _ =
        village
            .database()
            .write(
                session -> {
                  village.one().forget(session, ann.id());
                  return true;
                });

    assertThat(village.circle(ben).news()).isEqualTo(before + 2);
    assertThat(village.circle(carl).news()).isZero();
  }
}
