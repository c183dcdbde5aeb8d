package matinee.server.rooms;

import io.netty.buffer.ByteBufAllocator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import matinee.room.Contact;
import matinee.room.Decider;
import matinee.room.Event;
import matinee.room.Length;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Playback;
import matinee.room.Stage;
import matinee.room.Wish;
import matinee.server.bus.News;
import matinee.server.journal.History;
import matinee.server.journal.MemoryJournal;
import matinee.server.journal.RoomId;
import matinee.wire.Condition;
import matinee.wire.Measured;
import matinee.wire.ServerMessage;
import matinee.wire.Vitals;

/// One room kept by two servers at once, on virtual time, with Ann connected to one and Bob to the
/// other.
abstract class TwoServers {
  static final Media FILM =
      new Media(new MediaRef.Address("https://example.org/a.mp4"), "A", new Length.Known(60_000));
  static final MemberId ANN = new MemberId("ann");
  static final MemberId BOB = new MemberId("bob");
  static final Vitals READY =
      new Vitals(Condition.READY, new Measured.Ms(800), Measured.Not.NOT, Measured.Not.NOT);

  final VirtualTime time = new VirtualTime();
  final RoomTime roomTime = time.from(VirtualTime.START);
  final MemoryJournal journal = new MemoryJournal();
  final History history = journal.create(RoomId.random(new Random(1)), "epoch", VirtualTime.START);
  final FakeBus bus = new FakeBus();
  final FakeConnection ann = new FakeConnection("ann");
  final FakeConnection bob = new FakeConnection("bob");

  /// A server that keeps the room. What others tell it waits for its next turn.
  final class Server {
    final List<News> heard = new ArrayList<>();
    final Room room;

    Server(String name) {
      var around =
          new Surroundings(
              journal,
              roomTime,
              ByteBufAllocator.DEFAULT,
              new UnmeteredRooms(),
              Decider::decide,
              Tracing.OFF,
              bus.of(name));
      room = Room.open(history, around, Optional.empty(), heard::add);
    }

    void turn(Letter... letters) {
      var all = new ArrayList<Letter>();
      heard.forEach(news -> all.add(new Letter.Heard(news)));
      heard.clear();
      all.addAll(Arrays.asList(letters));
      room.turn(all);
    }

    Contact contact(MemberId member) {
      return room.state().member(member).map(Member::contact).orElseThrow();
    }
  }

  final Server east = new Server("east");
  final Server west = new Server("west");

  void annIsEastAndBobIsWest() {
    east.turn(ann.enter());
    west.turn(bob.enter());
    east.turn();
    west.turn();
    ann.received();
    bob.received();
  }

  void pass(Duration by) {
    time.advance(by);
    east.turn();
    west.turn();
    east.turn();
  }

  static List<Event> events(List<ServerMessage> messages) {
    return messages.stream()
        .filter(ServerMessage.Happened.class::isInstance)
        .map(it -> ((ServerMessage.Happened) it).recorded().event())
        .toList();
  }

  void play() {
    east.turn(ann.ask("load", east.room.state().revision(), new Wish.Load(FILM)));
    west.turn();
    var length = new Length.Known(60_000);
    west.turn(bob.ask("b", west.room.state().revision(), new Wish.ReportReady(length)));
    east.turn(ann.ask("a", east.room.state().revision(), new Wish.ReportReady(length)));
    east.turn(ann.ask("play", east.room.state().revision(), new Wish.Play()));
    west.turn();
  }

  static Playback playback(Server server) {
    return ((Stage.Loaded) server.room.state().stage()).playback();
  }
}
