package matinee.server.conversations;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import matinee.server.accounts.AccountId;
import matinee.server.conversations.Message.Content;
import matinee.server.conversations.Message.Deleted;
import matinee.server.conversations.Message.Invited;
import matinee.server.conversations.Message.Said;
import matinee.server.sql.Session;

/// Messages as rows of the server's database. Used within a transaction.
final class MessageRows {
  /// What somebody said whose account was deleted is there for nobody, also while its rows are.
  private static final String COLUMNS =
      "m.number, m.change, m.author, m.at_ms, m.text, m.edited_ms, m.deleted_ms, i.room, i.title,"
          + " i.answer from message m left join watch_invitation i"
          + " on i.one = m.one and i.other = m.other and i.number = m.number"
          + " where exists (select 1 from account a where a.id = m.author)";

  private static final String BEGIN =
      "insert into conversation (one, other, messages, changes) values (?, ?, 0, 0)"
          + " on conflict (one, other) do nothing";

  /// Until the transaction ends nobody else changes the conversation.
  private static final String COUNT =
      "update conversation set messages = messages + ?, changes = changes + 1"
          + " where one = ? and other = ?";

  private static final String COUNTED =
      "select messages, changes from conversation where one = ? and other = ?";
  private static final String ADD =
      "insert into message (one, other, number, change, author, author_key, at_ms, text)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String BY_KEY =
      "select number from message where one = ? and other = ? and author = ? and author_key = ?";
  private static final String EDIT =
      "update message set text = ?, edited_ms = ?, change = ? where one = ? and other = ?"
          + " and number = ?";
  private static final String DELETE =
      "update message set text = '', deleted_ms = ?, change = ? where one = ? and other = ?"
          + " and number = ?";

  /// Invitations are withdrawn instead.
  private static final String IS_OF =
      "select 1 from message m where m.one = ? and m.other = ? and m.number = ? and m.author = ?"
          + " and m.deleted_ms is null and not exists (select 1 from watch_invitation i"
          + " where i.one = m.one and i.other = m.other and i.number = m.number)";

  private static final String BEFORE =
      "select "
          + COLUMNS
          + " and m.one = ? and m.other = ? and m.number < ? order by m.number desc limit ?";
  private static final String AFTER =
      "select "
          + COLUMNS
          + " and m.one = ? and m.other = ? and m.change > ? order by m.change limit ?";
  private static final String BEHIND =
      "select "
          + COLUMNS
          + " and m.one = ? and m.other = ? and m.number > ? order by m.number limit ?";

  private MessageRows() {}

  /// How many messages there have been, and how often something was changed.
  record Counts(long messages, long changes) {
    static final Counts NONE = new Counts(0, 0);
  }

  /// Counts one more change, and so many messages more.
  static Counts count(Session session, Pair pair, int messages) throws SQLException {
    var begin = session.statement(BEGIN);
    fill(begin, 1, pair);
    begin.executeUpdate();
    var count = session.statement(COUNT);
    count.setInt(1, messages);
    fill(count, 2, pair);
    count.executeUpdate();
    return counts(session, pair);
  }

  static Counts counts(Session session, Pair pair) throws SQLException {
    var select = session.statement(COUNTED);
    fill(select, 1, pair);
    try (var rows = select.executeQuery()) {
      return rows.next() ? new Counts(rows.getLong(1), rows.getLong(2)) : Counts.NONE;
    }
  }

  /// The number of the message that `author` calls `key`.
  static Optional<Long> withKey(Session session, Pair pair, AccountId author, String key)
      throws SQLException {
    var select = session.statement(BY_KEY);
    fill(select, 1, pair);
    select.setString(3, author.value());
    select.setString(4, key);
    try (var rows = select.executeQuery()) {
      return rows.next() ? Optional.of(rows.getLong(1)) : Optional.empty();
    }
  }

  /// Adds a message that `author` calls `key`, as what `counts` has come to.
  static void add(
      Session session,
      Pair pair,
      Counts counts,
      AccountId author,
      String key,
      String text,
      Instant at)
      throws SQLException {
    var insert = session.statement(ADD);
    fill(insert, 1, pair);
    insert.setLong(3, counts.messages());
    insert.setLong(4, counts.changes());
    insert.setString(5, author.value());
    insert.setString(6, key);
    insert.setLong(7, at.toEpochMilli());
    insert.setString(8, text);
    insert.executeUpdate();
  }

  /// Is there such a message of `author`, which was not taken back?
  static boolean isOf(Session session, Pair pair, long number, AccountId author)
      throws SQLException {
    var select = session.statement(IS_OF);
    fill(select, 1, pair);
    select.setLong(3, number);
    select.setString(4, author.value());
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  /// Puts other words in a message that is there.
  static void edit(Session session, Pair pair, long number, String text, Instant at)
      throws SQLException {
    var counts = count(session, pair, 0);
    var update = session.statement(EDIT);
    update.setString(1, text);
    update.setLong(2, at.toEpochMilli());
    update.setLong(3, counts.changes());
    fill(update, 4, pair);
    update.setLong(6, number);
    update.executeUpdate();
  }

  /// Takes back a message that is there.
  static void delete(Session session, Pair pair, long number, Instant at) throws SQLException {
    var counts = count(session, pair, 0);
    var update = session.statement(DELETE);
    update.setLong(1, at.toEpochMilli());
    update.setLong(2, counts.changes());
    fill(update, 3, pair);
    update.setLong(5, number);
    update.executeUpdate();
  }

  /// At most `limit` messages before the one with `number`, in their order.
  static List<Message> before(Session session, Pair pair, long number, int limit)
      throws SQLException {
    return messages(session, BEFORE, pair, number, limit).reversed();
  }

  /// At most `limit` messages that were added or changed after the change `change`, in the order of
  /// that.
  static List<Message> after(Session session, Pair pair, long change, int limit)
      throws SQLException {
    return messages(session, AFTER, pair, change, limit);
  }

  /// At most `limit` messages behind the one with `number`, in their order.
  static List<Message> behind(Session session, Pair pair, long number, int limit)
      throws SQLException {
    return messages(session, BEHIND, pair, number, limit);
  }

  private static List<Message> messages(
      Session session, String query, Pair pair, long from, int limit) throws SQLException {
    var select = session.statement(query);
    fill(select, 1, pair);
    select.setLong(3, from);
    select.setInt(4, limit);
    var messages = new ArrayList<Message>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        messages.add(message(rows));
      }
    }
    return messages;
  }

  private static Message message(ResultSet rows) throws SQLException {
    return new Message(
        rows.getLong(1),
        rows.getLong(2),
        new AccountId(rows.getString(3)),
        Instant.ofEpochMilli(rows.getLong(4)),
        content(rows));
  }

  private static Content content(ResultSet rows) throws SQLException {
    var room = Optional.ofNullable(rows.getString(8));
    if (room.isPresent()) {
      var answer = Optional.ofNullable(rows.getString(10)).flatMap(InvitationAnswer::of);
      return new Invited(new Invitation(room.get(), rows.getString(9)), answer);
    }
    long deletedMs = rows.getLong(7);
    if (deletedMs != 0) {
      return new Deleted();
    }
    long editedMs = rows.getLong(6);
    return new Said(
        rows.getString(5),
        editedMs == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(editedMs)));
  }

  private static void fill(PreparedStatement statement, int place, Pair pair) throws SQLException {
    statement.setString(place, pair.one());
    statement.setString(place + 1, pair.other());
  }
}
