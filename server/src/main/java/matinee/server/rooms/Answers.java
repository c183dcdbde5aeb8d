package matinee.server.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.host.Presence;
import matinee.host.Replies;
import matinee.room.Decision;
import matinee.room.Reason;
import matinee.room.RoomState;
import matinee.server.fanout.Audience.Private;
import matinee.wire.Resume;
import matinee.wire.ServerMessage;
import matinee.wire.ServerMessages;

/// What a room says to one connection alone.
final class Answers {
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
    switch (decision) {
      case Decision.Accepted _ ->
          around.meter().accepted(around.time().nowMs() - question.receivedMs());
      case Decision.Repeated _ -> {}
      case Decision.Rejected(var reason, var _) -> around.meter().rejected(reason.name());
    }
    return Replies.to(question.command(), decision, after);
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
    var after = Replies.missedAfter(resume, epoch, copy.state());
    return after.isPresent()
        ? Optional.of(copy.since(after.getAsLong()))
            .filter(missed -> missed.stream().noneMatch(Entries::isRemoval)) // CH8
        : Optional.empty();
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
