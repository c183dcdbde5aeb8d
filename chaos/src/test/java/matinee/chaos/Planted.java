package matinee.chaos;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.room.Wish;

/// A good trial of one room in which Ann, the owner, and Ben say something, for tests to plant a
/// mistake in.
final class Planted {
  static final MemberId ANN = new MemberId("ann");
  static final MemberId BEN = new MemberId("ben");
  static final String ROOM = "room";
  static final String EPOCH = "e1";

  private static final Instant NOON = Instant.ofEpochMilli(1_700_000_000_000L);
  private static final Moment MOMENT = new Moment(NOON, Duration.ZERO);

  final History ann = new History("ann's client", ROOM);
  final History ben = new History("ben's client", ROOM);
  List<Recorded> events = new ArrayList<>();
  Evidence.NodeStory node = new Evidence.NodeStory("node1", true, 1, 2, List.of("ready"));

  Planted() {
    ann.isMember(ANN);
    ben.isMember(BEN);
    decide(new Command.Open(film()));
    decide(new Command.Enter(ANN, "Ann"));
    decide(new Command.Enter(BEN, "Ben"));
    for (var history : List.of(ann, ben)) {
      history.add(new Entry.Entered(1, EPOCH, "door"));
      show(history, head());
    }
    asks(ann, "a1", new Wish.Say("hello"));
    asks(ben, "b1", new Wish.Say("good evening"));
    tell(ann, head());
    tell(ben, head());
  }

  private static Media film() {
    return new Media(
        new MediaRef.Address("https://films.example.org/1.mp4"),
        "Film",
        new Length.Known(7_200_000));
  }

  Truth truth() {
    return Truth.of(EPOCH, events);
  }

  Evidence evidence() {
    return new Evidence(List.of(ann, ben), Map.of(ROOM, truth()), List.of(node));
  }

  long head() {
    return truth().head();
  }

  /// The room decides on `command`, and the history has what comes of it.
  void decide(Command command) {
    if (Decider.decide(truth().states().getLast(), command, MOMENT)
        instanceof Decision.Accepted(var decided)) {
      events.addAll(decided);
    } else {
      throw new IllegalStateException("not accepted: " + command);
    }
  }

  /// A client asks for something, which is accepted.
  void asks(History by, String id, Wish wish) {
    long seen = head();
    by.add(new Entry.Asked(2, new CommandId(id), seen, wish));
    decide(new Command.Ask(new CommandId(id), by.member(), seen, wish));
    by.add(new Entry.Accepted(3, EPOCH, new CommandId(id), seen + 1));
  }

  void show(History to, long revision) {
    to.add(new Entry.Shown(1, EPOCH, revision, state(revision)));
  }

  /// A client is told everything after what it has heard of last, up to `revision`.
  void tell(History to, long revision) {
    long known =
        to.entries().stream()
            .mapToLong(
                entry ->
                    switch (entry) {
                      case Entry.Shown(_, _, long shown, _) -> shown;
                      case Entry.Told(_, _, long told, _) -> told;
                      default -> 0;
                    })
            .max()
            .orElse(0);
    for (long next = known + 1; next <= revision; next++) {
      to.add(new Entry.Told(4, EPOCH, next, state(next)));
    }
  }

  long state(long revision) {
    return Fingerprint.of(truth().states().get((int) revision));
  }
}
