package matinee.server.conversations;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import matinee.server.accounts.AccountId;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.people.Ties;
import matinee.server.sql.Database;
import matinee.server.sql.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Removes what people said whose accounts were deleted, which nobody sees any more, and
/// conversations in which nothing is left. Every ten minutes, and a little at a time until nothing
/// is left. Several servers may do so at once.
///
/// Whoever says something has a read mark, so those of people who are gone tell what is to be done;
/// each goes last.
final class ConversationSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ConversationSweep.class);
  private static final Duration PERIOD = Duration.ofMinutes(10);

  /// Few, for everybody else's writing waits for it.
  static final int AT_ONCE = 500;

  private static final String LEFT =
      "select owner, other from read_mark where not exists"
          + " (select 1 from account where account.id = read_mark.owner) limit ?";
  private static final String SAID =
      "select number from message where one = ? and other = ? and author = ? order by number"
          + " limit ?";
  private static final String REMOVE_INVITATION =
      "delete from watch_invitation where one = ? and other = ? and number = ?";
  private static final String REMOVE =
      "delete from message where one = ? and other = ? and number = ?";
  private static final String REMOVE_MARK = "delete from read_mark where owner = ? and other = ?";
  private static final String REMOVE_EMPTY =
      "delete from conversation where one = ? and other = ? and not exists (select 1 from message"
          + " where message.one = conversation.one and message.other = conversation.other)";

  private final Database database;
  private final PeriodicTask task;

  /// A mark of somebody who is gone, in the conversation with `other`.
  private record Mark(AccountId owner, AccountId other) {}

  /// Begins after a pause.
  ConversationSweep(Database database) {
    this.database = database;
    task =
        new PeriodicTask(
            Thread.ofVirtual().name("conversation-sweep"),
            Pauses.before(PERIOD),
            this::sweep,
            e -> LOG.warn("could not remove what people said who are gone", e));
  }

  /// What cannot be removed now is removed some other time.
  private void sweep() {
    while (removeSome() > 0 && !Thread.currentThread().isInterrupted()) {
      Thread.yield();
    }
  }

  /// Removes some of what is to be removed; of how many marks.
  int removeSome() {
    var marks = database.read(ConversationSweep::marks);
    for (var mark : marks) {
      while (database.write(Ties.PLACE, session -> remove(session, mark))) {
        Thread.yield();
      }
    }
    return marks.size();
  }

  private static List<Mark> marks(Session session) throws SQLException {
    var select = session.statement(LEFT);
    select.setInt(1, AT_ONCE);
    var marks = new ArrayList<Mark>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        marks.add(new Mark(new AccountId(rows.getString(1)), new AccountId(rows.getString(2))));
      }
    }
    return marks;
  }

  /// Removes some of what the owner of `mark` said, and in the end the mark; whether there is more.
  private static boolean remove(Session session, Mark mark) throws SQLException {
    var pair = Pair.of(mark.owner(), mark.other());
    var numbers = numbers(session, pair, mark.owner());
    for (var statement : List.of(REMOVE_INVITATION, REMOVE)) {
      for (long number : numbers) {
        var delete = session.statement(statement);
        delete.setString(1, pair.one());
        delete.setString(2, pair.other());
        delete.setLong(3, number);
        delete.executeUpdate();
      }
    }
    if (numbers.size() == AT_ONCE) {
      return true;
    }
    removeMark(session, mark.owner(), mark.other());
    var empty = session.statement(REMOVE_EMPTY);
    empty.setString(1, pair.one());
    empty.setString(2, pair.other());
    if (empty.executeUpdate() > 0) {
      removeMark(session, mark.other(), mark.owner());
    }
    return false;
  }

  private static List<Long> numbers(Session session, Pair pair, AccountId author)
      throws SQLException {
    var select = session.statement(SAID);
    select.setString(1, pair.one());
    select.setString(2, pair.other());
    select.setString(3, author.value());
    select.setInt(4, AT_ONCE);
    var numbers = new ArrayList<Long>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        numbers.add(rows.getLong(1));
      }
    }
    return numbers;
  }

  private static void removeMark(Session session, AccountId owner, AccountId other)
      throws SQLException {
    var delete = session.statement(REMOVE_MARK);
    delete.setString(1, owner.value());
    delete.setString(2, other.value());
    delete.executeUpdate();
  }

  @Override
  public void close() {
    task.close();
  }
}
