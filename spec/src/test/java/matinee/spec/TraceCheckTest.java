package matinee.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import matinee.room.Author;
import matinee.room.Cause;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Device;
import matinee.room.Event;
import matinee.room.Moment;
import matinee.room.Playback;
import matinee.room.Reason;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Timeline;
import matinee.room.Wish;
import matinee.wire.TraceLine;
import matinee.wire.TraceLine.Decided;
import matinee.wire.TraceLine.Deed;
import matinee.wire.TraceLines;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the specification says about traces of running servers: to those that are true, and to
/// those that were tampered with.
final class TraceCheckTest {
  private static final Path SPEC = Path.of("").toAbsolutePath();
  private static final List<Deed> TRUE = Evening.whole();
  private static final int REFUSED = TRUE.size() - 1;
  private static final int SOUGHT = TRUE.size() - 2;
  private static final int PLAYED = 6;

  @TempDir Path folder;

  private void write(String name, List<TraceLine> lines) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.resolveSibling(""));
    Files.write(file, lines.stream().map(TraceLines::encode).toList());
  }

  private static List<Deed> changed(int at, Deed to) {
    var deeds = new ArrayList<>(TRUE);
    deeds.set(at, to);
    return deeds;
  }

  private static List<Deed> without(int at) {
    var deeds = new ArrayList<>(TRUE);
    deeds.remove(at);
    return deeds;
  }

  private static List<Deed> swapped(int at) {
    var deeds = new ArrayList<>(TRUE);
    deeds.set(at, TRUE.get(at + 1));
    deeds.set(at + 1, TRUE.get(at));
    return deeds;
  }

  private static Decided decided(int at) {
    return (Decided) TRUE.get(at);
  }

  private static RoomState before(int at) {
    return decided(at - 1).after();
  }

  /// At the line `at`, to the same command, happens `event` instead.
  private static Deed happening(int at, Event event) {
    var told = decided(at);
    var ask = (Command.Ask) told.command();
    var recorded =
        new Recorded(
            before(at).revision() + 1,
            told.moment().now(),
            new Author.ByMember(ask.by(), ask.id()),
            event);
    var decision = new Decision.Accepted(List.of(recorded));
    return new Decided(ask, told.moment(), decision, Evening.after(before(at), decision));
  }

  private static Event moves(Cause cause, int at, long positionMs, long afterMs) {
    var anchor = decided(at).moment().now().plusMillis(afterMs);
    return new Event.PlaybackChanged(
        cause, new Playback.Playing(new Timeline(anchor, positionMs, 1)));
  }

  /// The command of line `at` is applied once more, as if nobody had known it.
  private static List<Deed> doubled(int at) {
    var told = decided(at);
    var ask = (Command.Ask) told.command();
    var again = new Command.Ask(new CommandId("again"), ask.by(), ask.seen(), ask.wish());
    var decision = Decider.decide(told.after(), again, told.moment());
    var deeds = new ArrayList<>(TRUE.subList(0, at + 1));
    deeds.add(new Decided(ask, told.moment(), decision, Evening.after(told.after(), decision)));
    return deeds;
  }

  private static Deed laterLed(int at) {
    var told = decided(at);
    var moment = new Moment(told.moment().now(), told.moment().lead().plusMillis(1));
    return new Decided(told.command(), moment, told.decision(), told.after());
  }

  /// After the last line Anna, who hosts, presses pause on `device`, and that is the `decision`.
  private static List<Deed> pausing(Device device, Decision decision) {
    var last = decided(REFUSED);
    var room = last.after();
    var ask =
        new Command.Ask(
            new CommandId("pause"), Evening.ANNA, device, room.revision(), false, new Wish.Pause());
    var deeds = new ArrayList<>(TRUE);
    deeds.add(new Decided(ask, last.moment(), decision, Evening.after(room, decision)));
    return deeds;
  }

  private static Decision paused() {
    var last = decided(REFUSED);
    var ask =
        new Command.Ask(
            new CommandId("pause"), Evening.ANNA, last.after().revision(), new Wish.Pause());
    return Decider.decide(last.after(), ask, last.moment());
  }

  @Test
  void a_companion_that_was_refused_as_one_is_taken() throws Exception {
    var refused = new Decision.Rejected(Reason.NOT_ON_COMPANION);
    write("1.jsonl", Evening.lines(pausing(Device.COMPANION, refused)));

    var checked = TraceCheck.of(SPEC, List.of(folder));

    assertThat(checked.faults()).isEmpty();
    assertThat(checked.run().distinct()).isEqualTo(TRUE.size() + 2L);
  }

  @Test
  void what_happened_by_the_rules_is_taken() throws Exception {
    write("1.jsonl", Evening.lines(TRUE));

    var checked = TraceCheck.of(SPEC, List.of(folder));

    assertThat(checked.faults()).isEmpty();
    assertThat(checked.histories().lines()).isEqualTo(TRUE.size());
    assertThat(checked.run().distinct()).isEqualTo(TRUE.size() + 1L);
  }

  /// Lines are numbered anew, so that it is the rules that notice.
  @Test
  void whatever_is_tampered_with_is_noticed() throws Exception {
    var said = 9;
    var tampered =
        List.of(
            swapped(3),
            swapped(SOUGHT),
            without(2),
            without(SOUGHT),
            changed(SOUGHT, happening(SOUGHT, moves(Cause.SEEKED, SOUGHT, 60_001, 217))),
            changed(SOUGHT, happening(SOUGHT, moves(Cause.SEEKED, SOUGHT, 60_000, 218))),
            changed(
                SOUGHT,
                happening(
                    SOUGHT,
                    new Event.PlaybackChanged(Cause.SEEKED, new Playback.Paused(60_000, 1)))),
            changed(
                REFUSED,
                happening(
                    REFUSED,
                    new Event.PlaybackChanged(Cause.PAUSED, new Playback.Paused(60_000, 1)))),
            changed(PLAYED, laterLed(PLAYED)),
            changed(7, happening(7, new Event.Said("not waited for"))),
            pausing(Device.COMPANION, paused()),
            pausing(Device.SCREEN, new Decision.Rejected(Reason.NOT_ON_COMPANION)),
            doubled(said));
    for (int i = 0; i < tampered.size(); i++) {
      write(i + "/1.jsonl", Evening.lines(tampered.get(i)));
    }

    var run = TraceCheck.ofTampered(SPEC, folder);

    assertThat(run.verdict()).as(run.output()).isEqualTo(Tlc.Verdict.TRUE);
    assertThat(run.distinct()).isGreaterThan(tampered.size());
  }

  @Test
  void the_line_that_is_wrong_is_named() throws Exception {
    write("1.jsonl", Evening.lines(without(SOUGHT)));

    var checked = TraceCheck.of(SPEC, List.of(folder));

    assertThat(checked.faults())
        .singleElement()
        .asString()
        .startsWith(folder.resolve("1.jsonl") + ":" + (SOUGHT + 1));
  }
}
