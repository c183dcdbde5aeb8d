package matinee.server.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Of what is asked about many values each row comes once, on both stores.
final class SeveralTest {
  private static final int THERE = 200;
  private static final String SPARED = "n0";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, Several.AT_ONCE - 1, Several.AT_ONCE, Several.AT_ONCE + 1, 250})
  void each_that_is_there_comes_once_and_no_other(int asked) throws SQLException {
    for (var address : List.of(folder.resolve("a.db").toString(), TestPostgres.newDatabase())) {
      try (var database = Database.open(address, (_, _) -> {})) {
        database.write(session -> add(session, names(THERE)));

        var found = database.read(session -> others(session, names(asked)));

        var expected = new ArrayList<>(names(Math.min(asked, THERE)));
        expected.remove(SPARED);
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  private static List<String> names(int count) {
    return IntStream.range(0, count).mapToObj(it -> "n" + it).toList();
  }

  private static int add(Session session, List<String> accounts) throws SQLException {
    var insert =
        session.statement(
            "insert into portrait (account, token, large, small, since_ms) values (?, ?, ?, ?, 1)");
    for (var account : accounts) {
      insert.setString(1, account);
      insert.setString(2, account);
      insert.setBytes(3, new byte[0]);
      insert.setBytes(4, new byte[0]);
      insert.executeUpdate();
    }
    return accounts.size();
  }

  /// Those of `accounts` that have a portrait, without the one that is spared.
  private static List<String> others(Session session, List<String> accounts) throws SQLException {
    var found = new ArrayList<String>();
    Several.ask(
        session,
        "select account from portrait where account <> ? and account in " + Several.VALUES,
        List.of(SPARED),
        accounts,
        row -> found.add(row.getString(1)));
    return found;
  }
}
