package matinee.server.rooms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import matinee.room.Command;
import matinee.room.Line;
import matinee.room.Recorded;
import matinee.server.journal.History;
import matinee.server.journal.Journal;
import matinee.wire.EventType;

/// Looks up in the history the lines of the chat that commands are about (CH3), for the rules,
/// which are given them to decide on. Blocks on the journal.
///
/// The journal may know more of a line than the room does by its state, when another server has
/// appended to it: what is decided then is refused by the journal, and decided anew.
@FunctionalInterface
interface Citations {
  /// For rooms that have no history yet.
  Citations NONE = (_, _) -> Optional.empty();

  /// The line whose event has this revision, in the journal or among `pending`, which come after
  /// what is there; nothing, if that is no line.
  Optional<Line> line(long revision, List<Recorded> pending);

  /// `command` with the line that it is about.
  default Command cited(Command command, List<Recorded> pending) {
    return command instanceof Command.Ask ask && ask.line().isPresent()
        ? ask.citing(line(ask.line().getAsLong(), pending))
        : command;
  }

  /// What the journal has of `history`.
  static Citations in(Journal journal, History history) {
    var said = Set.of(EventType.SAID.wireName());
    return (revision, pending) -> {
      var told = new ArrayList<Recorded>();
      journal.before(history, revision + 1, said, 1).stream()
          .filter(entry -> entry.revision() == revision)
          .map(Entries::event)
          .forEach(told::add);
      if (!told.isEmpty()) {
        // those that can be, and the removal
        int most = Line.MOST_CHANGES + 1;
        journal.about(history, revision, revision, Entries.OF_LINES, most).stream()
            .map(Entries::event)
            .forEach(told::add);
      }
      pending.stream().filter(recorded -> Line.isAbout(recorded, revision)).forEach(told::add);
      return Line.of(told);
    };
  }
}
