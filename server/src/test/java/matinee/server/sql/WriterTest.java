package matinee.server.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
  private static final Query<Integer> COUNT_UP =
      session ->
          session
              .statement(
                  "insert into alive (id, at_ms) values (1, 1)"
                      + " on conflict (id) do update set at_ms = at_ms + 1")
              .executeUpdate();

  @TempDir Path folder;

  @Test
  void writing_goes_on_after_the_log_was_begun_anew() throws Exception {
    var file = new SqliteFile(folder.resolve("matinee.db"));
    Migrations.run(file);
    try (var writer = new Writer(new Session(file::openForWriting), (_, _) -> {})) {
      writer.write(0, COUNT_UP);

      writer.restartLog();
      writer.write(0, COUNT_UP);
      writer.restartLog();
      writer.write(0, COUNT_UP);

      var counted =
          writer.write(
              0,
              session -> {
                try (var rows = session.statement("select at_ms from alive").executeQuery()) {
                  rows.next();
                  return rows.getLong(1);
                }
              });
      assertThat(counted).isEqualTo(3);
    }
  }
}
