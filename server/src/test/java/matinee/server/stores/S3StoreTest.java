package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract, and what only a store is asked that is elsewhere.
final class S3StoreTest extends StoreContract {
  private static final long PART_BYTES = 5L << 20;
  @TempDir private static Path kept;
  private static S3Server server;

  @TempDir private Path parts;
  private S3Address address;
  private S3Store store;

  @BeforeAll
  static void start() throws IOException {
    server = new S3Server(kept);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  @BeforeEach
  void open() {
    address = server.newAddress();
    store = new S3Store(address, PART_BYTES);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Override
  Store store() {
    return store;
  }

  @Override
  Path parts() {
    return parts;
  }

  @Test
  void a_bucket_that_is_there_is_in_order_and_another_is_told() throws IOException {
    store.check();

    try (var other = new S3Store(server.addressOf("no-such-bucket"), PART_BYTES)) {
      assertThatThrownBy(other::check)
          .isInstanceOf(StoreAway.class)
          .hasMessage(
              server.addressOf("no-such-bucket")
                  + ": there is no such bucket. Make it, or correct --store");
    }
  }

  @Test
  void a_put_whose_process_ended_in_the_middle_left_no_film_and_the_next_leaves_no_parts()
      throws IOException {
    store.begin("film-1");
    store.begin("film-1");
    store.begin("film-12");
    assertThat(store.begun()).containsExactlyInAnyOrder("film-1", "film-1", "film-12");
    assertThat(store.size("film-1")).isEqualTo(OptionalLong.empty());
    var film = Files.write(parts.resolve("a.part"), bytes(1, 12 << 20));

    store.put("film-1", film);

    assertThat(store.begun()).containsExactly("film-12");
    assertThat(store.list()).isEqualTo(Map.of("film-1", 12L << 20));
  }

  @Test
  void a_removal_takes_away_what_a_put_left_in_the_middle() throws IOException {
    store.begin("film-1");

    store.delete("film-1");

    assertThat(store.begun()).isEmpty();
  }

  @Test
  void a_store_that_is_away_is_told_and_what_it_has_is_there_when_it_is_back() throws Exception {
    var film = Files.write(parts.resolve("a.part"), bytes(1, 12 << 20));
    store.put("film-1", film);

    server.kill();

    assertThatThrownBy(() -> store.read("film-1", 0, 10))
        .isInstanceOf(StoreAway.class)
        .hasMessage(
            address
                + " cannot be reached: check the endpoint, and whether this machine may connect to"
                + " it");
    assertThatThrownBy(() -> store.put("film-2", film)).isInstanceOf(StoreAway.class);
    server.comeBack();
    assertThat(store.list()).isEqualTo(Map.of("film-1", 12L << 20));
  }
}
