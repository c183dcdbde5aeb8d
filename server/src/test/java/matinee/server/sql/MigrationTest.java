package matinee.server.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import matinee.server.MatineeProcess;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Tables are brought up to date by one process at a time, which may be killed, on both stores.
final class MigrationTest {

  @TempDir private Path folder;

  /// Where a database is.
  enum Kind {
    SQLITE,
    POSTGRESQL,
    POSTGRESQL_THROUGH_POOLER
  }

  /// The address of a database without tables.
  private String empty(Kind kind, String name) throws SQLException {
    return switch (kind) {
      case SQLITE -> folder.resolve(name + ".db").toString();
      case POSTGRESQL -> TestPostgres.newDatabase();
      case POSTGRESQL_THROUGH_POOLER -> TestPooler.before(TestPostgres.newDatabase());
    };
  }

  private static MatineeProcess migrating(String database) throws IOException {
    return MatineeProcess.run(List.of("migrate", "--database=" + database));
  }

  /// The name and the columns of every table, and each migration that was noted, as text.
  private static List<String> schema(String database) {
    var store = Store.at(database);
    try (var connection = store.open()) {
      var lines = new TreeSet<String>();
      try (var columns = connection.getMetaData().getColumns(null, null, "%", "%")) {
        while (columns.next()) {
          var schema = String.valueOf(columns.getString("TABLE_SCHEM"));
          if (!schema.equals("pg_catalog") && !schema.equals("information_schema")) {
            lines.add(
                columns.getString("TABLE_NAME")
                    + "."
                    + columns.getString("COLUMN_NAME")
                    + " "
                    + columns.getString("TYPE_NAME"));
          }
        }
      }
      var noted = new ArrayList<String>(lines);
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "select version, success from flyway_schema_history"
                      + " where version is not null order by installed_rank")) {
        while (rows.next()) {
          noted.add("migration " + rows.getString(1) + " " + rows.getBoolean(2));
        }
      }
      return noted;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Kills a process in its `number`-th migration; in 0 before the first. The address again.
  private static String killIn(int number, String database) throws Exception {
    try (var process = migrating(database)) {
      process.await(number == 0 ? "Creating Schema History table" : "to version \"1");
      for (int i = 1; i < number; i++) {
        process.await("to version");
      }
      process.kill();
    }
    return database;
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void four_that_start_at_once_end_well_and_one_of_them_does_the_work(Kind kind) throws Exception {
    var database = empty(kind, "four");
    var alone = empty(kind, "alone");
    Database.migrate(alone);
    var processes = new ArrayList<MatineeProcess>();
    for (int i = 0; i < 4; i++) {
      processes.add(migrating(database));
    }

    var said = new ArrayList<String>();
    for (var process : processes) {
      said.add(process.end());
      assertThat(process.status()).as(said.getLast()).isZero();
    }

    assertThat(said.stream().filter(it -> it.contains(" now, and was at 0"))).hasSize(1);
    assertThat(said.stream().filter(it -> it.contains(" already."))).hasSize(3);
    assertThat(schema(database)).isEqualTo(schema(alone));
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void threads_of_one_process_wait_for_one_another_too(Kind kind) throws Exception {
    var database = empty(kind, "threads");
    var opening = new ArrayList<Callable<String>>();
    for (int i = 0; i < 4; i++) {
      opening.add(() -> Database.migrate(database));
    }

    var said = new ArrayList<String>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var done : threads.invokeAll(opening)) {
        said.add(done.get());
      }
    }

    assertThat(said.stream().filter(it -> it.contains(" already."))).hasSize(3);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void killed_in_any_migration_the_next_brings_it_to_the_same_tables(Kind kind) throws Exception {
    var whole = empty(kind, "whole");
    Database.migrate(whole);

    var ends = new ArrayList<Callable<String>>();
    for (int migrations = 0; migrations < 5; migrations++) {
      int number = migrations;
      var database = empty(kind, "killed-" + migrations);
      ends.add(() -> killIn(number, database));
    }

    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var killed : threads.invokeAll(ends)) {
        var database = killed.get();
        Database.migrate(database);

        assertThat(schema(database)).isEqualTo(schema(whole));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void tables_that_are_newer_than_the_program_are_refused_and_left_alone(Kind kind)
      throws Exception {
    var database = empty(kind, "newer");
    Database.migrate(database);
    note(database, "999");
    var before = schema(database);

    assertThatThrownBy(() -> Database.open(database, (_, _) -> {}))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("version 999, which is newer than this program");
    assertThat(schema(database)).isEqualTo(before);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void a_migration_that_came_after_one_of_a_higher_number_is_made_too(Kind kind) throws Exception {
    var database = empty(kind, "between");
    Database.migrate(database);
    var whole = columns(database);
    try (var connection = Store.at(database).open();
        var statement = connection.createStatement()) {
      statement.execute("drop table subtitles");
      statement.execute("delete from flyway_schema_history where version = '53'");
    }

    Database.open(database, (_, _) -> {}).close();

    assertThat(columns(database)).isEqualTo(whole);
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void tables_with_a_migration_in_the_middle_that_is_not_known_are_refused(Kind kind)
      throws Exception {
    var database = empty(kind, "middle");
    Database.migrate(database);
    note(database, "5.5");

    assertThatThrownBy(() -> Database.open(database, (_, _) -> {}))
        .isInstanceOf(DatabaseFailure.class)
        .hasMessageContaining("newer than this program");
  }

  private static List<String> columns(String database) {
    return schema(database).stream().filter(line -> !line.startsWith("migration ")).toList();
  }

  /// As if a newer program had made a migration of this `version`.
  private static void note(String database, String version) throws SQLException {
    try (var connection = Store.at(database).open();
        var statement = connection.createStatement()) {
      statement.execute(
          ("insert into flyway_schema_history (installed_rank, version, description, type, script,"
                  + " checksum, installed_by, execution_time, success) values (999, '%1$s',"
                  + " 'later', 'SQL', 'V%1$s__later.sql', 1, 'x', 1, true)")
              .formatted(version));
    }
  }

  @Test
  void tables_of_an_older_version_are_brought_up_to_date_when_a_server_starts() throws Exception {
    var database = empty(Kind.SQLITE, "older");
    var whole = empty(Kind.SQLITE, "whole");
    Database.migrate(whole);
    try (var connection = new OneConnection(Store.at(database))) {
      var older = Flyway.configure().dataSource(connection).locations("classpath:db/migration");
      older.target("5").load().migrate();
    }

    Database.open(database, (_, _) -> {}).close();

    assertThat(schema(database)).isEqualTo(schema(whole));
  }
}
