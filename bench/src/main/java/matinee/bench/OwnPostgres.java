package matinee.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;

/// A PostgreSQL server of a measurement's own, which is gone with all it has when it is closed.
final class OwnPostgres {

  private OwnPostgres() {}

  /// One that has every commit on the disk before it answers.
  static EmbeddedPostgres durable() throws IOException {
    return start("on");
  }

  /// One that does not wait for the disk.
  static EmbeddedPostgres quick() throws IOException {
    return start("off");
  }

  /// How others reach it by the name that Matinee gives such servers.
  static String address(EmbeddedPostgres server) {
    return "postgres://postgres@127.0.0.1:" + server.getPort() + "/postgres";
  }

  /// The builder would turn off waiting for commits.
  private static EmbeddedPostgres start(String fsync) throws IOException {
    return EmbeddedPostgres.builder()
        .setServerConfig("synchronous_commit", "on")
        .setServerConfig("fsync", fsync)
        .start();
  }
}
