package matinee.room;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/// The room's memory of the commands it has accepted, oldest first: how a repeated command is known
/// (ID1).
///
/// Holds the last 256. `horizon` is the revision up to which entries have been dropped: of a
/// command whose author had seen less, nobody can say any more whether it is new (ID5).
public record Answered(long horizon, List<Answer> answers) {
  private static final int CAPACITY = 256;

  /// That the command `command` of `member` was accepted as the event with `revision`.
  public record Answer(MemberId member, CommandId command, long revision) {}

  static final Answered NONE = new Answered(0, List.of());

  public Answered {
    answers = List.copyOf(answers);
  }

  OptionalLong revisionOf(MemberId member, CommandId command) {
    for (int i = answers.size() - 1; i >= 0; i--) {
      var answer = answers.get(i);
      if (answer.command.equals(command) && answer.member.equals(member)) {
        return OptionalLong.of(answer.revision);
      }
    }
    return OptionalLong.empty();
  }

  /// Is `command` of `member` the one accepted last?
  boolean endsWith(MemberId member, CommandId command) {
    if (answers.isEmpty()) {
      return false;
    }
    var newest = answers.getLast();
    return newest.command.equals(command) && newest.member.equals(member);
  }

  Answered plus(Answer answer) {
    int from = answers.size() < CAPACITY ? 0 : 1;
    var next = new ArrayList<Answer>(answers.size() - from + 1);
    next.addAll(answers.subList(from, answers.size()));
    next.add(answer);
    return new Answered(from == 0 ? horizon : answers.getFirst().revision, next);
  }
}
