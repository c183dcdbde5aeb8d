package matinee.server.portraits;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import matinee.server.accounts.Account;
import matinee.server.accounts.PortraitId;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Link;
import matinee.server.conversations.Conversations;
import matinee.server.conversations.Talk;
import matinee.server.people.Circle;
import matinee.server.people.Target;
import matinee.server.people.Village;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How people look, as two servers know it, whatever keeps it.
abstract class PortraitsContract {
  private final Village.Kind kind;
  private final Studio studio = new Studio();
  @TempDir private Path folder;
  private Village village;
  private Portraits one;
  private Portraits other;
  private Account ann;
  private Account ben;

  PortraitsContract(Village.Kind kind) {
    this.kind = kind;
  }

  @BeforeEach
  void open() throws SQLException {
    village = new Village(kind, folder);
    one = portraits(village.database());
    other = portraits(village.otherDatabase());
    ann = village.person("Ann");
    ben = village.person("Ben");
  }

  @AfterEach
  void close() {
    village.close();
    studio.close();
  }

  private Portraits portraits(Database database) {
    return new Portraits(database, trail(database), village::now, new SecureRandom());
  }

  private static AuditTrail trail(Database database) {
    return new AuditTrail(database, head -> "signed " + head);
  }

  private Squares squares(Color colour) {
    var file = new ByteArrayInputStream(Pictures.png(100, 100, colour));
    return ((Taken.Done<Squares>) studio.take(file)).made();
  }

  private PortraitId portray(Account account, Color colour) {
    return one.set(account.id(), squares(colour), Village.ORIGIN).orElseThrow();
  }

  private Optional<PortraitId> ofFriend(Account of) {
    return village.circle(of).friends().getFirst().portrait();
  }

  @Test
  void what_is_set_at_one_server_is_seen_at_the_other() {
    var red = squares(Color.RED);

    var id = one.set(ann.id(), red, Village.ORIGIN).orElseThrow();

    assertThat(id.value()).matches("[A-Za-z0-9_-]{22}");
    for (var size : Size.values()) {
      assertThat(other.read(id, size)).hasValue(red.of(size));
    }
    assertThat(village.who(ann.email()).portrait()).hasValue(id);
  }

  @Test
  void another_has_another_address_and_the_one_before_shows_nothing() {
    var before = portray(ann, Color.RED);

    var after = portray(ann, Color.RED);

    assertThat(after).isNotEqualTo(before);
    assertThat(other.read(before, Size.SMALL)).isEmpty();
    assertThat(other.read(after, Size.SMALL)).isPresent();
    assertThat(village.rows("portrait")).isEqualTo(1);
  }

  @Test
  void who_has_none_any_more_is_seen_by_none() {
    var id = portray(ann, Color.RED);

    other.remove(ann.id(), Village.ORIGIN);
    other.remove(ann.id(), Village.ORIGIN);

    assertThat(one.read(id, Size.LARGE)).isEmpty();
    assertThat(village.who(ann.email()).portrait()).isEmpty();
  }

  @Test
  void it_goes_with_the_account_and_nobody_sets_one_for_who_is_gone() {
    var id = portray(ann, Color.RED);
    village.delete(ann);

    var _ =
        village
            .database()
            .write(
                session -> {
                  one.forget(session, ann.id());
                  return true;
                });

    assertThat(other.read(id, Size.LARGE)).isEmpty();
    assertThat(other.set(ann.id(), squares(Color.RED), Village.ORIGIN)).isEmpty();
    assertThat(village.rows("portrait")).isZero();
  }

  @Test
  void friends_are_told_of_it_and_who_is_asked_and_nobody_else() {
    village.befriend(ann, ben);
    var carl = village.person("Carl");
    village.one().ask(ann, Target.of(village.circle(carl).handle().shown()));
    var conversations = new Conversations(village.otherDatabase(), village::now);
    conversations.say(ann.id(), ben.id(), "key", "Tonight?");

    var id = portray(ann, Color.RED);

    assertThat(ofFriend(ben)).hasValue(id);
    assertThat(ofFriend(ann)).isEmpty();
    assertThat(village.circle(carl).asking())
        .containsExactly(new Circle.Asking(ann.id(), "Ann", Optional.of(id), village.now()));
    assertThat(conversations.of(ben.id()).stream().map(Talk::portrait))
        .containsOnly(Optional.of(id));
    village.one().remove(ben, ann.id());
    assertThat(conversations.of(ben.id()).stream().map(Talk::portrait))
        .containsOnly(Optional.empty());
  }

  @Test
  void of_many_that_are_set_at_once_one_stands() throws Exception {
    var squares = squares(Color.RED);
    var setting =
        IntStream.range(0, 8)
            .<Callable<Optional<PortraitId>>>mapToObj(
                i -> () -> (i % 2 == 0 ? one : other).set(ann.id(), squares, Village.ORIGIN))
            .toList();

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var set : threads.invokeAll(setting)) {
        assertThat(set.get()).isPresent();
      }
    }

    assertThat(village.rows("portrait")).isEqualTo(1);
    var stands = village.who(ann.email()).portrait().orElseThrow();
    assertThat(other.read(stands, Size.LARGE)).hasValue(squares.of(Size.LARGE));
  }

  @Test
  void that_it_was_set_and_removed_is_written_down_and_its_address_is_not() {
    portray(ann, Color.RED);
    one.remove(ann.id(), Village.ORIGIN);

    var written =
        trail(village.database()).after(0).stream()
            .map(Link::entry)
            .filter(it -> it.action().startsWith("portrait."))
            .map(it -> it.action() + " " + it.actor() + " " + it.origin() + " " + it.details())
            .toList();

    var who = " " + ann.id().value() + " " + Village.ORIGIN + " {}";
    assertThat(written).containsExactly("portrait.set" + who, "portrait.remove" + who);
  }
}
