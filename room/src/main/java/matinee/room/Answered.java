package matinee.room;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The room's memory of the commands that stand in its history, accepted or rejected, oldest first:
/// how a repeated command is known (ID1, ID6).
///
/// Holds the last 256. `horizon` is the revision up to which entries have been dropped: of a
/// command whose author had seen less, nobody can say any more whether it is new (ID5).
///
/// Nearly every command is new, and to know that, all 256 are looked at: so their hashes stand in
/// one array, which is read in a row, where the answers themselves lie all over the heap.
public final class Answered {
  private static final int CAPACITY = 256;

  static final Answered NONE = new Answered(0, List.of());

  private final long horizon;
  private final Answer[] answers;
  private final int[] hashes;

  /// That the command `command` of `member` has the event with `revision`, by which it was
  /// accepted, or rejected for the reason that `refusal` holds.
  public record Answer(
      MemberId member, CommandId command, long revision, Optional<Reason> refusal) {

    /// It was accepted.
    public Answer(MemberId member, CommandId command, long revision) {
      this(member, command, revision, Optional.empty());
    }
  }

  public Answered(long horizon, List<Answer> answers) {
    this(
        horizon,
        answers.toArray(Answer[]::new),
        answers.stream().mapToInt(answer -> hash(answer.member, answer.command)).toArray());
  }

  private Answered(long horizon, Answer[] answers, int[] hashes) {
    this.horizon = horizon;
    this.answers = answers;
    this.hashes = hashes;
  }

  public long horizon() {
    return horizon;
  }

  public List<Answer> answers() {
    return List.of(answers);
  }

  Optional<Answer> of(MemberId member, CommandId command) {
    int hash = hash(member, command);
    for (int i = hashes.length - 1; i >= 0; i--) {
      if (hashes[i] == hash && isOf(answers[i], member, command)) {
        return Optional.of(answers[i]);
      }
    }
    return Optional.empty();
  }

  /// Is `command` of `member` the one answered last?
  boolean endsWith(MemberId member, CommandId command) {
    return answers.length > 0 && isOf(answers[answers.length - 1], member, command);
  }

  Answered plus(Answer answer) {
    int from = answers.length < CAPACITY ? 0 : 1;
    int last = answers.length - from;
    var next = Arrays.copyOfRange(answers, from, from + last + 1);
    var nextHashes = Arrays.copyOfRange(hashes, from, from + last + 1);
    next[last] = answer;
    nextHashes[last] = hash(answer.member, answer.command);
    return new Answered(from == 0 ? horizon : answers[0].revision, next, nextHashes);
  }

  private static boolean isOf(Answer answer, MemberId member, CommandId command) {
    return answer.command.equals(command) && answer.member.equals(member);
  }

  private static int hash(MemberId member, CommandId command) {
    return 31 * member.value().hashCode() + command.value().hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Answered that
        && horizon == that.horizon
        && Arrays.equals(answers, that.answers);
  }

  @Override
  public int hashCode() {
    return 31 * Long.hashCode(horizon) + Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return "Answered[horizon=" + horizon + ", answers=" + Arrays.toString(answers) + "]";
  }
}
