package matinee.bench;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Evolution;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.room.Wish;
import matinee.wire.ClientMessage;
import matinee.wire.ClientMessages;
import matinee.wire.Decoded;
import matinee.wire.Events;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/// What the pure core does for one command, a step each: the text is read, the room decides, the
/// state follows, the event becomes text. `all` is the four of them one after the other.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CorePath {
  private static final MemberId ASKING = new MemberId("member-0");
  private static final Moment MOMENT =
      new Moment(Instant.ofEpochMilli(1_800_000_000_000L), Duration.ofMillis(150));

  /// How many are in the room.
  @Param({"10", "300"})
  public int members = 10;

  @Param({"say", "seek"})
  public String wish = "say";

  private Step step = Step.of(members, wish);

  @Setup
  public void prepare() {
    step = Step.of(members, wish);
  }

  @Benchmark
  public Command.Ask decode() {
    return step.read();
  }

  @Benchmark
  public Decision decide() {
    return Decider.decide(step.room(), step.ask(), MOMENT);
  }

  @Benchmark
  public RoomState evolve() {
    return Evolution.evolve(step.room(), step.event());
  }

  @Benchmark
  public String encode() {
    return Events.encode(step.event());
  }

  @Benchmark
  public void all(Blackhole used) {
    var room = step.room();
    for (var event : Decider.decide(room, step.read(), MOMENT).events()) {
      room = Evolution.evolve(room, event);
      used.consume(Events.encode(event));
    }
    used.consume(room);
  }

  /// What goes into each step: `text` says what `ask` wants, which makes of `room` what `event`
  /// tells.
  private record Step(RoomState room, String text, Command.Ask ask, Recorded event) {

    static Step of(int members, String wish) {
      var room = room(members);
      var wanted =
          wish.equals("say") ? new Wish.Say("the music right here") : new Wish.Seek(60_000);
      var request = new ClientMessage.Request(new CommandId("c-1"), room.revision(), wanted);
      var text = ClientMessages.encode(request);
      var ask = read(text);
      return new Step(room, text, ask, Decider.decide(room, ask, MOMENT).events().getFirst());
    }

    Command.Ask read() {
      return read(text);
    }

    private static Command.Ask read(String text) {
      return switch (ClientMessages.decode(text)) {
        case Decoded.Value<ClientMessage>(ClientMessage.Request it) ->
            new Command.Ask(it.id(), ASKING, it.seen(), it.wish());
        case Decoded<ClientMessage> other -> throw new IllegalStateException(other.toString());
      };
    }

    private static RoomState room(int members) {
      var film =
          new Media(new MediaRef.Upload("film"), "The Long Way", new Length.Known(5_400_000));
      var room = after(RoomState.NEW, new Command.Open(film));
      for (int i = 0; i < members; i++) {
        room = after(room, new Command.Enter(new MemberId("member-" + i), "Member " + i));
      }
      return room;
    }

    private static RoomState after(RoomState before, Command command) {
      var room = before;
      for (var event : Decider.decide(before, command, MOMENT).events()) {
        room = Evolution.evolve(room, event);
      }
      return room;
    }
  }
}
