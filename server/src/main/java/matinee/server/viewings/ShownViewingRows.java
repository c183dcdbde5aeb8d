package matinee.server.viewings;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import matinee.room.MediaRef;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Session;

/// Who lets friends see what they watch, as rows of the server's database, and what somebody sees
/// so. Whose friend somebody is counts each time that is asked. Used within a transaction.
final class ShownViewingRows {
  private static final String SHOW =
      "insert into viewing_shown (account, since_ms) select id, ? from account where id = ?"
          + " on conflict (account) do nothing";
  private static final String HIDE = "delete from viewing_shown where account = ?";
  private static final String IS = "select 1 from viewing_shown where account = ?";

  /// Nothing is seen of what was watched before that was wanted.
  private static final String OF_FRIENDS =
      "select v.account, coalesce(nullif(f.note, ''), a.name), v.media, max(v.last_ms)"
          + " from friendship f join account a on a.id = f.other"
          + " join viewing_shown s on s.account = f.other"
          + " join viewing v on v.account = f.other and v.last_ms >= s.since_ms"
          + " where f.owner = ? and v.last_ms >= ? and v.media_type = ?"
          + " group by v.account, f.note, a.name, v.media"
          + " order by max(v.last_ms) desc, v.account, v.media limit ?";

  private ShownViewingRows() {}

  /// From `now` on friends see what `account` watches, or not any more.
  static void show(Session session, AccountId account, boolean isShown, Instant now)
      throws SQLException {
    var change = session.statement(isShown ? SHOW : HIDE);
    int at = 1;
    if (isShown) {
      change.setLong(at++, now.toEpochMilli());
    }
    change.setString(at, account.value());
    change.executeUpdate();
  }

  static boolean isShown(Session session, AccountId account) throws SQLException {
    var select = session.statement(IS);
    select.setString(1, account.value());
    try (var rows = select.executeQuery()) {
      return rows.next();
    }
  }

  /// At most `most` uploads that friends of `me` watched, of each friend each once, the latest
  /// first; none was watched last before `since`, and those that were after `recently` still are.
  static List<FriendsViewing> ofFriends(
      Session session, AccountId me, Instant since, Instant recently, int most)
      throws SQLException {
    var select = session.statement(OF_FRIENDS);
    select.setString(1, me.value());
    select.setLong(2, since.toEpochMilli());
    select.setString(3, MediaText.UPLOAD);
    select.setInt(4, most);
    var viewings = new ArrayList<FriendsViewing>();
    try (var rows = select.executeQuery()) {
      while (rows.next()) {
        var last = Instant.ofEpochMilli(rows.getLong(4));
        viewings.add(
            new FriendsViewing(
                new AccountId(rows.getString(1)),
                rows.getString(2),
                new MediaRef.Upload(rows.getString(3)),
                last,
                last.isAfter(recently)));
      }
    }
    return viewings;
  }
}
