package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import matinee.server.stores.StoreMeter.Outcome;
import matinee.server.stores.StoreMeter.Question;
import matinee.server.telemetry.Meters;
import matinee.server.telemetry.StoreMeters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract, and that what is asked is told.
final class MeteredStoreTest extends StoreContract {
  private static final long STEP_NS = 1_000_000;

  @TempDir private Path folder;
  private final AtomicLong nanos = new AtomicLong();
  private final List<Told> told = new ArrayList<>();

  private record Told(Question question, Outcome outcome, long nanos, long bytes) {}

  @Override
  Store store() {
    return metered(
        (question, outcome, took, bytes) -> told.add(new Told(question, outcome, took, bytes)));
  }

  private Store metered(StoreMeter meter) {
    return new MeteredStore(new FolderStore(folder), meter, () -> nanos.addAndGet(STEP_NS));
  }

  @Override
  Path parts() {
    return folder;
  }

  @Test
  void each_question_is_told_with_what_came_of_it() throws Exception {
    var store = store();

    store.put("film-1", Files.write(folder.resolve("a.part"), bytes(1, 100)));
    store.read("film-1", 10, 20).close();
    assertThatThrownBy(() -> store.read("film-2", 0, 1)).isInstanceOf(NoSuchFileException.class);
    store.delete("film-1");

    assertThat(told)
        .containsExactly(
            new Told(Question.PUT, Outcome.DONE, STEP_NS, 100),
            new Told(Question.READ, Outcome.DONE, STEP_NS, 20),
            new Told(Question.READ, Outcome.MISSING, STEP_NS, 0),
            new Told(Question.DELETE, Outcome.DONE, STEP_NS, 0));
  }

  @Test
  void what_was_asked_stands_among_the_figures() throws Exception {
    var meters = new Meters();
    var store = metered(new StoreMeters(meters.registry()));

    store.put("film-1", Files.write(folder.resolve("a.part"), bytes(1, 100)));
    assertThatThrownBy(() -> store.read("film-2", 0, 1)).isInstanceOf(NoSuchFileException.class);

    assertThat(meters.text())
        .contains("matinee_store_asked_seconds_count{outcome=\"done\",question=\"put\"} 1")
        .contains("matinee_store_asked_seconds_count{outcome=\"missing\",question=\"read\"} 1")
        .contains("matinee_store_bytes_total{question=\"put\"} 100.0");
  }
}
