package matinee.spec;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.Control;
import matinee.room.ControlPolicy;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Evolution;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.RoomState;
import matinee.room.Wish;
import matinee.wire.TraceLine;
import matinee.wire.TraceLine.Deed;

/// Anna and Ben watch a film by the real rules, and what the server would write down of it.
final class Evening {
  static final MemberId ANNA = new MemberId("anna");
  static final MemberId BEN = new MemberId("ben");
  private static final Media FILM =
      new Media(new MediaRef.Upload("film"), "Film", new Length.Known(120_000));
  private static final Duration LEAD = Duration.ofMillis(217);

  private final List<Deed> deeds = new ArrayList<>();
  private RoomState state = RoomState.NEW;
  private Instant now = Instant.ofEpochMilli(1_790_000_000_000L);

  /// From the beginning until after Ben was refused.
  static List<Deed> whole() {
    var evening = new Evening();
    evening.loads();
    evening.does(new Command.Open(FILM));
    evening.does(new Command.Enter(ANNA, "Anna"));
    evening.does(new Command.Enter(BEN, "Ben"));
    evening.wishes(ANNA, new Wish.ReportReady(Length.Unknown.UNKNOWN));
    evening.wishes(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));
    evening.wishes(ANNA, new Wish.Play());
    evening.wishes(BEN, new Wish.ReportBuffering());
    evening.wishes(BEN, new Wish.ReportReady(Length.Unknown.UNKNOWN));
    evening.wishes(BEN, new Wish.Say("so far so good"));
    evening.does(new Command.Enter(BEN, "Benjamin"));
    evening.loads();
    evening.wishes(ANNA, new Wish.SetControl(Control.all(ControlPolicy.HOST_ONLY)));
    evening.wishes(ANNA, new Wish.Seek(60_000));
    evening.wishes(BEN, new Wish.Pause());
    return evening.deeds;
  }

  /// The deeds as lines of one room, numbered from each loading on.
  static List<TraceLine> lines(List<Deed> deeds) {
    var lines = new ArrayList<TraceLine>();
    long number = 0;
    for (var deed : deeds) {
      number = deed instanceof TraceLine.Loaded ? 0 : number;
      lines.add(new TraceLine.OfRoom("a-room-of-that-name", "epoch", number, deed));
      number++;
    }
    return lines;
  }

  private void loads() {
    deeds.add(new TraceLine.Loaded(state));
  }

  private void wishes(MemberId by, Wish wish) {
    does(new Command.Ask(new CommandId("c-" + deeds.size()), by, state.revision(), wish));
  }

  private void does(Command command) {
    now = now.plusMillis(2_500);
    var moment = new Moment(now, LEAD);
    var decision = Decider.decide(state, command, moment);
    state = after(state, decision);
    deeds.add(new TraceLine.Decided(command, moment, decision, state));
  }

  static RoomState after(RoomState before, Decision decision) {
    var after = before;
    for (var event : decision.events()) {
      after = Evolution.evolve(after, event);
    }
    return after;
  }
}
