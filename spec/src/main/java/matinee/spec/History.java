package matinee.spec;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import matinee.room.Contact;
import matinee.room.Member;
import matinee.room.Playback;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Timeline;
import matinee.wire.TraceLine;
import matinee.wire.TraceLine.Deed;

/// What running servers told of one history of one room, from the first line to the last.
record History(String room, String epoch, List<Step> steps) {

  /// A line: where it stands, and what it tells. `hole`: nothing is known of how the room became
  /// what this line says, so that the room is taken to be so.
  record Step(Path file, int line, Deed deed, boolean hole) {

    String where() {
      return file + ":" + line;
    }
  }

  /// Just before everything that is told.
  Instant beginning() {
    return steps.stream()
        .flatMap(step -> times(step.deed()))
        .filter(time -> time.isAfter(Instant.EPOCH))
        .min(Instant::compareTo)
        .orElse(Instant.EPOCH)
        .minusMillis(1);
  }

  private static Stream<Instant> times(Deed deed) {
    return switch (deed) {
      case TraceLine.Loaded(var state) -> times(state);
      case TraceLine.Gap(var _, var state) -> times(state);
      case TraceLine.Decided decided -> Stream.of(decided.moment().now());
      case TraceLine.TakenOver(var events, var _) -> events.stream().map(event -> event.at());
      case TraceLine.Failed _ -> Stream.of();
    };
  }

  private static Stream<Instant> times(RoomState state) {
    return Stream.of(
            Stream.of(state.at()),
            times(state.stage()),
            state.members().stream().flatMap(History::times))
        .flatMap(times -> times);
  }

  private static Stream<Instant> times(Stage stage) {
    return switch (stage) {
      case Stage.Idle _ -> Stream.of();
      case Stage.Loaded(_, _, _, Playback.Paused _) -> Stream.of();
      case Stage.Loaded(_, _, _, Playback.Playing(Timeline line)) -> Stream.of(line.anchorTime());
      case Stage.Loaded(_, _, _, Playback.Waiting waiting) -> Stream.of(waiting.since());
    };
  }

  private static Stream<Instant> times(Member member) {
    return member.contact() instanceof Contact.Lost(var since)
        ? Stream.of(since, member.grace().at())
        : Stream.of(member.grace().at());
  }
}
