package matinee.server.titles;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import matinee.server.accounts.AccountId;
import matinee.server.sql.Session;
import matinee.server.sql.Several;

/// Which titles their owners let friends find, as rows of the server's database, and what somebody
/// finds so. Whose friend somebody is counts each time that is asked: who is blocked, or a friend
/// no more, finds nothing from then on. Used within a transaction.
final class ShownRows {
  private static final String SHOW =
      "insert into title_shown (title, owner, since_ms) select id, owner, ? from title"
          + " where id = ? and owner = ? on conflict (title) do nothing";
  private static final String HIDE = "delete from title_shown where title = ? and owner = ?";
  private static final String SHOWN =
      "select title from title_shown where title in " + Several.VALUES;

  /// An episode goes with its series where that is shown.
  private static final String OF_FRIENDS =
      " join title_shown g on g.title = t.id join friendship f on f.owner = ? and f.other = t.owner"
          + " where not exists (select 1 from title_shown w where w.title = t.series)";

  private static final String WITH_WORD =
      " and exists (select 1 from title_word w where w.owner = t.owner and w.title = t.id"
          + " and w.word >= ? and w.word < ?)";
  private static final String NEWEST_FIRST = " order by g.since_ms desc, t.id limit ? offset ?";
  private static final String FIND =
      TitleRows.COLUMNS
          + " join friendship f on f.owner = ? and f.other = t.owner where t.id = ?"
          + " and exists (select 1 from title_shown g where g.title in (t.id, t.series))";
  private static final String NAME =
      "select coalesce(nullif(f.note, ''), a.name) from friendship f"
          + " join account a on a.id = f.other where f.owner = ? and f.other = ?";

  private ShownRows() {}

  /// From `now` on friends find `title`, or not any more.
  static void show(Session session, Title title, boolean isShown, Instant now) throws SQLException {
    var change = session.statement(isShown ? SHOW : HIDE);
    int at = 1;
    if (isShown) {
      change.setLong(at++, now.toEpochMilli());
    }
    change.setString(at, title.id());
    change.setString(at + 1, title.owner().value());
    change.executeUpdate();
  }

  /// Those of these titles that friends find by themselves.
  static Set<String> shown(Session session, Collection<String> titles) throws SQLException {
    var shown = new HashSet<String>();
    Several.ask(session, SHOWN, List.of(), titles, row -> shown.add(row.getString(1)));
    return shown;
  }

  /// At most `limit` of those that friends of `me` let be found and in which words begin like each
  /// of `words`, without the first `from`: what can be found last comes first.
  static FriendsTitle.Page page(
      Session session, AccountId me, List<String> words, int from, int limit) throws SQLException {
    var wanted = OF_FRIENDS + WITH_WORD.repeat(words.size());
    var count = session.statement("select count(*) from title t" + wanted);
    var _ = set(count, me, words);
    int total = TitleRows.number(count);
    var select = session.statement(TitleRows.COLUMNS + wanted + NEWEST_FIRST);
    int at = set(select, me, words);
    select.setInt(at, limit);
    select.setInt(at + 1, from);
    var titles = new ArrayList<FriendsTitle>();
    for (var title : TitleRows.read(select)) {
      titles.add(new FriendsTitle(title, name(session, me, title.owner())));
    }
    return new FriendsTitle.Page(titles, total);
  }

  /// Returns the index after the last one that was set.
  private static int set(PreparedStatement statement, AccountId me, List<String> words)
      throws SQLException {
    statement.setString(1, me.value());
    int at = 2;
    for (var word : words) {
      at = TitleQuery.setRange(statement, at, word);
    }
    return at;
  }

  /// The title called `id`, if a friend of `me` lets it be found, or the series that it is of.
  static Optional<FriendsTitle> find(Session session, AccountId me, String id) throws SQLException {
    var select = session.statement(FIND);
    select.setString(1, me.value());
    select.setString(2, id);
    var found = TitleRows.read(select);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var title = found.getFirst();
    return Optional.of(new FriendsTitle(title, name(session, me, title.owner())));
  }

  private static String name(Session session, AccountId me, AccountId friend) throws SQLException {
    var select = session.statement(NAME);
    select.setString(1, me.value());
    select.setString(2, friend.value());
    try (var rows = select.executeQuery()) {
      return rows.next() ? rows.getString(1) : "";
    }
  }
}
