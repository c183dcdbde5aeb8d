package matinee.server.conversations;

import java.sql.SQLException;
import java.time.Instant;
import matinee.server.accounts.AccountId;
import matinee.server.conversations.Message.Invited;
import matinee.server.sql.Session;

/// Invitations to watch together as rows of the server's database, beside their messages. Used
/// within a transaction.
final class InvitationRows {
  private static final String ADD =
      "insert into watch_invitation (one, other, number, room, title) values (?, ?, ?, ?, ?)";

  /// The first answer counts; `=` says who may give it, the author or the other.
  private static final String ANSWER =
      "update watch_invitation set answer = ? where one = ? and other = ? and number = ?"
          + " and answer is null and exists (select 1 from message m where m.one ="
          + " watch_invitation.one and m.other = watch_invitation.other and m.number ="
          + " watch_invitation.number and m.at_ms > ? and (m.author = ?) = (? = 1))";

  private static final String TOUCH =
      "update message set change = ? where one = ? and other = ? and number = ?";

  private InvitationRows() {}

  /// Adds what the message `number` invites to.
  static void add(Session session, Pair pair, long number, Invitation invitation)
      throws SQLException {
    var insert = session.statement(ADD);
    insert.setString(1, pair.one());
    insert.setString(2, pair.other());
    insert.setLong(3, number);
    insert.setString(4, invitation.room());
    insert.setString(5, invitation.title());
    insert.executeUpdate();
  }

  /// `by` answers the invitation of message `number`, unless that is over at `now`, answered
  /// already, or not for `by` to answer so; whether it was done.
  static boolean answer(
      Session session, Pair pair, long number, AccountId by, InvitationAnswer answer, Instant now)
      throws SQLException {
    var update = session.statement(ANSWER);
    update.setString(1, answer.word());
    update.setString(2, pair.one());
    update.setString(3, pair.other());
    update.setLong(4, number);
    update.setLong(5, now.minus(Invited.OPEN_FOR).toEpochMilli());
    update.setString(6, by.value());
    update.setInt(7, answer == InvitationAnswer.WITHDRAWN ? 1 : 0);
    return update.executeUpdate() == 1;
  }

  /// Counts the answer as a change of the message.
  static void touch(Session session, Pair pair, long number) throws SQLException {
    var counts = MessageRows.count(session, pair, 0);
    var update = session.statement(TOUCH);
    update.setLong(1, counts.changes());
    update.setString(2, pair.one());
    update.setString(3, pair.other());
    update.setLong(4, number);
    update.executeUpdate();
  }
}
