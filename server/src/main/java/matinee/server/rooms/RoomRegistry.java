package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import matinee.host.Refusals;
import matinee.room.Access;
import matinee.room.Command;
import matinee.room.CommandId;
import matinee.room.Media;
import matinee.room.MediaRef;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.RoomState;
import matinee.room.Stage;
import matinee.room.Wish;
import matinee.server.journal.Epochs;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.server.journal.RoomId;

/// All rooms: those in memory, each with its [RoomLoop], and those that are only in the journal.
/// Safe for use by any thread.
public final class RoomRegistry implements Rooms, LetterBox {

  private final Surroundings around;
  private final RandomGenerator chance;
  private final Optional<Instant> keptBefore;
  private final Map<RoomId, RoomLoop> loops = new ConcurrentHashMap<>();
  private volatile boolean open = true;

  /// `chance` must be a cryptographic source. To be made before this server marks itself alive in
  /// the journal.
  public RoomRegistry(Surroundings around, RandomGenerator chance) {
    this.around = around;
    this.chance = chance;
    keptBefore = around.journal().lastAlive();
  }

  @Override
  public boolean post(RoomId id, Letter letter) {
    while (open) {
      var loop = loops.computeIfAbsent(id, this::begin);
      switch (loop.post(letter)) {
        case TAKEN -> {
          return true;
        }
        case FULL -> {
          return false;
        }
        case CLOSED -> loops.remove(id, loop);
      }
    }
    return false;
  }

  private RoomLoop begin(RoomId id) {
    var loop = new RoomLoop(id, around, keptBefore, ended -> loops.remove(id, ended));
    loop.start();
    return loop;
  }

  @Override
  public RoomId create() {
    return begin().id();
  }

  /// Nobody knows the new room's id yet, so that nobody can come between its making and its first
  /// event.
  @Override
  public RoomId create(Media media) {
    return create(List.of(new Command.Open(media)));
  }

  /// Who ever was in a room first owns it (HO4).
  @Override
  public RoomId create(Media media, List<Media> next, MemberId owner, String name) {
    var commands = new ArrayList<Command>();
    commands.add(new Command.Open(media));
    commands.add(new Command.Enter(owner, name));
    for (int from = 0; from < next.size(); from += Wish.Enqueue.MOST_AT_ONCE) {
      var some = next.subList(from, Math.min(next.size(), from + Wish.Enqueue.MOST_AT_ONCE));
      var id = new CommandId("founding-" + from);
      commands.add(new Command.Ask(id, owner, 0, new Wish.Enqueue(some)));
    }
    commands.add(new Command.Leave(owner));
    return create(commands);
  }

  private RoomId create(List<Command> commands) {
    var history = begin();
    var moment = new Moment(around.time().now(), Duration.ZERO);
    var agenda = commands.stream().<Matter>map(Matter.Own::new).toList();
    var opened =
        Batch.decide(around.rules(), RoomState.NEW, agenda, moment, new Refusals(), Citations.NONE);
    journal().append(history, 0, opened.entries());
    around
        .tracing()
        .of(history, RoomState.NEW)
        .decided(RoomState.NEW, opened.commands(), moment, opened.decisions(), opened.after());
    return history.id();
  }

  private History begin() {
    return journal().create(RoomId.random(chance), Epochs.fresh(chance), around.time().now());
  }

  @Override
  public boolean exists(RoomId room) {
    return kept(room).isPresent() || journal().find(room).isPresent();
  }

  @Override
  public Optional<RoomState> state(RoomId room) {
    return kept(room)
        .or(() -> journal().find(room).map(found -> Restored.from(journal(), found).state()));
  }

  @Override
  public Optional<RoomState> kept(RoomId room) {
    return Optional.ofNullable(loops.get(room)).flatMap(RoomLoop::state);
  }

  @Override
  public ChatPage chat(RoomId room, long before, int limit) {
    return journal()
        .find(room)
        .map(found -> new ChatReader(journal(), found).page(before, kinds(room), limit))
        .orElse(ChatPage.EMPTY);
  }

  private Set<String> kinds(RoomId room) {
    return state(room).filter(state -> state.people().giant()).isPresent()
        ? Entries.CHAT_OF_A_GIANT
        : Entries.CHAT;
  }

  /// Those in memory that have moved away (RG1).
  public List<RoomId> moved() {
    return List.copyOf(inMemory(RoomState::hasMoved).keySet());
  }

  /// Those in memory that everybody may find and enter (AC1), as they are now.
  public Map<RoomId, RoomState> open() {
    return inMemory(state -> state.settings().door().access() == Access.PUBLIC);
  }

  /// Those in memory before which an uploaded film stands, as they are now.
  public Map<RoomId, RoomState> withUploads() {
    return inMemory(
        state ->
            state.stage() instanceof Stage.Loaded loaded
                && loaded.media().ref() instanceof MediaRef.Upload);
  }

  private Map<RoomId, RoomState> inMemory(Predicate<RoomState> wanted) {
    var found = new HashMap<RoomId, RoomState>();
    loops.forEach((room, loop) -> loop.state().filter(wanted).ifPresent(it -> found.put(room, it)));
    return found;
  }

  /// Sends everybody who is in `room` to `region`, which has it now, if it has moved away as far as
  /// it is known in memory. That region may be this one: the room has come back.
  public void departMoved(RoomId room, String region) {
    var loop = loops.get(room);
    if (loop != null && hasMoved(loop)) {
      loop.depart(region);
    }
  }

  private static boolean hasMoved(RoomLoop loop) {
    return loop.state().filter(RoomState::hasMoved).isPresent();
  }

  /// Lets every room do what it has been asked for, and takes no more. Who is connected has been
  /// told before.
  public void stop() throws InterruptedException {
    open = false;
    for (var loop : List.copyOf(loops.values())) {
      loop.stop();
    }
  }

  private Journal journal() {
    return around.journal();
  }
}
