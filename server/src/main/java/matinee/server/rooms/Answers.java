package matinee.server.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.room.Decision;
import matinee.room.RoomState;
import matinee.server.fanout.Audience.Private;
import matinee.server.journal.Entry;
import matinee.server.journal.History;
import matinee.server.presence.Presence;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;

/// What a room says to one connection alone.
final class Answers {
  /// Who has missed more than this is given a snapshot (EN2).
  private static final int MAX_MISSED = 500;

  private final History history;
  private final Surroundings around;
  private Encoded snapshot = new Encoded(-1, "");

  /// The snapshot of the room at `revision`, encoded once for all who come in at that revision.
  private record Encoded(long revision, String text) {}

  Answers(History history, Surroundings around) {
    this.history = history;
    this.around = around;
  }

  /// What became of each question on the `agenda` (CO1).
  List<Private> of(List<Matter> agenda, Batch batch) {
    var answers = new ArrayList<Private>();
    for (int i = 0; i < agenda.size(); i++) {
      if (agenda.get(i) instanceof Matter.Question question) {
        question.from().answered();
        answers.add(
            new Private(
                question.from().outbox(),
                ServerMessages.encode(answer(question, batch.decisions().get(i)))));
      }
    }
    return answers;
  }

  private ServerMessage answer(Matter.Question question, Decision decision) {
    var id = question.command().id();
    return switch (decision) {
      case Decision.Accepted(var events) -> {
        around.meter().accepted(around.time().nowMs() - question.receivedMs());
        yield new ServerMessage.Accepted(id, events.getFirst().revision());
      }
      case Decision.Repeated(long revision) -> new ServerMessage.Accepted(id, revision);
      case Decision.Rejected(var reason, var _) -> {
        around.meter().rejected(reason.name());
        yield new ServerMessage.Rejected(id, reason);
      }
    };
  }

  /// What somebody who comes in is shown (EN2): who they are, the room, and how everyone's player
  /// is doing.
  List<Private> welcome(Connection to, Resume resume, RoomState state, Presence presence) {
    var welcome =
        new ServerMessage.Welcome(
            to.member(), to.entrant().device(), history.epoch(), around.time().nowMs());
    var shown = new ArrayList<Private>();
    shown.add(new Private(to.outbox(), ServerMessages.encode(welcome)));
    missed(resume, state)
        .ifPresentOrElse(
            events -> events.forEach(it -> shown.add(new Private(to.outbox(), it.body()))),
            () -> shown.add(new Private(to.outbox(), snapshotOf(state))));
    presence
        .everyone()
        .ifPresent(all -> shown.add(new Private(to.outbox(), ServerMessages.encode(all))));
    return shown;
  }

  /// The events after the revision that the client knows, or nothing if it is better off with a
  /// snapshot.
  private Optional<List<Entry>> missed(Resume resume, RoomState state) {
    return switch (resume) {
      case Resume.Fresh _ -> Optional.empty();
      case Resume.From(var epoch, long revision)
          when epoch.equals(history.epoch())
              && revision <= state.revision()
              && state.revision() - revision <= MAX_MISSED ->
          Optional.of(around.journal().since(history, revision, MAX_MISSED));
      case Resume.From _ -> Optional.empty();
    };
  }

  private String snapshotOf(RoomState state) {
    if (snapshot.revision != state.revision()) {
      var message = new ServerMessage.Snapshot(history.epoch(), state);
      snapshot = new Encoded(state.revision(), ServerMessages.encode(message));
    }
    return snapshot.text;
  }
}
