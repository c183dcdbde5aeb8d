package matinee.server.conversations;

import static matinee.server.conversations.InvitationAnswer.ACCEPTED;
import static matinee.server.conversations.InvitationAnswer.DECLINED;
import static matinee.server.conversations.InvitationAnswer.WITHDRAWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import matinee.server.accounts.Account;
import matinee.server.accounts.AccountId;
import matinee.server.conversations.Message.Content;
import matinee.server.conversations.Message.Deleted;
import matinee.server.conversations.Message.Invited;
import matinee.server.conversations.Message.Said;
import matinee.server.people.NewsDesk;
import matinee.server.people.Village;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What friends say to each other, of two servers on one database, whatever keeps it.
abstract class ConversationsContract {
  private static final long ALL = Long.MAX_VALUE;
  private static final int MANY = 50;

  private final Village.Kind kind;
  @TempDir private Path folder;
  private Village village;
  private Conversations one;
  private Conversations other;
  private AccountId ann;
  private AccountId ben;
  private Account benHimself;

  ConversationsContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    one = new Conversations(village.database(), village::now);
    other = new Conversations(village.otherDatabase(), village::now);
    var annHerself = village.person("Ann");
    benHimself = village.person("Ben");
    village.befriend(annHerself, benHimself);
    ann = annHerself.id();
    ben = benHimself.id();
  }

  @AfterEach
  void close() {
    one.close();
    other.close();
    village.close();
  }

  private Message message(long number, long change, AccountId by, Content content) {
    return new Message(number, change, by, village.now(), content);
  }

  private static Said said(String text) {
    return new Said(text, Optional.empty());
  }

  @Test
  void what_is_said_at_one_server_stands_at_the_other_in_one_order() {
    assertThat(one.say(ann, ben, "a", "Tonight?")).isEqualTo(new Told.Stands(1));
    assertThat(other.say(ben, ann, "a", "At eight.")).isEqualTo(new Told.Stands(2));

    var messages =
        List.of(message(1, 1, ann, said("Tonight?")), message(2, 2, ben, said("At eight.")));
    assertThat(other.before(ann, ben, ALL, MANY)).isEqualTo(new Page(messages, 2, 1, false));
    assertThat(one.before(ben, ann, ALL, MANY)).isEqualTo(new Page(messages, 2, 2, false));
  }

  @Test
  void what_is_sent_twice_is_said_once() {
    one.say(ann, ben, "a", "Tonight?");

    assertThat(other.say(ann, ben, "a", "Tonight?")).isEqualTo(new Told.Stands(1));

    assertThat(other.before(ann, ben, ALL, MANY).messages()).hasSize(1);
  }

  @Test
  void of_many_who_speak_at_once_each_has_a_number_of_its_own() throws Exception {
    var speaking =
        IntStream.range(0, 40)
            .<Callable<Told>>mapToObj(
                i ->
                    () ->
                        i % 2 == 0
                            ? one.say(ann, ben, "key " + i, "Message " + i)
                            : other.say(ben, ann, "key " + i, "Message " + i))
            .toList();

    var told = new HashSet<Told>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(speaking)) {
        told.add(done.get());
      }
    }

    var numbers = LongStream.rangeClosed(1, 40).boxed().toList();
    assertThat(told).hasSize(40);
    assertThat(one.before(ann, ben, ALL, MANY).messages().stream().map(Message::number))
        .containsExactlyElementsOf(numbers);
  }

  @Test
  void earlier_messages_come_page_by_page() {
    for (int i = 1; i <= 5; i++) {
      one.say(ann, ben, "key " + i, "Message " + i);
    }

    var newest = other.before(ben, ann, ALL, 2);
    var before = other.before(ben, ann, 4, 3);

    assertThat(newest.messages().stream().map(Message::number)).containsExactly(4L, 5L);
    assertThat(newest.more()).isTrue();
    assertThat(before.messages().stream().map(Message::number)).containsExactly(1L, 2L, 3L);
    assertThat(before.more()).isFalse();
  }

  @Test
  void one_edits_and_takes_back_what_is_ones_own_and_nothing_else() {
    one.say(ann, ben, "a", "Tonihgt?");
    one.say(ann, ben, "b", "Or not?");
    village.pass(Duration.ofMinutes(1));

    assertThat(other.edit(ann, ben, 1, "Tonight?")).isEqualTo(new Told.Stands(1));
    assertThat(other.delete(ann, ben, 2)).isEqualTo(new Told.Stands(2));
    for (var told :
        List.of(
            one.edit(ben, ann, 1, "Never"),
            one.delete(ben, ann, 1),
            one.edit(ann, ben, 2, "Back"),
            one.delete(ann, ben, 2),
            one.delete(ann, ben, 3))) {
      assertThat(told).isEqualTo(new Told.NoMessage());
    }

    var before = village.now().minus(Duration.ofMinutes(1));
    assertThat(one.after(ben, ann, 2, MANY).messages())
        .containsExactly(
            new Message(1, 3, ann, before, new Said("Tonight?", Optional.of(village.now()))),
            new Message(2, 4, ann, before, new Deleted()));
  }

  @Test
  void who_asks_for_changes_gets_what_was_added_and_changed_since() {
    one.say(ann, ben, "a", "One");
    one.say(ann, ben, "b", "Two");
    long known = one.before(ben, ann, ALL, MANY).changes();
    one.say(ann, ben, "c", "Three");
    one.edit(ann, ben, 1, "First");

    var changed = other.after(ben, ann, known, MANY);

    assertThat(changed.messages().stream().map(Message::number)).containsExactly(3L, 1L);
    assertThat(other.after(ben, ann, changed.changes(), MANY).messages()).isEmpty();
    assertThat(other.after(ben, ann, known, 1).more()).isTrue();
  }

  @Test
  void what_the_other_said_is_unread_until_it_is_read_on_any_server() {
    one.say(ann, ben, "a", "One");
    one.say(ann, ben, "b", "Two");
    one.say(ann, ben, "c", "Three");
    one.delete(ann, ben, 3);

    assertThat(talk(ben).unread()).isEqualTo(2);
    assertThat(talk(ann).unread()).isZero();
    other.read(ben, ann, 1);
    assertThat(talk(ben).unread()).isEqualTo(1);
    other.read(ben, ann, 1_000_000);
    one.say(ann, ben, "d", "Four");
    one.read(ben, ann, 2);

    assertThat(talk(ben).unread()).isEqualTo(1);
    assertThat(other.before(ben, ann, ALL, MANY).read()).isEqualTo(3);
  }

  private Talk talk(AccountId of) {
    return other.of(of).getFirst();
  }

  @Test
  void the_list_has_the_newest_first_and_says_what_was_said_last() {
    var carl = village.person("Carl");
    one.say(ann, ben, "a", "One");
    village.pass(Duration.ofSeconds(1));
    village.befriend(benHimself, carl);
    one.say(carl.id(), ben, "a", "Two");

    assertThat(other.of(ben))
        .containsExactly(
            new Talk(
                carl.id(),
                Optional.of("Carl"),
                "",
                Optional.empty(),
                true,
                List.of(message(1, 1, carl.id(), said("Two"))),
                1),
            new Talk(
                ann,
                Optional.of("Ann"),
                "",
                Optional.empty(),
                true,
                List.of(
                    new Message(
                        1, 1, ann, village.now().minus(Duration.ofSeconds(1)), said("One"))),
                1));
  }

  @Test
  void who_is_a_friend_no_more_reads_and_takes_back_but_says_nothing() {
    one.say(ann, ben, "a", "One");
    village.one().remove(benHimself, ann);

    assertThat(other.say(ann, ben, "b", "Two")).isEqualTo(new Told.NoFriends());
    assertThat(other.edit(ann, ben, 1, "Two")).isEqualTo(new Told.NoFriends());
    assertThat(talk(ann).isOpen()).isFalse();
    assertThat(other.delete(ann, ben, 1)).isEqualTo(new Told.Stands(1));
  }

  @Test
  void who_blocks_somebody_sees_nothing_of_them_and_they_see_no_more_than_of_who_left() {
    one.say(ann, ben, "a", "One");

    village.one().block(benHimself, ann, Village.ORIGIN);

    assertThat(other.of(ben)).isEmpty();
    assertThat(talk(ann).isOpen()).isFalse();
    assertThat(other.say(ann, ben, "b", "Two")).isEqualTo(new Told.NoFriends());
  }

  @Test
  void strangers_say_nothing_and_leave_nothing() {
    var carl = village.person("Carl").id();

    assertThat(one.say(carl, ben, "a", "Buy!")).isEqualTo(new Told.NoFriends());
    assertThat(one.delete(carl, ben, 1)).isEqualTo(new Told.NoMessage());
    one.read(carl, ben, 7);

    assertThat(other.of(ben)).isEmpty();
    assertThat(other.of(carl)).isEmpty();
  }

  @Test
  void an_invitation_stands_once_and_is_answered_by_who_got_it() {
    var invitation = new Invitation("a-room", "Nosferatu");
    assertThat(one.invite(ann, ben, "a", invitation)).isEqualTo(new Told.Stands(1));
    assertThat(other.invite(ann, ben, "a", new Invitation("another-room", "")))
        .isEqualTo(new Told.Stands(1));
    assertThat(other.before(ben, ann, ALL, MANY).messages())
        .containsExactly(message(1, 1, ann, new Invited(invitation, Optional.empty())));

    assertThat(one.answer(ann, ben, 1, ACCEPTED)).isEqualTo(new Told.NoMessage());
    assertThat(one.answer(ben, ann, 1, WITHDRAWN)).isEqualTo(new Told.NoMessage());
    assertThat(other.answer(ben, ann, 1, ACCEPTED)).isEqualTo(new Told.Stands(1));
    assertThat(one.answer(ben, ann, 1, DECLINED)).isEqualTo(new Told.NoMessage());
    assertThat(one.answer(ann, ben, 1, WITHDRAWN)).isEqualTo(new Told.NoMessage());

    assertThat(one.after(ann, ben, 1, MANY).messages())
        .containsExactly(message(1, 2, ann, new Invited(invitation, Optional.of(ACCEPTED))));
  }

  @Test
  void who_invited_withdraws_and_does_not_edit_or_take_back() {
    one.invite(ann, ben, "a", new Invitation("a-room", ""));

    assertThat(one.edit(ann, ben, 1, "Words")).isEqualTo(new Told.NoMessage());
    assertThat(one.delete(ann, ben, 1)).isEqualTo(new Told.NoMessage());
    assertThat(one.answer(ann, ben, 1, WITHDRAWN)).isEqualTo(new Told.Stands(1));
    assertThat(other.answer(ben, ann, 1, ACCEPTED)).isEqualTo(new Told.NoMessage());
  }

  @Test
  void an_invitation_is_over_after_a_day_and_what_is_none_is_not_answered() {
    one.invite(ann, ben, "a", new Invitation("a-room", ""));
    one.say(ann, ben, "b", "Well?");
    village.pass(Invited.OPEN_FOR);

    assertThat(other.answer(ben, ann, 1, ACCEPTED)).isEqualTo(new Told.NoMessage());
    assertThat(other.answer(ben, ann, 2, ACCEPTED)).isEqualTo(new Told.NoMessage());
    assertThat(other.answer(ben, ann, 7, ACCEPTED)).isEqualTo(new Told.NoMessage());
  }

  @Test
  void of_many_answers_at_once_one_counts() throws Exception {
    one.invite(ann, ben, "a", new Invitation("a-room", ""));
    var answering =
        IntStream.range(0, 20)
            .<Callable<Told>>mapToObj(
                i ->
                    () ->
                        i % 2 == 0
                            ? one.answer(ben, ann, 1, i % 4 == 0 ? ACCEPTED : DECLINED)
                            : other.answer(ann, ben, 1, WITHDRAWN))
            .toList();

    int done = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var told : threads.invokeAll(answering)) {
        done += told.get().equals(new Told.Stands(1)) ? 1 : 0;
      }
    }

    assertThat(done).isEqualTo(1);
  }

  @Test
  void who_is_no_friend_invites_nobody() {
    var carl = village.person("Carl").id();

    assertThat(one.invite(carl, ben, "a", new Invitation("a-room", "")))
        .isEqualTo(new Told.NoFriends());
  }

  @Test
  void news_is_heard_on_the_other_server_until_one_does_not_listen() throws Exception {
    var heard = new LinkedBlockingQueue<Long>();
    try (var desk = new NewsDesk(village.otherDatabase(), village::now)) {
      var deaf = desk.listen(ben, heard::add);
      long before = heard.take();

      one.say(ann, ben, "a", "One");

      assertThat(heard.poll(1, TimeUnit.MINUTES)).isEqualTo(before + 1);
      deaf.run();
      one.say(ann, ben, "b", "Two");
      var again = new LinkedBlockingQueue<Long>();
      desk.listen(ben, again::add);
      assertThat(again.take()).isEqualTo(before + 2);
      assertThat(heard).isEmpty();
    }
  }
}
