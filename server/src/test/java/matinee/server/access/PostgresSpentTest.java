package matinee.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.List;
import matinee.room.MemberId;
import matinee.server.journal.RoomId;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Used tokens, and the secret, of two servers on a real PostgreSQL.
final class PostgresSpentTest extends SqlSpentContract {
  private static final RoomId ROOM = new RoomId("a-room-of-our-own");
  private static final MemberId ANN = new MemberId("ann");

  @TempDir private Path folder;
  private List<Database> databases = List.of();

  @BeforeEach
  void open() throws SQLException {
    var address = TestPostgres.newDatabase();
    databases = List.of(Database.open(address, (_, _) -> {}), Database.open(address, (_, _) -> {}));
  }

  @AfterEach
  void close() {
    databases.forEach(Database::close);
  }

  @Override
  List<Database> databases() {
    return databases;
  }

  /// The secret as the server with the `index`-th way to the database has it, and a data folder of
  /// its own.
  private Secret secret(int index) throws IOException {
    var data = Files.createDirectories(folder.resolve("data-" + index));
    return Secret.shared(
        new SecretRow(databases.get(index)), data.resolve("secret"), new SecureRandom());
  }

  @Test
  void all_servers_of_a_database_have_one_secret_and_no_file() throws IOException {
    var pass = new Passes(secret(0)).write(ROOM, Pass.of(ANN));

    assertThat(new Passes(secret(1)).read(ROOM, pass)).contains(Pass.of(ANN));
    assertThat(folder.resolve("data-0")).isEmptyDirectory();
  }

  @Test
  void passes_of_a_server_that_had_a_file_stay_good_when_it_is_the_first() throws IOException {
    var file = Files.createDirectories(folder.resolve("data-0")).resolve("secret");
    var pass = new Passes(Secret.open(file, new SecureRandom())).write(ROOM, Pass.of(ANN));

    var taken = secret(0);
    var elsewhere = secret(1);

    assertThat(new Passes(taken).read(ROOM, pass)).contains(Pass.of(ANN));
    assertThat(new Passes(elsewhere).read(ROOM, pass)).contains(Pass.of(ANN));
  }

  @Test
  void who_comes_later_with_a_file_takes_the_secret_of_the_others() throws IOException {
    var pass = new Passes(secret(0)).write(ROOM, Pass.of(ANN));
    var file = Files.createDirectories(folder.resolve("data-1")).resolve("secret");
    Secret.open(file, new SecureRandom());

    assertThat(new Passes(secret(1)).read(ROOM, pass)).contains(Pass.of(ANN));
  }
}
