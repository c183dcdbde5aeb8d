package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Event;
import matinee.room.Evolution;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.server.fanout.Audience;
import matinee.server.fanout.CloseCode;
import matinee.server.journal.Appended;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Snapshot;
import matinee.server.presence.Presence;
import matinee.wire.Resume;
import matinee.wire.ServerMessages;
import matinee.wire.StoredSnapshots;

/// A room at work: its state, its connections, and what is due when. Belongs to one thread, that of
/// its [RoomLoop].
///
/// In a turn it takes what has come in, decides on it, appends the events to the journal, makes
/// them true, sends them to everyone, and answers the authors, in this order: what is answered is
/// in the journal (CO4). When the journal says that somebody else was first, it reads what is new
/// and decides again. When the journal fails, the turn throws, and the room must be read from the
/// journal anew: call [#closeAll] and forget it.
public final class Room {
  private static final int EVENTS_PER_SNAPSHOT = 500;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration LONG_ABSENCE = Duration.ofSeconds(60);
  private static final int CATCH_UP_PAGE = 1_000;

  private final History history;
  private final Surroundings around;
  private final Audience audience;
  private final Map<MemberId, Connection> connections = new HashMap<>();
  private final Presence presence = new Presence();
  private final Absences absences = new Absences();
  private final Companions companions = new Companions(this::hush);
  private final Refusals refusals = new Refusals();
  private final Answers answers;
  private final Trace trace;
  private volatile RoomState state;
  private long snapshotRevision;
  private Instant busyAt;

  Room(History history, Restored restored, Surroundings around) {
    this.history = history;
    this.around = around;
    audience = new Audience(around.allocator(), around.meter());
    answers = new Answers(history, around);
    state = restored.state();
    trace = around.tracing().of(history, state);
    snapshotRevision = restored.snapshotRevision();
    busyAt = around.time().now();
    state.members().forEach(member -> absences.begin(member.id(), busyAt));
  }

  /// The room with this history, as the journal tells it. `keptBefore` is when rooms were last kept
  /// before this server started.
  public static Room open(History history, Surroundings around, Optional<Instant> keptBefore) {
    var room = new Room(history, Restored.from(around.journal(), history), around);
    room.interruption(keptBefore).ifPresent(room::interrupt);
    return room;
  }

  /// PB9: since when nobody kept this room, if that was longer than people go on watching by
  /// themselves. What this server wrote down itself has been kept.
  private Optional<Instant> interruption(Optional<Instant> keptBefore) {
    return keptBefore
        .filter(_ -> state.at().isBefore(around.time().start()))
        .map(until -> until.isAfter(state.at()) ? until : state.at())
        .filter(since -> since.plus(LONG_ABSENCE).isBefore(around.time().now()));
  }

  /// What is true of the room now. From any thread.
  public RoomState state() {
    return state;
  }

  /// Does what `letters` ask for, and what has become due.
  public void turn(List<Letter> letters) {
    var now = around.time().now();
    var agenda = new ArrayList<Matter>();
    absences.commands(state, now).forEach(command -> agenda.add(new Matter.Own(command)));
    if (state.deadline().filter(deadline -> !now.isBefore(deadline)).isPresent()) {
      agenda.add(new Matter.Own(new Command.Tick()));
    }
    for (var letter : letters) {
      take(letter, agenda, now);
    }
    try {
      settle(agenda, now);
    } catch (RuntimeException e) {
      letters.forEach(letter -> letter.from().outbox().close(CloseCode.FAILED));
      throw e;
    }
    letters.forEach(this::conclude);
    presence
        .tell(now)
        .ifPresent(told -> audience.send(List.of(ServerMessages.encode(told)), List.of()));
    if (!letters.isEmpty()) {
      busyAt = now;
    }
  }

  /// PB9: nobody kept this room from `since` on.
  void interrupt(Instant since) {
    settle(List.of(new Matter.Own(new Command.Interrupt(since))), around.time().now());
  }

  private void take(Letter letter, List<Matter> agenda, Instant now) {
    switch (letter) {
      case Letter.Enter(var from, var resume) -> {
        switch (from.entrant()) {
          case Entrant.OnScreen(var member, var name) -> {
            connect(from);
            agenda.add(new Matter.Arrival(new Command.Enter(member, name), from, resume));
          }
          case Entrant.OnCompanion companion -> companions.add(companion, from);
        }
      }
      case Letter.Ask(var from, var id, long seen, var wish, double receivedMs) -> {
        var ask = new Command.Ask(id, from.member(), from.entrant().device(), seen, wish);
        agenda.add(new Matter.Question(ask, from, receivedMs));
      }
      case Letter.Report(var from, var vitals) -> {
        if (isPresent(from)) {
          presence.report(from.member(), vitals);
        }
      }
      case Letter.Leave(var from) -> {
        if (isPresent(from)) {
          disconnect(from);
          agenda.add(new Matter.Own(new Command.Leave(from.member())));
        }
        companions.remove(from);
      }
      case Letter.Gone(var from) -> {
        if (isPresent(from)) {
          disconnect(from);
          presence.lose(from.member());
          absences.begin(from.member(), now);
        }
        companions.remove(from);
      }
    }
  }

  /// What a letter comes to once the journal has what the turn decided: nobody is told that it has
  /// left before it has.
  private void conclude(Letter letter) {
    switch (letter) {
      case Letter.Enter(var from, var resume) -> {
        if (from.entrant() instanceof Entrant.OnCompanion) {
          admitCompanion(from, resume);
        }
      }
      case Letter.Leave(var from) -> from.outbox().close(CloseCode.LEFT);
      case Letter.Ask _, Letter.Report _, Letter.Gone _ -> {}
    }
  }

  /// EN3: a newer connection of a member replaces the older.
  private void connect(Connection connection) {
    var older = connections.get(connection.member());
    if (older != null) {
      disconnect(older);
      older.outbox().close(CloseCode.REPLACED);
    }
    connections.put(connection.member(), connection);
    absences.end(connection.member());
  }

  private void disconnect(Connection connection) {
    connections.remove(connection.member());
    hush(connection);
  }

  /// It receives nothing more.
  private void hush(Connection connection) {
    if (connection.isAdmitted()) {
      audience.remove(connection.outbox());
    }
  }

  private boolean isPresent(Connection connection) {
    return connections.get(connection.member()) == connection;
  }

  private void settle(List<Matter> agenda, Instant now) {
    if (agenda.isEmpty()) {
      return;
    }
    var commands = agenda.stream().map(Matter::command).toList();
    var moment = new Moment(now, Moment.leadFor(presence.slowestRoundTrip()));
    var batch = Batch.decide(around.rules(), state, commands, moment, refusals);
    var entries = Entries.of(batch.events());
    while (!entries.isEmpty() && append(entries) == Appended.CONFLICT) {
      catchUp();
      batch = Batch.decide(around.rules(), state, commands, moment, refusals);
      entries = Entries.of(batch.events());
    }
    trace.decided(state, commands, moment, batch.decisions(), batch.after());
    state = batch.after();
    refusals.addAll(batch.refusals());
    audience.send(entries.stream().map(Entry::body).toList(), answers.of(agenda, batch));
    batch.events().forEach(recorded -> goneBy(recorded.event()));
    for (int i = 0; i < agenda.size(); i++) {
      if (agenda.get(i) instanceof Matter.Arrival arrival) {
        admit(arrival, batch.decisions().get(i));
      }
    }
    keepSnapshotIf(state.revision() - snapshotRevision >= EVENTS_PER_SNAPSHOT);
  }

  /// When the journal fails, nobody knows whether `entries` are in it.
  private Appended append(List<Entry> entries) {
    try {
      return around.journal().append(history, state.revision(), entries);
    } catch (RuntimeException e) {
      trace.failed(state);
      throw e;
    }
  }

  /// Takes over what others have appended.
  private void catchUp() {
    var missed = around.journal().since(history, state.revision(), CATCH_UP_PAGE);
    if (missed.isEmpty()) {
      throw new IllegalStateException(
          "the journal refuses what follows revision "
              + state.revision()
              + " and has nothing newer");
    }
    var events = missed.stream().map(Entries::event).toList();
    var after = state;
    for (var event : events) {
      after = Evolution.evolve(after, event);
    }
    trace.takenOver(state, events, after);
    state = after;
    audience.send(missed.stream().map(Entry::body).toList(), List.of());
  }

  /// Who has no place any more is forgotten; who was put out is closed at once (OD1, OD2).
  private void goneBy(Event event) {
    if (event instanceof Event.Left(var member)) {
      presence.forget(member);
      companions.closeOf(member, CloseCode.MEMBER_GONE);
    } else if (event instanceof Event.Kicked(var member)) {
      putOut(member, CloseCode.KICKED);
    } else if (event instanceof Event.Banned(var member)) {
      putOut(member, CloseCode.BANNED);
    }
  }

  private void putOut(MemberId member, CloseCode code) {
    presence.forget(member);
    companions.closeOf(member, code);
    var connection = connections.get(member);
    if (connection != null) {
      disconnect(connection);
      connection.outbox().close(code);
    }
  }

  private void admit(Matter.Arrival arrival, Decision decision) {
    var connection = arrival.from();
    if (!isPresent(connection)) {
      return;
    }
    if (state.member(connection.member()).isEmpty()) {
      disconnect(connection);
      connection.outbox().close(barrier(decision));
      return;
    }
    letIn(connection, arrival.resume());
  }

  private void letIn(Connection connection, Resume resume) {
    connection.admit();
    audience.add(connection.outbox());
    audience.send(List.of(), answers.welcome(connection, resume, state, presence));
  }

  /// CD7: where the member has no place, its companion has none.
  private void admitCompanion(Connection connection, Resume resume) {
    var member = connection.member();
    if (!companions.holds(connection)) {
      return;
    }
    if (state.member(member).isPresent()) {
      letIn(connection, resume);
      return;
    }
    boolean banned =
        state.people().absent().stream().anyMatch(one -> one.banned() && one.id().equals(member));
    companions.closeOf(member, banned ? CloseCode.BANNED : CloseCode.MEMBER_GONE);
  }

  /// Why nobody was let in.
  private static CloseCode barrier(Decision decision) {
    return switch (decision) {
      case Decision.Rejected(var reason) when reason == Reason.BANNED -> CloseCode.BANNED; // OD2
      case Decision.Rejected(var reason) when reason == Reason.LOCKED -> CloseCode.LOCKED; // OD4
      case Decision.Rejected _ -> CloseCode.ROOM_FULL; // ME6
      case Decision.Accepted _, Decision.Repeated _ -> CloseCode.KICKED; // OD1, in the same turn
    };
  }

  /// When the next turn is due even if nobody writes.
  public Instant due() {
    return Stream.of(state.deadline(), absences.due(state), presence.due(), unloadDue())
        .flatMap(Optional::stream)
        .min(Instant::compareTo)
        .orElse(Instant.MAX);
  }

  private Optional<Instant> unloadDue() {
    return isEmpty() ? Optional.of(busyAt.plus(IDLE)) : Optional.empty();
  }

  /// Has nobody been here for a while, and is nobody expected?
  public boolean isIdle() {
    return isEmpty() && !around.time().now().isBefore(busyAt.plus(IDLE));
  }

  private boolean isEmpty() {
    return connections.isEmpty() && absences.isEmpty() && state.deadline().isEmpty();
  }

  /// Writes down the state, if anything has happened since that was last done, so that the next
  /// start is quick.
  public void putAway() {
    keepSnapshotIf(state.revision() > snapshotRevision);
  }

  private void keepSnapshotIf(boolean worthwhile) {
    if (worthwhile) {
      snapshotRevision = state.revision();
      around.journal().keep(history, new Snapshot(state.revision(), StoredSnapshots.encode(state)));
    }
  }

  /// Ends every connection.
  public void closeAll(CloseCode code) {
    connections.values().forEach(connection -> connection.outbox().close(code));
    companions.closeAll(code);
  }
}
