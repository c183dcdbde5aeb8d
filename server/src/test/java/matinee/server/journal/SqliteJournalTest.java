package matinee.server.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteJournalTest extends JournalContract {
  @TempDir private Path folder;
  private Database database;

  @BeforeEach
  void open() {
    database = Database.open(folder.resolve("matinee.db").toString(), (_, _) -> {});
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  Journal journal() {
    return new SqlJournal(database);
  }

  @Test
  @Tag("CO4")
  void what_was_accepted_is_there_after_the_file_is_opened_anew() {
    var room = RoomId.random(new Random(1));
    var event = new Entry(1, Instant.ofEpochMilli(5), "said", "{\"text\":\"åäö 🎬\"}");
    var history = journal().create(room, "e1", Instant.ofEpochMilli(1));
    journal().append(history, 0, List.of(event));
    close();

    open();

    assertThat(journal().find(room)).contains(history);
    assertThat(journal().since(history, 0, 10)).containsExactly(event);
  }

  @Test
  @Tag("RG1")
  void a_room_that_moves_away_is_told_of_once_it_is_written_down_and_no_other_event() {
    var departures = new AtomicInteger();
    var journal = new SqlJournal(database, Optional.empty(), departures::incrementAndGet);
    var history = journal.create(RoomId.random(new Random(1)), "e1", Instant.EPOCH);
    var said = new Entry(1, Instant.EPOCH, "said", "{}");
    var moved = new Entry(2, Instant.EPOCH, "movedAway", "{}");

    journal.append(history, 0, List.of(said));
    int before = departures.get();
    var first = journal.append(history, 1, List.of(moved));
    var again = journal.append(history, 1, List.of(moved));

    assertThat(List.of(first, again)).containsExactly(Appended.ACCEPTED, Appended.CONFLICT);
    assertThat(List.of(before, departures.get())).containsExactly(0, 1);
  }
}
