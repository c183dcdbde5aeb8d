package matinee.server.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import matinee.room.RoomState;
import matinee.wire.Decoded;
import matinee.wire.TraceLine;
import matinee.wire.TraceLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The file of a process.
final class TraceFileTest {
  private static final int MORE_THAN_IT_HOLDS = 3_000;

  @TempDir Path folder;

  private static TraceLine line(long number) {
    return new TraceLine.OfRoom("room", "epoch", number, new TraceLine.Loaded(RoomState.NEW));
  }

  private List<TraceLine> read() throws Exception {
    var lines = new ArrayList<TraceLine>();
    for (var text : Files.readAllLines(folder.resolve("deep/1000-7.jsonl"))) {
      if (TraceLines.decode(text) instanceof Decoded.Value<TraceLine>(var line)) {
        lines.add(line);
      }
    }
    return lines;
  }

  private TraceFile begin() throws Exception {
    return TraceFile.begin(folder.resolve("deep"), Instant.ofEpochSecond(1), 7);
  }

  private static List<TraceLine> waiting(CountDownLatch go) {
    try {
      go.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return List.of();
  }

  @Test
  void lines_are_written_in_their_order_and_the_end_is_told() throws Exception {
    try (var file = begin()) {
      assertThat(file.take(() -> List.of(line(0), line(1)))).isTrue();
      assertThat(file.take(() -> List.of(line(2)))).isTrue();
    }

    assertThat(read()).containsExactly(line(0), line(1), line(2), new TraceLine.Ended(0));
  }

  @Test
  void who_comes_while_it_is_full_is_told_so_and_the_end_tells_how_many_did() throws Exception {
    var go = new CountDownLatch(1);
    long refused;
    try (var file = begin()) {
      file.take(() -> waiting(go));
      refused =
          IntStream.range(0, MORE_THAN_IT_HOLDS)
              .filter(i -> !file.take(() -> List.of(line(i))))
              .count();
      go.countDown();
    }

    var lines = read();
    assertThat(refused).isPositive();
    assertThat(lines).hasSize((int) (MORE_THAN_IT_HOLDS - refused) + 1);
    assertThat(lines.getLast()).isEqualTo(new TraceLine.Ended(refused));
  }
}
