package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import matinee.server.stores.ResumableServer.Fault;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An upload with which something goes wrong is gone on with from what the store has.
final class GcsUploadTest {
  private static final int MIB = 1 << 20;

  /// Two parts and a half.
  private static final int SIZE = 5 * MIB / 2;

  private static final byte[] FILM = StoreContract.bytes(5, SIZE);
  private static final GcsUpload.Pace PACE = new GcsUpload.Pace(MIB, Duration.ZERO);
  private static final GcsAddress ADDRESS =
      new GcsAddress(
          "films",
          "",
          URI.create("http://127.0.0.1"),
          StoreAddress.Readers.SERVED,
          new MachineAccount("127.0.0.1"));

  private static final String FIRST = "bytes 0-1048575/2621440";
  private static final String SECOND = "bytes 1048576-2097151/2621440";
  private static final String THIRD = "bytes 2097152-2621439/2621440";
  private static final String QUESTION = "bytes */2621440";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = Files.write(folder.resolve("film.part"), FILM);
  }

  private boolean send(ResumableServer server) throws IOException {
    return new GcsUpload(ADDRESS, server.session(), file, SIZE, PACE).send();
  }

  @Test
  void a_film_goes_there_part_after_part() throws IOException {
    try (var server = new ResumableServer()) {
      assertThat(send(server)).isTrue();

      assertThat(server.kept()).isEqualTo(FILM);
      assertThat(server.asked()).containsExactly(FIRST, SECOND, THIRD);
    }
  }

  @Test
  void what_a_connection_brought_that_broke_in_the_middle_of_a_part_is_not_sent_again()
      throws IOException {
    try (var server = new ResumableServer(new Fault.Keep(MIB), new Fault.Break(700_000))) {
      assertThat(send(server)).isTrue();

      assertThat(server.kept()).isEqualTo(FILM);
      assertThat(server.asked())
          .containsExactly(FIRST, SECOND, QUESTION, "bytes 1572864-2621439/2621440");
    }
  }

  @Test
  void a_part_that_broke_before_anything_was_kept_is_sent_from_the_first_byte() throws IOException {
    try (var server = new ResumableServer(new Fault.Break(1_000))) {
      assertThat(send(server)).isTrue();

      assertThat(server.kept()).isEqualTo(FILM);
      assertThat(server.asked()).containsExactly(FIRST, QUESTION, FIRST, SECOND, THIRD);
    }
  }

  @Test
  void where_less_is_kept_than_was_sent_it_goes_on_from_there() throws IOException {
    try (var server = new ResumableServer(new Fault.Keep(MIB / 2))) {
      assertThat(send(server)).isTrue();

      assertThat(server.kept()).isEqualTo(FILM);
      assertThat(server.asked())
          .containsExactly(FIRST, "bytes 524288-1572863/2621440", "bytes 1572864-2621439/2621440");
    }
  }

  @Test
  void a_store_that_is_busy_is_asked_again() throws IOException {
    try (var server = new ResumableServer(new Fault.Refuse(503), new Fault.Refuse(429))) {
      assertThat(send(server)).isTrue();

      assertThat(server.kept()).isEqualTo(FILM);
      assertThat(server.asked())
          .containsExactly(FIRST, QUESTION, FIRST, QUESTION, FIRST, SECOND, THIRD);
    }
  }

  @Test
  void a_film_whose_last_answer_was_lost_is_found_whole() throws IOException {
    try (var server =
        new ResumableServer(new Fault.Keep(MIB), new Fault.Keep(MIB), new Fault.Swallow())) {
      assertThat(send(server)).isTrue();

      assertThat(server.asked()).containsExactly(FIRST, SECOND, THIRD, QUESTION);
    }
  }

  @Test
  void an_upload_that_was_forgotten_is_told() throws IOException {
    try (var server = new ResumableServer(new Fault.Keep(MIB), new Fault.Forget())) {
      assertThat(send(server)).isFalse();
    }
  }

  @Test
  void a_store_that_takes_nothing_more_is_not_asked_for_ever() throws IOException {
    var nothing = new Fault.Keep(0);
    try (var server = new ResumableServer(nothing, nothing, nothing, nothing, nothing)) {
      assertThatThrownBy(() -> send(server))
          .isInstanceOf(StoreAway.class)
          .hasMessage("gs://films/ at http://127.0.0.1 takes no more of a film");
    }
  }

  @Test
  void a_store_that_goes_away_is_told() throws IOException {
    var server = new ResumableServer(new Fault.Keep(MIB));
    server.close();

    assertThatThrownBy(() -> send(server))
        .isInstanceOf(StoreAway.class)
        .hasMessage(
            "gs://films/ at http://127.0.0.1 cannot be reached: check whether this machine may"
                + " connect to it");
  }

  @Test
  void a_refusal_is_told_at_once() throws IOException {
    try (var server = new ResumableServer(new Fault.Refuse(403))) {
      assertThatThrownBy(() -> send(server))
          .isInstanceOf(StoreAway.class)
          .hasMessageEndingWith(
              "does not allow it: the account of this machine must be let list the bucket, and"
                  + " read, write and delete what is in it (roles/storage.objectUser)");
      assertThat(server.asked()).containsExactly(FIRST);
    }
  }
}
