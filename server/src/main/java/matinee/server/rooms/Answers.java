package matinee.server.rooms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.room.Decision;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.server.fanout.Audience.Private;
import matinee.server.presence.Presence;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;

/// What a room says to one connection alone.
final class Answers {
  /// Who has missed more than this is given a snapshot (EN2).
  private static final int MAX_MISSED = 500;

  private final String epoch;
  private final Surroundings around;
  private Encoded snapshot = new Encoded(RoomState.NEW, "");

  /// The snapshot that shows this `picture`, encoded once for all who are shown it.
  private record Encoded(RoomState picture, String text) {}

  /// Of the room whose history is called `epoch`.
  Answers(String epoch, Surroundings around) {
    this.epoch = epoch;
    this.around = around;
  }

  /// What became of each question on the `agenda` (CO1). Where the room has moved away nobody is
  /// answered: who asked follows the room, and asks again there.
  List<Private> of(List<Matter> agenda, Batch batch) {
    var answers = new ArrayList<Private>();
    for (int i = 0; i < agenda.size(); i++) {
      if (agenda.get(i) instanceof Matter.Question question && !isMoved(batch.decisions().get(i))) {
        question.from().answered();
        answers.add(
            new Private(
                question.from().outbox(),
                ServerMessages.encode(answer(question, batch.decisions().get(i), batch.after()))));
      }
    }
    return answers;
  }

  private static boolean isMoved(Decision decision) {
    return decision instanceof Decision.Rejected(var reason, var _) && reason == Reason.MOVED;
  }

  private ServerMessage answer(Matter.Question question, Decision decision, RoomState after) {
    var id = question.command().id();
    return switch (decision) {
      case Decision.Accepted(var events) -> {
        around.meter().accepted(around.time().nowMs() - question.receivedMs());
        yield new ServerMessage.Accepted(id, events.getFirst().revision());
      }
      case Decision.Repeated(long revision) -> new ServerMessage.Accepted(id, revision);
      case Decision.Rejected(var reason, var _) -> {
        around.meter().rejected(reason.name());
        yield new ServerMessage.Rejected(id, reason.name(), until(reason, question, after));
      }
    };
  }

  /// CH2: when somebody who was too quick may say something.
  private static Optional<Instant> until(Reason reason, Matter.Question question, RoomState state) {
    return reason == Reason.TOO_SOON
        ? state.member(question.command().by()).flatMap(state::mayChatFrom)
        : Optional.empty();
  }

  /// What somebody who comes in is shown (EN2): who they are, the room, and how everyone's player
  /// is doing; of a giant, what `telling` shows of it (EN6).
  Private welcome(Connection to, Resume resume, RoomCopy copy, Telling telling, Presence presence) {
    var state = copy.state();
    var welcome =
        new ServerMessage.Welcome(to.member(), to.entrant().device(), epoch, around.time().nowMs());
    var shown = new ArrayList<String>();
    shown.add(ServerMessages.encode(welcome));
    missed(resume, copy)
        .ifPresentOrElse(shown::addAll, () -> shown.add(snapshotOf(state, telling)));
    telling.own(to.member(), state).ifPresent(shown::add);
    presence
        .of(telling.shownOf(presence.members()))
        .ifPresent(all -> shown.add(ServerMessages.encode(all)));
    return new Private(to.outbox(), shown);
  }

  /// The events after the revision that the client knows, or nothing if it is better off with a
  /// snapshot.
  private Optional<List<String>> missed(Resume resume, RoomCopy copy) {
    var state = copy.state();
    return switch (resume) {
      case Resume.Fresh _ -> Optional.empty();
      case Resume.From(var known, long revision)
          when !state.people().giant()
              && known.equals(epoch)
              && revision <= state.revision()
              && state.revision() - revision <= MAX_MISSED ->
          Optional.of(copy.since(revision))
              .filter(missed -> missed.stream().noneMatch(Entries::isRemoval)); // CH8
      case Resume.From _ -> Optional.empty();
    };
  }

  private String snapshotOf(RoomState state, Telling telling) {
    var picture = telling.picture(state);
    if (snapshot.picture != picture) {
      var message = new ServerMessage.Snapshot(epoch, picture);
      snapshot = new Encoded(picture, ServerMessages.encode(message));
    }
    return snapshot.text;
  }
}
