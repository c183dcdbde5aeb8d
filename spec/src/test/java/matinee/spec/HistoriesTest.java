package matinee.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import matinee.wire.TraceLine;
import matinee.wire.TraceLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How what several processes wrote down becomes one history, and what is no trace at all.
final class HistoriesTest {
  private static final TraceLine ENDED = new TraceLine.Ended(0);

  /// Up to where the room is loaded again, and from there on.
  private static final int LOADED_AGAIN = 11;

  private static final List<TraceLine> LINES = Evening.lines(Evening.whole());
  private static final List<TraceLine> FIRST = LINES.subList(0, LOADED_AGAIN);
  private static final List<TraceLine> THEN = LINES.subList(LOADED_AGAIN, LINES.size());

  @TempDir Path folder;

  private void write(String name, List<TraceLine> lines, TraceLine... more) throws IOException {
    var all = new ArrayList<>(lines);
    all.addAll(List.of(more));
    Files.write(folder.resolve(name), all.stream().map(TraceLines::encode).toList());
  }

  private Histories read() throws IOException {
    return Histories.below(List.of(folder));
  }

  @Test
  void two_processes_tell_one_history() throws IOException {
    write("1.jsonl", FIRST, ENDED);
    write("2.jsonl", THEN, ENDED);

    var histories = read();

    assertThat(histories.faults()).isEmpty();
    assertThat(histories.holes()).isZero();
    assertThat(histories.all()).hasSize(1);
    assertThat(histories.all().getFirst().steps()).hasSize(LINES.size());
  }

  @Test
  void a_killed_process_may_have_torn_its_last_line_and_left_a_hole() throws IOException {
    write("1.jsonl", FIRST.subList(0, FIRST.size() - 2));
    var torn = TraceLines.encode(FIRST.get(FIRST.size() - 2)).substring(0, 100);
    Files.writeString(folder.resolve("1.jsonl"), torn, StandardOpenOption.APPEND);
    write("2.jsonl", THEN, ENDED);

    var histories = read();

    assertThat(histories.faults()).isEmpty();
    assertThat(histories.holes()).isEqualTo(1);
    assertThat(histories.all().getFirst().steps())
        .filteredOn(History.Step::hole)
        .extracting(History.Step::where)
        .containsExactly(folder.resolve("2.jsonl") + ":1");
  }

  @Test
  void a_process_that_stopped_in_order_leaves_no_hole() throws IOException {
    write("1.jsonl", FIRST.subList(0, FIRST.size() - 2), ENDED);
    write("2.jsonl", THEN, ENDED);

    assertThat(read().faults())
        .containsExactly(
            folder.resolve("2.jsonl") + ":1: nothing is told of what came after revision 10");
  }

  @Test
  void a_history_does_not_go_back() throws IOException {
    write("1.jsonl", LINES);
    write("2.jsonl", THEN);

    assertThat(read().faults())
        .containsExactly(folder.resolve("2.jsonl") + ":1: the history goes back from 14 to 12");
  }

  @Test
  void a_line_that_is_not_there_shows_unless_the_trace_says_so() throws IOException {
    var missing = new ArrayList<>(FIRST);
    var lost = (TraceLine.OfRoom) missing.remove(4);
    write("1.jsonl", missing);
    var state = ((TraceLine.Decided) lost.deed()).after();
    var gap = new TraceLine.OfRoom(lost.room(), lost.epoch(), 4, new TraceLine.Gap(1, state));

    var silent = read();
    missing.add(4, gap);
    write("1.jsonl", missing);
    var said = read();

    assertThat(silent.faults())
        .containsExactly(folder.resolve("1.jsonl") + ":5: should be line 4 of its room, and is 5");
    assertThat(said.faults()).isEmpty();
    assertThat(said.holes()).isEqualTo(1);
  }

  @Test
  void a_line_that_cannot_be_read_is_named() throws IOException {
    Files.writeString(folder.resolve("1.jsonl"), "{\"type\":\"decided\"}\n");

    assertThat(read().faults()).containsExactly(folder.resolve("1.jsonl") + ":1: room is missing");
  }
}
