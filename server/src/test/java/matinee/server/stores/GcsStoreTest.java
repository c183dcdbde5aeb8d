package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The contract, and what only a store is asked that is elsewhere. Where there is no
/// fake-gcs-server these are left out, and `./dev test` says so.
@Tag("gcs")
final class GcsStoreTest extends StoreContract {
  private static final int SIZE = 12 << 20;

  @TempDir private static Path kept;
  private static GcsServer server;

  @TempDir private Path parts;
  private GcsAddress address;
  private GcsStore store;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    server = new GcsServer(kept);
  }

  @AfterAll
  static void stop() throws InterruptedException {
    server.close();
  }

  @BeforeEach
  void open() {
    address = server.newAddress();
    store = GcsServer.store(address);
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

  private Path film() throws IOException {
    return Files.write(parts.resolve("a.part"), bytes(1, SIZE));
  }

  @Test
  void a_bucket_that_is_there_is_in_order_and_another_is_told() throws IOException {
    store.check();

    var other = server.address("no-such-bucket", "");
    assertThatThrownBy(GcsServer.store(other)::check)
        .isInstanceOf(StoreAway.class)
        .hasMessage(other + ": there is no such bucket. Make it, or correct --store");
  }

  @Test
  void a_put_whose_process_ended_in_the_middle_left_no_film_and_the_next_is_whole()
      throws IOException {
    var _ = store.begin("film-1");
    assertThat(store.size("film-1")).isEqualTo(OptionalLong.empty());

    store.put("film-1", film());

    assertThat(store.list()).isEqualTo(Map.of("film-1", (long) SIZE));
  }

  @Test
  void a_connection_that_breaks_in_the_middle_of_a_part_costs_nobody_the_film() throws Exception {
    try (var proxy = new BreakingProxy(server.port(), SIZE / 2)) {
      var through =
          new GcsAddress(
              address.bucket(),
              address.prefix(),
              URI.create("http://127.0.0.1:" + proxy.port()),
              address.readers(),
              address.account());

      GcsServer.store(through).put("film-1", film());

      assertThat(proxy.broken()).isEqualTo(1);
    }
    assertThat(store.list()).isEqualTo(Map.of("film-1", (long) SIZE));
    try (var bytes = store.read("film-1", 0, SIZE)) {
      assertThat(bytes.readAllBytes()).isEqualTo(bytes(1, SIZE));
    }
  }

  @Test
  void a_store_that_is_away_is_told_and_what_it_has_is_there_when_it_is_back() throws Exception {
    store.put("film-1", film());

    server.kill();

    assertThatThrownBy(() -> store.read("film-1", 0, 10))
        .isInstanceOf(StoreAway.class)
        .hasMessage(address + " cannot be reached: check whether this machine may connect to it");
    assertThatThrownBy(() -> store.put("film-2", film())).isInstanceOf(StoreAway.class);
    server.comeBack();
    assertThat(store.list()).isEqualTo(Map.of("film-1", (long) SIZE));
  }
}
