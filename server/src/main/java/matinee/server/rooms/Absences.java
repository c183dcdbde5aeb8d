package matinee.server.rooms;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.room.Command;
import matinee.room.Contact;
import matinee.room.MemberId;
import matinee.room.RoomState;

/// The members without a connection, and since when: they are told to be lost after 3 s (ME3) and
/// give up their place after 60 s more (ME4). Belongs to the room's thread.
final class Absences {
  private static final Duration UNTIL_LOST = Duration.ofSeconds(3);
  private static final Duration UNTIL_LEFT = Duration.ofSeconds(60);

  private final Map<MemberId, Instant> since = new HashMap<>();

  void begin(MemberId member, Instant now) {
    since.put(member, now);
  }

  void end(MemberId member) {
    since.remove(member);
  }

  boolean isEmpty() {
    return since.isEmpty();
  }

  /// When [#commands] has something to say.
  Optional<Instant> due(RoomState state) {
    if (since.isEmpty()) {
      return Optional.empty();
    }
    return since.keySet().stream()
        .flatMap(member -> due(state, member).stream())
        .min(Instant::compareTo);
  }

  /// What has become due at `now`. Forgets those who are no members any more.
  List<Command> commands(RoomState state, Instant now) {
    if (since.isEmpty()) {
      return List.of();
    }
    since.keySet().removeIf(member -> state.member(member).isEmpty());
    var commands = new ArrayList<Command>();
    for (var member : since.keySet()) {
      if (due(state, member).filter(due -> !now.isBefore(due)).isPresent()) {
        commands.add(isLost(state, member) ? new Command.Leave(member) : new Command.Lose(member));
      }
    }
    return commands;
  }

  /// Who was lost before this server began to keep the room has the whole time to come back.
  private Optional<Instant> due(RoomState state, MemberId id) {
    var missing = since.getOrDefault(id, Instant.MAX);
    return state
        .member(id)
        .map(
            member ->
                switch (member.contact()) {
                  case Contact.Here _ -> missing.plus(UNTIL_LOST);
                  case Contact.Lost(var lost) ->
                      (lost.isAfter(missing) ? lost : missing).plus(UNTIL_LEFT);
                });
  }

  private static boolean isLost(RoomState state, MemberId id) {
    return state.member(id).filter(member -> !member.isHere()).isPresent();
  }
}
