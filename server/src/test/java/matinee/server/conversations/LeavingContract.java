package matinee.server.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.Account;
import matinee.server.accounts.AccountId;
import matinee.server.people.Village;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is left of conversations when accounts are deleted, and what can be taken home before, of
/// two servers on one database, whatever keeps it.
abstract class LeavingContract {
  private static final int ALL = 1_000;

  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Conversations one;
  private Conversations other;
  private ConversationSweep sweep;
  private Account ann;
  private Account ben;

  LeavingContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    one = new Conversations(village.database(), village::now);
    other = new Conversations(village.otherDatabase(), village::now);
    sweep = new ConversationSweep(village.otherDatabase());
    ann = village.person("Ann");
    ben = village.person("Ben");
    village.befriend(ann, ben);
    one.say(ann.id(), ben.id(), "a", "Tonight?");
    one.say(ben.id(), ann.id(), "a", "At eight.");
    one.invite(ann.id(), ben.id(), "b", new Invitation("a-room", "A film"));
  }

  @AfterEach
  void close() {
    sweep.close();
    one.close();
    other.close();
    village.close();
  }

  private Message bens() {
    return new Message(
        2, 2, ben.id(), village.now(), new Message.Said("At eight.", Optional.empty()));
  }

  private List<Message> seenByBen() {
    return other.before(ben.id(), ann.id(), Long.MAX_VALUE, 100).messages();
  }

  private List<Long> rows() {
    return List.of(
        village.rows("message"), village.rows("watch_invitation"), village.rows("conversation"));
  }

  @Test
  void what_somebody_said_goes_with_the_account_at_once_and_what_the_other_said_stays() {
    village.delete(ann);

    assertThat(other.before(ben.id(), ann.id(), Long.MAX_VALUE, 1))
        .isEqualTo(new Page(List.of(bens()), 3, 2, false));
    assertThat(other.after(ben.id(), ann.id(), 0, 100).messages()).containsExactly(bens());
    assertThat(other.behind(ben.id(), ann.id(), 0, 100)).containsExactly(bens());
    assertThat(other.of(ben.id()))
        .containsExactly(
            new Talk(ann.id(), Optional.empty(), "", Optional.empty(), false, List.of(bens()), 0));
  }

  @Test
  void ten_minutes_later_it_is_nowhere() {
    village.delete(ann);

    assertThat(sweep.removeSome()).isEqualTo(1);

    assertThat(sweep.removeSome()).isZero();
    assertThat(rows()).containsExactly(1L, 0L, 1L);
    assertThat(seenByBen()).containsExactly(bens());
    assertThat(one.delete(ben.id(), ann.id(), 2)).isEqualTo(new Told.Stands(2));
  }

  @Test
  void however_much_somebody_said_all_of_it_goes() {
    for (int i = 0; i <= ConversationSweep.AT_ONCE; i++) {
      one.say(ann.id(), ben.id(), "more-" + i, "And another thing.");
    }
    village.delete(ann);

    sweep.removeSome();

    assertThat(rows()).containsExactly(1L, 0L, 1L);
  }

  @Test
  void nothing_is_left_where_nobody_is_left_who_said_something() {
    var carl = village.person("Carl");
    village.befriend(ann, carl);
    one.say(ann.id(), carl.id(), "a", "Are you there?");
    other.read(carl.id(), ann.id(), 1);
    village.delete(ann);

    assertThat(other.of(carl.id())).isEmpty();
    sweep.removeSome();
    village.delete(ben);
    sweep.removeSome();

    assertThat(rows()).containsExactly(0L, 0L, 0L);
    assertThat(village.rows("read_mark")).isZero();
  }

  @Test
  void those_who_are_there_are_left_alone() {
    assertThat(sweep.removeSome()).isZero();

    assertThat(rows()).containsExactly(3L, 1L, 1L);
  }

  @Test
  void everything_is_found_to_be_taken_home_also_with_who_is_blocked_or_gone() {
    var carl = village.person("Carl");
    village.befriend(ben, carl);
    one.say(ben.id(), carl.id(), "a", "Hello");
    village.one().block(ben, carl.id(), Village.ORIGIN);
    village.delete(ann);

    var partners = other.partners(ben.id(), "", ALL);

    assertThat(partners)
        .containsExactlyInAnyOrder(
            new Partner(ann.id(), Optional.empty()), new Partner(carl.id(), Optional.of("Carl")));
    assertThat(page(page(""))).isEqualTo(partners.getLast().id().value());
    assertThat(other.partners(ben.id(), partners.getLast().id().value(), ALL)).isEmpty();
    assertThat(other.behind(ben.id(), carl.id(), 0, 1)).hasSize(1);
    assertThat(other.behind(ben.id(), carl.id(), 1, 1)).isEmpty();
  }

  /// Whom a page of one behind `after` has.
  private String page(String after) {
    return other.partners(ben.id(), after, 1).stream()
        .map(Partner::id)
        .map(AccountId::value)
        .findFirst()
        .orElseThrow();
  }
}
