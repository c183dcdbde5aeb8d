package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import matinee.host.Refusals;
import matinee.host.Replies;
import matinee.room.Command;
import matinee.room.Decision;
import matinee.room.Event;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.Moment;
import matinee.room.Recorded;
import matinee.room.RoomState;
import matinee.server.bus.News;
import matinee.server.bus.RoomBus;
import matinee.server.fanout.Audience;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.journal.Snapshot;
import matinee.wire.BusMessage;
import matinee.wire.CloseCode;
import matinee.wire.Resume;
import matinee.wire.StoredSnapshots;

/// A room at work: its state, its connections, and what is due when. Belongs to one thread, that of
/// its [RoomLoop].
///
/// In a turn it takes what has come in, decides on it, appends the events to the journal, makes
/// them true, sends them to everyone, and answers the authors, in this order: what is answered is
/// in the journal (CO4). Other servers may keep the same room: what they append is taken over as
/// they tell of it, or when the journal says that somebody else was first. When the journal fails,
/// the turn throws, and the room must be read from the journal anew: call [#closeAll] and forget
/// it.
public final class Room {
  private static final int EVENTS_PER_SNAPSHOT = 500;
  private static final Duration IDLE = Duration.ofSeconds(30);
  private static final Duration LONG_ABSENCE = Duration.ofSeconds(60);

  private final History history;
  private final Surroundings around;
  private final RoomBus bus;
  private final Audience audience;
  private final Attendance attendance;
  private final Refusals refusals = new Refusals();
  private final Answers answers;
  private final Telling telling;
  private final RoomCopy copy;

  /// The members connected here whom another server took for absent: they are to come in again.
  private final List<MemberId> mistaken = new ArrayList<>();

  private long snapshotRevision;
  private Instant busyAt;

  Room(History history, Restored restored, Surroundings around, RoomBus bus) {
    this.history = history;
    this.around = around;
    this.bus = bus;
    audience = new Audience(around.allocator(), around.meter());
    answers = new Answers(history.epoch(), around);
    copy = new RoomCopy(history, restored, around, this::overtaken);
    snapshotRevision = restored.snapshotRevision();
    busyAt = around.time().now();
    attendance = new Attendance(restored.state(), audience, bus, around.meter(), busyAt);
    telling = new Telling(history.epoch(), restored.state(), audience, attendance);
    bus.reached(restored.state().revision());
  }

  /// The room with this history, as the journal tells it, which gives `heard` what it learns of
  /// other servers. `keptBefore` is when rooms were last kept before this server started.
  public static Room open(
      History history, Surroundings around, Optional<Instant> keptBefore, Consumer<News> heard) {
    var bus = around.bus().join(history, heard);
    var room = new Room(history, Restored.from(around.journal(), history), around, bus);
    room.interruption(keptBefore).ifPresent(room::interrupt);
    return room;
  }

  /// PB9: since when nobody kept this room, if that was longer than people go on watching by
  /// themselves. What this server wrote down itself has been kept, and so is what another keeps.
  private Optional<Instant> interruption(Optional<Instant> keptBefore) {
    if (!bus.found().isEmpty()) {
      return Optional.empty();
    }
    return bus.abandoned()
        .or(() -> keptBefore.filter(_ -> state().at().isBefore(around.time().start())))
        .map(until -> until.isAfter(state().at()) ? until : state().at())
        .filter(since -> since.plus(LONG_ABSENCE).isBefore(around.time().now()));
  }

  /// What is true of the room now. From any thread.
  public RoomState state() {
    return copy.state();
  }

  /// Does what `letters` ask for, and what has become due.
  public void turn(List<Letter> letters) {
    var now = around.time().now();
    try {
      letters.forEach(letter -> hear(letter, now));
      catchUp(letters);
      settle(agenda(letters, now), now);
      settle(comingInAgain(), now);
    } catch (RuntimeException e) {
      letters.forEach(letter -> letter.close(CloseCode.FAILED));
      throw e;
    }
    letters.forEach(this::conclude);
    telling.tell(state(), now);
    attendance.tell(now, telling);
    if (letters.stream().anyMatch(Letter.OfConnection.class::isInstance)) {
      busyAt = now;
    }
  }

  /// What has become due, and what `letters` ask for.
  private List<Matter> agenda(List<Letter> letters, Instant now) {
    var agenda = new ArrayList<Matter>();
    attendance.commands(state(), now).forEach(command -> agenda.add(new Matter.Own(command)));
    if (state().deadline().filter(deadline -> !now.isBefore(deadline)).isPresent()) {
      agenda.add(new Matter.Own(new Command.Tick()));
    }
    letters.forEach(letter -> take(letter, agenda, now));
    return agenda;
  }

  /// PB9: nobody kept this room from `since` on.
  void interrupt(Instant since) {
    settle(List.of(new Matter.Own(new Command.Interrupt(since))), around.time().now());
  }

  /// What other servers have done comes before what is to be decided here.
  private void hear(Letter letter, Instant now) {
    if (letter instanceof Letter.Heard(var news)) {
      switch (news) {
        case News.Said(BusMessage.Advanced(var epoch, var events)) -> {
          if (epoch.equals(history.epoch())) {
            copy.hear(events);
          }
        }
        case News.Said(BusMessage.OfSeats seats) -> attendance.hear(seats, now);
        case News.Said(BusMessage.Signalled(var signals)) -> attendance.signals().hear(signals);
        case News.Said(BusMessage.SeatsWanted _) -> bus.seated(attendance.seats());
        case News.Reached(long revision) -> {
          if (revision > state().revision()) {
            around.meter().missed();
            var _ = copy.readOn();
          }
        }
        case News.Died(var node) -> attendance.died(node, now);
      }
    }
  }

  /// Who comes from another server may have seen more than this one knows: it is not shown less,
  /// and nothing that it asks for is decided on less (EN4).
  private void catchUp(List<Letter> letters) {
    if (letters.stream().anyMatch(letter -> letter.seen(history.epoch()) > state().revision())) {
      var _ = copy.readOn();
    }
  }

  private void take(Letter letter, List<Matter> agenda, Instant now) {
    switch (letter) {
      case Letter.Enter(var from, var resume) -> {
        switch (from.entrant()) {
          case Entrant.OnScreen(var member, var name, var credential) -> {
            attendance.connect(from, now);
            var enter = new Command.Enter(member, name, credential);
            agenda.add(new Matter.Arrival(enter, from, resume));
          }
          case Entrant.OnCompanion companion -> attendance.connect(companion, from, now);
        }
      }
      case Letter.Ask ask ->
          agenda.add(new Matter.Question(ask.command(), ask.from(), ask.receivedMs()));
      case Letter.Report(var from, var vitals) -> {
        if (attendance.isPresent(from)) {
          attendance.report(from.member(), vitals);
        }
      }
      case Letter.Signalled(var from, var signal) -> attendance.signal(from, signal, state(), now);
      case Letter.Leave(var from) -> {
        if (attendance.isPresent(from)) {
          attendance.disconnect(from);
          agenda.add(new Matter.Own(new Command.Leave(from.member())));
        }
        attendance.companions().remove(from);
      }
      case Letter.Gone(var from) -> {
        if (attendance.isPresent(from)) {
          attendance.lose(from, now);
        }
        attendance.companions().remove(from);
      }
      case Letter.Begin begin -> begin.next(state()).map(Matter.Own::new).ifPresent(agenda::add);
      case Letter.Supplied supplied -> agenda.add(new Matter.Own(supplied.command()));
      case Letter.Heard _ -> {}
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
      case Letter.Ask _, Letter.Report _, Letter.Signalled _, Letter.Gone _ -> {}
      case Letter.Begin _, Letter.Supplied _, Letter.Heard _ -> {}
    }
  }

  private void settle(List<Matter> agenda, Instant now) {
    if (agenda.isEmpty()) {
      return;
    }
    var moment = new Moment(now, Moment.leadFor(attendance.slowestRoundTrip(now)));
    var batch = copy.settle(agenda, moment, refusals);
    if (!batch.events().isEmpty()) {
      bus.advanced(history.epoch(), batch.events());
    }
    refusals.addAll(batch.refusals());
    telling.happened(batch.entries(), batch.events(), state(), answers.of(agenda, batch));
    batch.events().forEach(recorded -> goneBy(recorded.event()));
    for (int i = 0; i < agenda.size(); i++) {
      if (agenda.get(i) instanceof Matter.Arrival arrival) {
        admit(arrival, batch.decisions().get(i));
      }
    }
    keepSnapshotIf(state().revision() - snapshotRevision >= eventsPerSnapshot());
  }

  /// A snapshot of many is long: written every so many events it costs each of them the same.
  private int eventsPerSnapshot() {
    return Math.max(EVENTS_PER_SNAPSHOT, state().members().size());
  }

  /// Another server has appended these to the journal, and they are true here.
  private void overtaken(List<Entry> entries, List<Recorded> events) {
    bus.reached(state().revision());
    telling.happened(entries, events, state(), List.of());
    var now = around.time().now();
    for (var recorded : events) {
      goneBy(recorded.event());
      absentee(recorded.event()).ifPresent(mistaken::add);
      arrival(recorded.event()).ifPresent(member -> attendance.expect(member, now));
    }
  }

  /// Who has come in at another server.
  private static Optional<MemberId> arrival(Event event) {
    return event instanceof Event.Joined(var joined, var _)
        ? Optional.of(joined)
        : event instanceof Event.Returned(var returned) ? Optional.of(returned) : Optional.empty();
  }

  /// Whom another server has told to be gone.
  private static Optional<MemberId> absentee(Event event) {
    return event instanceof Event.Lost(var lost)
        ? Optional.of(lost)
        : event instanceof Event.Left(var left) ? Optional.of(left) : Optional.empty();
  }

  /// Those who were told to be gone but are connected here.
  private List<Matter> comingInAgain() {
    var entering =
        mistaken.stream()
            .distinct()
            .flatMap(member -> attendance.connection(member).stream())
            .filter(Connection::isAdmitted)
            .filter(here -> state().member(here.member()).filter(Member::isHere).isEmpty())
            .flatMap(here -> here.entrant().enter().stream())
            .<Matter>map(Matter.Own::new)
            .toList();
    mistaken.clear();
    return entering;
  }

  /// Who has no place any more is forgotten; who was put out is closed at once (OD1, OD2, AC7).
  private void goneBy(Event event) {
    if (event instanceof Event.Left(var member)) {
      attendance.forget(member, CloseCode.MEMBER_GONE);
    } else if (event instanceof Event.Kicked(var member)) {
      putOut(member, CloseCode.KICKED);
    } else if (event instanceof Event.Banned(var member)) {
      putOut(member, CloseCode.BANNED);
    } else if (event instanceof Event.Closed) {
      attendance.members().forEach(member -> putOut(member, CloseCode.CLOSED));
    }
  }

  private void putOut(MemberId member, CloseCode code) {
    attendance.forget(member, code);
    attendance
        .connection(member)
        .ifPresent(
            connection -> {
              attendance.disconnect(connection);
              connection.outbox().close(code);
            });
  }

  private void admit(Matter.Arrival arrival, Decision decision) {
    var connection = arrival.from();
    if (!attendance.isPresent(connection)) {
      return;
    }
    if (state().member(connection.member()).isEmpty()) {
      attendance.disconnect(connection);
      connection.outbox().close(Replies.barrier(decision));
      return;
    }
    letIn(connection, arrival.resume());
  }

  private void letIn(Connection connection, Resume resume) {
    connection.admit();
    audience.add(connection.outbox());
    var welcome = answers.welcome(connection, resume, copy, telling, attendance.presence());
    audience.send(List.of(), List.of(welcome));
  }

  /// CD7: where the member has no place, its companion has none.
  private void admitCompanion(Connection connection, Resume resume) {
    var member = connection.member();
    if (!attendance.companions().holds(connection)) {
      return;
    }
    if (state().member(member).isPresent()) {
      letIn(connection, resume);
      return;
    }
    boolean banned =
        state().people().absent().stream().anyMatch(one -> one.banned() && one.id().equals(member));
    attendance.companions().closeOf(member, banned ? CloseCode.BANNED : CloseCode.MEMBER_GONE);
  }

  /// When the next turn is due even if nobody writes.
  public Instant due() {
    return Stream.concat(
            attendance.due(state()),
            Stream.of(state().deadline(), telling.due(state()), unloadDue())
                .flatMap(Optional::stream))
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
    return attendance.isEmpty() && state().deadline().isEmpty();
  }

  /// Writes down the state, if anything has happened since that was last done, so that the next
  /// start is quick, and leaves the room to other servers.
  public void putAway() {
    keepSnapshotIf(state().revision() > snapshotRevision);
    bus.leave();
  }

  private void keepSnapshotIf(boolean worthwhile) {
    if (worthwhile) {
      snapshotRevision = state().revision();
      around
          .journal()
          .keep(history, new Snapshot(state().revision(), StoredSnapshots.encode(state())));
    }
  }

  /// Ends every connection.
  public void closeAll(CloseCode code) {
    attendance.closeAll(code);
    bus.leave();
  }

  /// Ends every connection, for the room lives in `region` now.
  void sendTo(String region) {
    attendance.sendTo(region);
    bus.leave();
  }
}
