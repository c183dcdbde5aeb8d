package matinee.server.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/// Asks about many values at once: a page of a hundred things costs one way to the database, and
/// not one for each of them.
public final class Several {
  /// About so many values is asked in one statement; of more there are several.
  static final int AT_ONCE = 100;

  /// Stands in a statement behind `in`, and takes the place of the values.
  public static final String VALUES =
      "(" + String.join(", ", Collections.nCopies(AT_ONCE, "?")) + ")";

  private Several() {}

  /// Takes what stands in the current row. Never moves to another one.
  @FunctionalInterface
  public interface Taker {
    void take(ResultSet row) throws SQLException;
  }

  /// Gives `taker` the rows of `sql`, a constant in which the parameters for `before` come first
  /// and [#VALUES] then, once. Of more than [#AT_ONCE] values the rows come in no order.
  public static void ask(
      Session session, String sql, List<String> before, Collection<String> values, Taker taker)
      throws SQLException {
    var all = List.copyOf(values);
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      var part = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      var select = session.statement(sql);
      int at = 1;
      for (var value : before) {
        select.setString(at++, value);
      }
      for (int i = 0; i < AT_ONCE; i++) {
        select.setString(at++, part.get(Math.min(i, part.size() - 1)));
      }
      try (var rows = select.executeQuery()) {
        while (rows.next()) {
          taker.take(rows);
        }
      }
    }
  }
}
