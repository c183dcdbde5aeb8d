package matinee.server.people;

import java.sql.SQLException;
import java.time.Instant;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Session;

/// What others who write to the database in one transaction have to know of people.
public final class Ties {
  /// Where what people do is written among all changes of a transaction: after accounts, before
  /// letters and rooms; see [matinee.server.sql.Database#write(long, matinee.server.sql.Query)].
  /// Where two servers then still wait for one another, PostgreSQL lets one of them go first, and
  /// the other does its own again.
  public static final long PLACE = -5;

  private Ties() {}

  /// Something is new for each of these, as their pages learn when the transaction is over. Until
  /// then nobody makes or ends a friendship of theirs.
  public static void tell(Session session, Instant now, AccountId... accounts) throws SQLException {
    PersonRows.tell(session, now, accounts);
  }

  /// Are the two friends?
  public static boolean areFriends(Session session, AccountId one, AccountId other)
      throws SQLException {
    return FriendRows.areFriends(session, one, other);
  }
}
