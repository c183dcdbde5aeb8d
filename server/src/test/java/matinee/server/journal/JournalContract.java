package matinee.server.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What every journal does, whatever it is stored in.
abstract class JournalContract {
  private static final Instant NOW = Instant.ofEpochMilli(1_700_000_000_123L);

  /// An empty journal.
  abstract Journal journal();

  private static RoomId room(long seed) {
    return RoomId.random(new Random(seed));
  }

  private static Entry entry(long revision, String kind) {
    return new Entry(revision, NOW.plusMillis(revision), kind, "{\"revision\":" + revision + "}");
  }

  private static List<Entry> entries(long from, long to) {
    var entries = new ArrayList<Entry>();
    for (long revision = from; revision <= to; revision++) {
      entries.add(entry(revision, revision % 2 == 0 ? "said" : "lost"));
    }
    return entries;
  }

  @Test
  void a_room_is_found_again_as_it_was_made() {
    var journal = journal();

    var made = journal.create(room(1), "e1", NOW);
    var other = journal.create(room(2), "e2", NOW);

    assertThat(journal.find(room(1))).contains(made);
    assertThat(journal.find(room(2))).contains(other);
    assertThat(journal.find(room(3))).isEmpty();
    assertThat(made.key()).isNotEqualTo(other.key());
  }

  @Test
  void a_second_room_with_the_same_id_is_refused() {
    var journal = journal();
    journal.create(room(1), "e1", NOW);

    assertThatThrownBy(() -> journal.create(room(1), "e2", NOW))
        .isInstanceOf(RuntimeException.class);
    assertThat(journal.find(room(1))).map(History::epoch).contains("e1");
  }

  @Test
  @Tag("OR1")
  @Tag("WI5")
  void what_was_appended_is_read_back_unchanged_and_in_order() {
    var journal = journal();
    var history = journal.create(room(1), "e1", NOW);

    journal.append(history, 0, entries(1, 3));
    journal.append(history, 3, entries(4, 4));

    assertThat(journal.since(history, 0, 100)).isEqualTo(entries(1, 4));
    assertThat(journal.since(history, 2, 1)).isEqualTo(entries(3, 3));
    assertThat(journal.since(history, 4, 100)).isEmpty();
    assertThat(journal.head(history)).isEqualTo(4);
  }

  @Test
  @Tag("OR1")
  void who_expects_another_revision_than_the_newest_appends_nothing() {
    var journal = journal();
    var history = journal.create(room(1), "e1", NOW);
    journal.append(history, 0, entries(1, 3));

    var tooOld = journal.append(history, 2, entries(3, 5));
    var tooNew = journal.append(history, 5, entries(6, 6));

    assertThat(List.of(tooOld, tooNew)).containsOnly(Appended.CONFLICT);
    assertThat(journal.since(history, 0, 100)).isEqualTo(entries(1, 3));
  }

  @Test
  @Tag("OR1")
  void events_with_gaps_or_none_at_all_are_refused() {
    var journal = journal();
    var history = journal.create(room(1), "e1", NOW);
    var gap = List.of(entry(1, "said"), entry(3, "said"));

    assertThatThrownBy(() -> journal.append(history, 0, gap)).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(() -> journal.append(history, 0, List.of()))
        .isInstanceOf(RuntimeException.class);
    assertThat(journal.head(history)).isZero();
  }

  @Test
  @Tag("OR4")
  void of_many_who_append_at_once_one_wins_each_revision() throws Exception {
    var journal = journal();
    var history = journal.create(room(1), "e1", NOW);
    Callable<Long> writer =
        () -> {
          long won = 0;
          for (int i = 0; i < 50; i++) {
            long head = journal.head(history);
            var two = entries(head + 1, head + 2);
            if (journal.append(history, head, two) == Appended.ACCEPTED) {
              won++;
            }
          }
          return won;
        };

    long accepted = 0;
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var won : threads.invokeAll(IntStream.range(0, 8).mapToObj(_ -> writer).toList())) {
        accepted += won.get();
      }
    }

    assertThat(journal.head(history)).isEqualTo(2 * accepted);
    assertThat(journal.since(history, 0, 1_000)).isEqualTo(entries(1, 2 * accepted));
  }

  @Test
  void histories_do_not_mix() {
    var journal = journal();
    var one = journal.create(room(1), "e1", NOW);
    var other = journal.create(room(2), "e2", NOW);

    journal.append(one, 0, entries(1, 2));

    assertThat(journal.append(other, 0, entries(1, 1))).isEqualTo(Appended.ACCEPTED);
    assertThat(journal.head(one)).isEqualTo(2);
    assertThat(journal.head(other)).isEqualTo(1);
  }

  @Test
  @Tag("CH1")
  void the_newest_of_some_kinds_before_a_revision_come_oldest_first() {
    var journal = journal();
    var history = journal.create(room(1), "e1", NOW);
    journal.append(history, 0, entries(1, 10));

    var page = journal.before(history, 9, Set.of("said", "joined"), 3);

    assertThat(page).extracting(Entry::revision).containsExactly(4L, 6L, 8L);
    assertThat(journal.before(history, 1, Set.of("said"), 3)).isEmpty();
  }

  @Test
  @Tag("CH3")
  void what_is_about_lines_is_found_by_them() {
    var journal = journal();
    var history = journal.create(room(1), "e1", NOW);
    var other = journal.create(room(2), "e2", NOW);
    var told =
        List.of(
            entry(1, "said"),
            entry(2, "said"),
            about(3, "lineEdited", 1),
            about(4, "reacted", 1),
            about(5, "lineEdited", 2),
            about(6, "lineRemoved", 1));
    journal.append(history, 0, told);
    journal.append(other, 0, List.of(entry(1, "said"), about(2, "lineEdited", 1)));
    var changed = Set.of("lineEdited", "lineRemoved");

    assertThat(journal.about(history, 1, 1, changed, 9)).containsExactly(told.get(2), told.get(5));
    assertThat(journal.about(history, 1, 2, Set.of("lineEdited", "reacted"), 2))
        .containsExactly(told.get(2), told.get(3));
    assertThat(journal.newestAbout(history, 1, 2, changed))
        .containsExactly(told.get(4), told.get(5));
    assertThat(journal.newestAbout(history, 2, 9, changed)).containsExactly(told.get(4));
    assertThat(journal.since(history, 4, 1)).containsExactly(told.get(4));
  }

  private static Entry about(long revision, String kind, long line) {
    var entry = entry(revision, kind);
    return new Entry(revision, entry.at(), kind, entry.body(), OptionalLong.of(line));
  }

  @Test
  void the_newest_snapshot_is_kept_even_if_an_older_one_comes_after_it() {
    var journal = journal();
    var history = journal.create(room(1), "e1", NOW);

    var none = journal.snapshot(history);
    journal.keep(history, new Snapshot(500, "{\"a\":1}"));
    journal.keep(history, new Snapshot(1_000, "{\"a\":2}"));
    journal.keep(history, new Snapshot(700, "{\"a\":3}"));
    journal.markAlive(NOW); // is written after them

    assertThat(none).isEqualTo(Optional.empty());
    assertThat(journal.snapshot(history)).contains(new Snapshot(1_000, "{\"a\":2}"));
  }

  @Test
  @Tag("PB9")
  void the_last_mark_of_being_alive_is_remembered() {
    var journal = journal();

    var never = journal.lastAlive();
    journal.markAlive(NOW);
    journal.markAlive(NOW.plusSeconds(5));
    journal.markAlive(NOW.plusSeconds(3)); // by a server whose mark took longer

    assertThat(never).isEmpty();
    assertThat(journal.lastAlive()).contains(NOW.plusSeconds(5));
  }
}
