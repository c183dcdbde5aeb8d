package matinee.host;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.room.Command;
import matinee.room.Contact;
import matinee.room.Member;
import matinee.room.MemberId;
import matinee.room.RoomState;

/// The members without a connection, and since when: they are told to be lost after 3 s (ME3) and
/// give up their place after 60 s more (ME4). Used by one thread.
public final class Absences {
  private static final Duration UNTIL_LOST = Duration.ofSeconds(3);
  private static final Duration UNTIL_LEFT = Duration.ofSeconds(60);

  private final Map<MemberId, Instant> since = new HashMap<>();

  /// Before this nothing becomes due: there may be thousands, who are not looked at in every turn.
  private Instant earliest = Instant.MAX;

  /// `member` has no connection from `now` on.
  public void begin(MemberId member, Instant now) {
    since.put(member, now);
    earliest = earlier(earliest, now.plus(UNTIL_LOST));
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  /// `member` has a connection, or no place any more.
  public void end(MemberId member) {
    since.remove(member);
  }

  /// Is nobody absent?
  public boolean isEmpty() {
    return since.isEmpty();
  }

  /// When to ask for [#commands] next; they may turn out to be none.
  public Optional<Instant> due() {
    return since.isEmpty() ? Optional.empty() : Optional.of(earliest);
  }

  /// What has become due at `now`. Forgets those who are no members any more.
  public List<Command> commands(RoomState state, Instant now) {
    if (now.isBefore(earliest)) {
      return List.of();
    }
    earliest = Instant.MAX;
    var commands = new ArrayList<Command>();
    var absent = new HashSet<MemberId>();
    for (var member : state.members()) {
      var missing = since.get(member.id());
      if (missing != null) {
        absent.add(member.id());
        var due = due(member, missing);
        earliest = earlier(earliest, due);
        if (!now.isBefore(due)) {
          commands.add(
              member.isHere() ? new Command.Lose(member.id()) : new Command.Leave(member.id()));
        }
      }
    }
    since.keySet().retainAll(absent);
    return commands;
  }

  /// Who was lost before the room was kept here has the whole time to come back.
  private static Instant due(Member member, Instant missing) {
    return switch (member.contact()) {
      case Contact.Here _ -> missing.plus(UNTIL_LOST);
      case Contact.Lost(var lost) -> (lost.isAfter(missing) ? lost : missing).plus(UNTIL_LEFT);
    };
  }
}
