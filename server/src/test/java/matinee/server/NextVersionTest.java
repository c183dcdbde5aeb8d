package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server at work on tables that one of the next version has brought up to date.
@Tag("D-04")
final class NextVersionTest {
  /// More often than a driver runs a statement before it prepares it: what is prepared knows the
  /// tables as they were.
  private static final int OFTEN = 10;

  @TempDir private Path folder;
  private final HttpClient http = HttpClient.newHttpClient();

  /// Whatever a migration may do: `MigrationRuleTest`.
  private static void bringToNextVersion(String database) throws SQLException {
    try (var connection = TestPostgres.connect(database);
        var statement = connection.createStatement()) {
      for (var table : tables(database)) {
        statement.execute("alter table " + table + " add column later text");
        statement.execute("alter table " + table + " add column more integer not null default 1");
        statement.execute("create index " + table + "_later on " + table + " (later)");
      }
      statement.execute("create table later (id text primary key)");
      statement.execute("delete from snapshot");
      statement.execute(
          "insert into flyway_schema_history (installed_rank, version, description, type, script,"
              + " checksum, installed_by, execution_time, success) values (999, '999', 'later',"
              + " 'SQL', 'V999__later.sql', 1, 'x', 1, true)");
    }
  }

  private static List<String> tables(String database) throws SQLException {
    try (var connection = TestPostgres.connect(database);
        var rows =
            connection
                .createStatement()
                .executeQuery(
                    "select string_agg(table_name, ',') from information_schema.tables"
                        + " where table_schema = 'public' and table_name not like 'flyway%'")) {
      rows.next();
      return List.of(rows.getString(1).split(","));
    }
  }

  private static List<String> talk(Stranger.Visit visit, String prefix) throws Exception {
    var answers = new ArrayList<String>();
    for (var word : IntStream.range(0, OFTEN).mapToObj(i -> prefix + i).toList()) {
      var answer = visit.ask("say", word, "\"text\":\"" + word + "\"");
      answers.add(answer.path("type").asString());
    }
    return answers;
  }

  @Test
  void goes_on_though_it_could_not_be_started_on_them() throws Exception {
    var database = TestPostgres.newDatabase();
    try (var process = MatineeProcess.serving(folder, database)) {
      var stranger = new Stranger(http, process.port());
      var room = stranger.newRoom();
      try (var visit = stranger.enter(stranger.ticket(room))) {
        assertThat(talk(visit, "before-")).containsOnly("accepted");

        bringToNextVersion(database);

        assertThat(talk(visit, "after-")).containsOnly("accepted");
        assertThat(stranger.get("/health/ready").statusCode()).isEqualTo(200);
        var another = stranger.newRoom();
        for (var either : List.of(room, another)) {
          try (var late = stranger.enter(stranger.ticket(either))) {
            assertThat(talk(late, "late-")).containsOnly("accepted");
          }
        }
      }
    }
    assertThatThrownBy(() -> MatineeProcess.serving(folder, database))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("version 999, which is newer than this program");
  }
}
