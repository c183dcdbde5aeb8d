package matinee.server.stores;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What holds of every store.
@Tag("L1")
abstract class StoreContract {
  /// More than two parts, and not a whole number of them.
  private static final int LARGE = 11 * 1024 * 1024 + 77;

  private final byte[] film = bytes(1, 70_000);

  static byte[] bytes(long seed, int size) {
    var bytes = new byte[size];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  abstract Store store();

  /// A folder for parts, from which the store takes them.
  abstract Path parts();

  private Path part(byte[] bytes) throws IOException {
    return Files.write(parts().resolve("a.part"), bytes);
  }

  private byte[] read(String name, long first, long length) throws IOException {
    try (var stream = store().read(name, first, length)) {
      return stream.readAllBytes();
    }
  }

  @Test
  void what_was_put_is_there_with_all_its_bytes() throws IOException {
    store().put("film-1", part(film));

    assertThat(store().size("film-1")).hasValue(film.length);
    assertThat(read("film-1", 0, film.length)).isEqualTo(film);
    assertThat(store().list()).isEqualTo(Map.of("film-1", (long) film.length));
  }

  @Test
  void a_large_film_is_the_same_at_each_seam() throws IOException {
    var large = bytes(2, LARGE);

    store().put("large", part(large));

    assertThat(store().size("large")).hasValue(LARGE);
    assertThat(read("large", 0, LARGE)).isEqualTo(large);
    for (int seam = 5 << 20; seam < LARGE; seam += 5 << 20) {
      assertThat(read("large", seam - 10, 20))
          .isEqualTo(Arrays.copyOfRange(large, seam - 10, seam + 10));
    }
  }

  @Test
  void a_range_is_read_and_no_more_of_the_film() throws IOException {
    store().put("film-1", part(film));

    assertThat(read("film-1", 0, 1)).isEqualTo(Arrays.copyOf(film, 1));
    assertThat(read("film-1", 69_990, 10)).isEqualTo(Arrays.copyOfRange(film, 69_990, 70_000));
    assertThat(read("film-1", 100, 0)).isEmpty();
  }

  @Test
  void a_stream_may_be_closed_before_its_end() throws IOException {
    store().put("large", part(bytes(3, LARGE)));

    for (int i = 0; i < 50; i++) {
      try (var stream = store().read("large", 0, LARGE)) {
        assertThat(stream.readNBytes(10)).hasSize(10);
      }
    }

    assertThat(read("large", 0, 10)).hasSize(10);
  }

  @Test
  void what_was_put_twice_is_what_was_put_last() throws IOException {
    store().put("film-1", part(film));
    var other = bytes(4, 80_000);

    store().put("film-1", part(other));

    assertThat(read("film-1", 0, 80_000)).isEqualTo(other);
    assertThat(store().list()).isEqualTo(Map.of("film-1", 80_000L));
  }

  @Test
  void what_was_deleted_is_gone_and_may_be_deleted_again() throws IOException {
    store().put("film-1", part(film));
    store().put("film-2", part(film));

    store().delete("film-1");
    store().delete("film-1");

    assertThat(store().size("film-1")).isEqualTo(OptionalLong.empty());
    assertThat(store().list()).isEqualTo(Map.of("film-2", (long) film.length));
    assertThatThrownBy(() -> read("film-1", 0, 10)).isInstanceOf(NoSuchFileException.class);
  }
}
