package matinee.server.http;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import matinee.server.sql.Database;

/// Everything that a SQLite database holds, to be compared, but for what a server notes of itself
/// from time to time.
final class Tables {
  private static final String OF_SERVERS = "whereabouts_node";

  private Tables() {}

  /// The rows of each table.
  static Map<String, List<List<String>>> contents(Database database) {
    return database.read(
        session -> {
          var names =
              session.statement(
                  "select name from sqlite_master where type = 'table' and name <> ?");
          names.setString(1, OF_SERVERS);
          var contents = new TreeMap<String, List<List<String>>>();
          for (var name : rows(names.executeQuery())) {
            var table = name.getFirst();
            var all = session.statement("select * from \"" + table + "\" order by 1");
            contents.put(table, rows(all.executeQuery()));
          }
          return contents;
        });
  }

  private static List<List<String>> rows(ResultSet found) throws SQLException {
    try (found) {
      var rows = new ArrayList<List<String>>();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
