package matinee.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import matinee.server.access.Secret;
import matinee.server.audit.Verdict.Broken;
import matinee.server.audit.Verdict.Whole;
import matinee.server.journal.Appended;
import matinee.server.journal.Deed;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;
import matinee.server.journal.SqlJournal;
import matinee.server.sql.Database;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What holds of the chain of what was done, in whatever database it is.
abstract class AuditContract {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
  private static final Secret SECRET = Secret.of("the secret of these servers");

  /// Two servers' ways to one database, or one's twice.
  abstract List<Database> databases();

  private static Entry entry(int number) {
    return Entry.of(
        NOON.plusMillis(number),
        "ann",
        "room.rename",
        "room-" + number,
        "192.0.2.1",
        Map.of("before", "Ännchens \"Raum\"", "after", "film \uD83C\uDFAC " + number));
  }

  private static AuditTrail trail(Database database) {
    return new AuditTrail(database, head -> SECRET.prove("audit", head));
  }

  private AuditTrail trail() {
    return trail(databases().getFirst());
  }

  private void make(int entries) {
    IntStream.rangeClosed(1, entries).forEach(number -> trail().record(entry(number), _ -> true));
  }

  private Verdict verdict(Optional<Head> noted) {
    return new Verification(trail(databases().getLast()), noted).verdict();
  }

  private Verdict verdict() {
    return verdict(Optional.empty());
  }

  /// What somebody does who can write to the database and has no key.
  private void tamper(String sql) {
    int changed = databases().getFirst().write(session -> session.statement(sql).executeUpdate());
    assertThat(changed).as(sql).isPositive();
  }

  @Test
  void a_chain_that_nobody_began_is_whole() {
    assertThat(verdict()).isEqualTo(new Whole(Head.BEGINNING));
  }

  @Test
  void what_was_recorded_is_there_in_its_order_and_whole() {
    make(3);

    var links = trail().after(0);

    assertThat(links.stream().map(Link::entry)).containsExactly(entry(1), entry(2), entry(3));
    assertThat(links.stream().map(Link::seq)).containsExactly(1L, 2L, 3L);
    assertThat(verdict()).isEqualTo(new Whole(Head.of(links.getLast())));
  }

  @Test
  void servers_that_record_at_the_same_time_make_one_chain() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int number = 1; number <= 200; number++) {
        var trail = trail(databases().get(number % 2));
        var entry = entry(number);
        threads.submit(() -> trail.record(entry, _ -> true));
      }
    }

    var links = trail().after(0);

    assertThat(links.stream().map(it -> it.entry().target()).distinct()).hasSize(200);
    assertThat(verdict()).isEqualTo(new Whole(Head.of(links.getLast())));
  }

  @Test
  void what_was_not_done_is_not_recorded_and_what_failed_is_not_done() {
    make(1);

    boolean isDone = trail().record(entry(2), _ -> false);

    assertThat(isDone).isFalse();
    assertThatThrownBy(() -> trail().record(entry(3), _ -> failing()))
        .hasRootCauseMessage("it fails");
    assertThat(trail().after(0).stream().map(Link::entry)).containsExactly(entry(1));
    assertThat(verdict()).isInstanceOf(Whole.class);
  }

  private static boolean failing() {
    throw new IllegalStateException("it fails");
  }

  @Test
  void a_chain_longer_than_a_page_is_followed_to_its_end() {
    make(AuditTrail.PAGE + 1);

    assertThat(verdict()).isInstanceOfSatisfying(Whole.class, it -> isAt(it, AuditTrail.PAGE + 1));
  }

  private static void isAt(Whole whole, long seq) {
    assertThat(whole.head().seq()).isEqualTo(seq);
  }

  @ParameterizedTest
  @Tag("D-10")
  @CsvSource(
      delimiter = '|',
      value = {
        "update audit_entry set actor = 'jonas' where seq = 2 | 2",
        "update audit_entry set at_ms = at_ms + 1 where seq = 2 | 2",
        "update audit_entry set details = '{}' where seq = 2 | 2",
        "update audit_entry set actor = 'annroom', action = '.rename' where seq = 2 | 2",
        "update audit_entry set hash = replace(hash, 'a', 'b') where seq = 2 | 2",
        "delete from audit_entry where seq = 2 | 2",
        "delete from audit_entry where seq = 4 | 4",
        "delete from audit_entry where seq > 2 | 3",
        "delete from audit_entry | 1",
        "update audit_entry set seq = seq + 10 where seq = 2 | 2",
        "update audit_head set seq = 3 | 3",
        "update audit_head set signature = '00' | 4",
        "delete from audit_head | 1"
      })
  void what_was_changed_removed_or_moved_is_found_at_its_place(String sql, long seq) {
    make(4);
    assertThat(verdict()).isInstanceOf(Whole.class);

    tamper(sql);

    assertThat(verdict()).isInstanceOfSatisfying(Broken.class, it -> isAt(it, seq));
  }

  private static void isAt(Broken broken, long seq) {
    assertThat(broken.seq()).as(broken.why()).isEqualTo(seq);
  }

  @Test
  @Tag("D-10")
  void two_that_changed_their_places_are_found() {
    make(4);

    tamper("update audit_entry set seq = -2 where seq = 2");
    tamper("update audit_entry set seq = 2 where seq = 3");
    tamper("update audit_entry set seq = 3 where seq = -2");

    assertThat(verdict()).isInstanceOfSatisfying(Broken.class, it -> isAt(it, 2));
  }

  @Test
  @Tag("D-10")
  void what_was_put_in_behind_the_end_with_a_right_hash_is_found() {
    make(2);
    var link = Head.of(trail().after(1).getFirst()).followedBy(entry(3));

    databases()
        .getFirst()
        .write(
            session -> {
              AuditTrail.insert(session, link);
              return true;
            });

    assertThat(verdict()).isInstanceOfSatisfying(Broken.class, it -> isAt(it, 3));
  }

  @Test
  @Tag("D-10")
  void a_chain_that_was_written_anew_is_found_with_a_head_that_was_noted() {
    make(3);
    var noted = Optional.of(Head.of(trail().after(2).getFirst()));
    assertThat(verdict(noted)).isInstanceOf(Whole.class);

    tamper("delete from audit_entry");
    tamper("delete from audit_head");
    IntStream.rangeClosed(2, 5).forEach(number -> trail().record(entry(number), _ -> true));

    assertThat(verdict()).isInstanceOf(Whole.class);
    assertThat(verdict(noted)).isInstanceOfSatisfying(Broken.class, it -> isAt(it, 3));
  }

  @Test
  @Tag("D-10")
  void a_chain_that_was_put_back_to_an_older_state_is_found_with_a_head_that_was_noted() {
    make(2);
    var noted = new Head(3, "0".repeat(64));

    assertThat(verdict(Optional.of(noted))).isEqualTo(new Broken(3, "it went as far as 3 once"));
  }

  private static matinee.server.journal.Entry deed(long revision) {
    return new matinee.server.journal.Entry(revision, NOON, "kicked", "{}")
        .with(new Deed("ann", "192.0.2.1", "room.kick", Map.of("member", "bob-" + revision)));
  }

  private static Journal journal(Database database) {
    return new SqlJournal(database, Optional.of(trail(database)), () -> {});
  }

  private History newRoom(String id) {
    return journal(databases().getFirst()).create(new RoomId(id.repeat(16)), "epoch", NOON);
  }

  @Test
  void an_event_that_is_a_deed_is_recorded_with_it_and_one_that_has_no_place_is_not() {
    var room = newRoom("a");
    var said = new matinee.server.journal.Entry(1, NOON, "said", "{}");
    var journal = journal(databases().getLast());

    journal.append(room, 0, List.of(said, deed(2), deed(3)));
    var late = journal.append(room, 1, List.of(deed(2)));

    assertThat(late).isEqualTo(Appended.CONFLICT);
    assertThat(trail().after(0).stream().map(Link::entry))
        .containsExactly(done(room, 2), done(room, 3));
    assertThat(verdict()).isInstanceOf(Whole.class);
  }

  private static Entry done(History room, long revision) {
    return Entry.of(
        NOON,
        "ann",
        "room.kick",
        room.id().value(),
        "192.0.2.1",
        Map.of("member", "bob-" + revision));
  }

  @Test
  void deeds_in_many_rooms_at_once_are_recorded_each_once_by_all_servers() throws Exception {
    var rooms = Stream.of("a", "b", "c", "d").map(this::newRoom).toList();
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int number = 0; number < 80; number++) {
        var room = rooms.get(number % 4);
        long revision = number / 4 + 1;
        var journal = journal(databases().get(number / 4 % 2));
        threads.submit(() -> insist(journal, room, revision));
      }
    }

    var links = trail().after(0);

    for (var room : rooms) {
      assertThat(
              links.stream().map(Link::entry).filter(it -> it.target().equals(room.id().value())))
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 20).mapToObj(it -> done(room, it)).toList());
    }
    assertThat(verdict()).isInstanceOf(Whole.class);
  }

  /// Appends when what comes before it is there.
  private static void insist(Journal journal, History room, long revision) {
    while (journal.append(room, revision - 1, List.of(deed(revision))) == Appended.CONFLICT) {
      Thread.onSpinWait();
    }
  }

  @Test
  void what_is_about_something_is_found_newest_first_and_page_by_page() {
    make(3);
    IntStream.rangeClosed(1, 5)
        .forEach(
            it ->
                trail()
                    .record(
                        Entry.of(NOON, "ann", "room.lock", "room-2", "", Map.of("n", "" + it)),
                        _ -> true));
    trail().record(Entry.of(NOON, "ann", "place.take", "room-2", "", Map.of()), _ -> true);

    var page = trail().about("room-2", "room.", Long.MAX_VALUE, 3);
    var rest = trail().about("room-2", "room.", page.getLast().seq(), 9);

    assertThat(page.stream().map(Link::seq)).containsExactly(8L, 7L, 6L);
    assertThat(rest.stream().map(Link::seq)).containsExactly(5L, 4L, 2L);
  }

  @Test
  void what_somebody_did_is_found_in_its_order_and_page_by_page() {
    for (var actor : List.of("ann", "ben", "ann", "", "ann")) {
      trail().record(Entry.of(NOON, actor, "room.lock", "room-2", "", Map.of()), _ -> true);
    }

    var page = trail().by("ann", 0, 2);
    var rest = trail().by("ann", page.getLast().seq(), 9);

    assertThat(page.stream().map(Link::seq)).containsExactly(1L, 3L);
    assertThat(rest.stream().map(Link::seq)).containsExactly(5L);
  }
}
