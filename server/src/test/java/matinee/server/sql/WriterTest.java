package matinee.server.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  private static final int SERVERS = 2;

  @TempDir Path folder;

  @Test
  void writing_goes_on_after_the_log_was_begun_anew() throws Exception {
    var file = new SqliteFile(folder.resolve("matinee.db"));
    Migrations.run(file);
    try (var writer = new Writer(new Session(file::openForWriting), (_, _) -> {})) {
      writer.write(0, session -> countUp(session, 1));

      writer.restartLog();
      writer.write(0, session -> countUp(session, 1));
      writer.restartLog();
      writer.write(0, session -> countUp(session, 1));

      assertThat(writer.<Long>write(0, session -> counted(session, 1))).isEqualTo(3);
    }
  }

  private static int countUp(Session session, int row) throws SQLException {
    var count =
        session.statement(
            "insert into alive (id, at_ms) values (?, 1)"
                + " on conflict (id) do update set at_ms = alive.at_ms + 1");
    count.setInt(1, row);
    return count.executeUpdate();
  }

  private static long counted(Session session, int row) throws SQLException {
    var select = session.statement("select at_ms from alive where id = ?");
    select.setInt(1, row);
    try (var rows = select.executeQuery()) {
      rows.next();
      return rows.getLong(1);
    }
  }

  @Test
  void of_two_servers_that_wait_for_one_another_both_get_their_change() throws Exception {
    var address = TestPostgres.newDatabase();
    var met = new CountDownLatch(SERVERS);
    try (var one = Database.open(address, (_, _) -> {});
        var other = Database.open(address, (_, _) -> {})) {
      one.write(session -> countUp(session, 1) + countUp(session, 2));

      var first = one.writeLater(0, session -> countUp(session, 1) + countUp(met, session, 2));
      var second = other.writeLater(0, session -> countUp(session, 2) + countUp(met, session, 1));

      assertThat(List.of(first.get(), second.get())).containsExactly(2, 2);
      assertThat(
              List.of(
                  one.read(session -> counted(session, 1)),
                  other.read(session -> counted(session, 2))))
          .containsExactly(3L, 3L);
    }
  }

  /// As [#countUp(Session, int)], when each of the servers has begun.
  private static int countUp(CountDownLatch met, Session session, int row) throws SQLException {
    met.countDown();
    try {
      met.await();
    } catch (InterruptedException e) {
      throw new SQLException(e);
    }
    return countUp(session, row);
  }
}
