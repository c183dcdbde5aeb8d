package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random reads from a film beyond 4 GB, many at a time. The film is mostly a hole, with islands of
/// known bytes.
final class LargeFilmTest {
  private static final long SIZE = (5L << 30) + 12_345;
  private static final int ISLANDS = 250;
  private static final int ISLAND = 4_096;
  private static final int READS = 10_000;
  private static final int AT_ONCE = 50;
  private static final int MAX_READ = 20_000;
  private static final long SEED = 20_261_121;

  private final Random random = new Random(SEED);
  private final TreeMap<Long, byte[]> islands = new TreeMap<>();

  @Test
  void no_byte_of_a_film_beyond_4_gb_is_wrong(@TempDir Path data) throws Exception {
    try (var house = new House(data)) {
      house.shelve("large", large(data.resolve("large")));
      var address = house.address("large");
      List<Callable<Long>> readers = new ArrayList<>();
      for (int i = 0; i < AT_ONCE; i++) {
        var spans = Stream.generate(this::span).limit(READS / AT_ONCE).toList();
        readers.add(() -> right(house, address, spans));
      }

      var right = 0L;
      try (var threads = Executors.newFixedThreadPool(AT_ONCE)) {
        for (var reader : threads.invokeAll(readers)) {
          right += reader.get();
        }
      }

      assertThat(right).as("right reads with seed " + SEED).isEqualTo(READS);
    }
  }

  private Path large(Path file) throws IOException {
    try (var channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      for (int i = 0; i < ISLANDS; i++) {
        var bytes = new byte[ISLAND];
        random.nextBytes(bytes);
        long at = random.nextLong(SIZE / ISLAND) * ISLAND;
        islands.put(at, bytes);
        channel.write(ByteBuffer.wrap(bytes), at);
      }
      channel.write(ByteBuffer.wrap(new byte[1]), SIZE - 1);
    }
    return file;
  }

  /// Around the beginning of an island, so that every read holds something.
  private Span span() {
    var starts = List.copyOf(islands.keySet());
    long around = starts.get(random.nextInt(starts.size())) + random.nextInt(ISLAND);
    long first = Math.max(0, around - random.nextInt(MAX_READ));
    return new Span(first, Math.min(SIZE - 1, around + random.nextInt(MAX_READ)));
  }

  /// How many of `spans`, read one after the other over one connection, come as they are.
  private long right(House house, String address, List<Span> spans) throws IOException {
    long right = 0;
    try (var http = new RawHttp(house.port())) {
      for (var span : spans) {
        http.head("GET " + address, "Range: bytes=" + span.first() + "-" + span.last());
        right += isRight(http.answer(false), span) ? 1 : 0;
      }
    }
    return right;
  }

  private boolean isRight(Answer answer, Span span) {
    return answer.status() == 206
        && answer.header("Content-Range").orElse("").equals(span.contentRange(SIZE))
        && Arrays.equals(answer.body(), expected(span));
  }

  private byte[] expected(Span span) {
    var bytes = new byte[(int) span.length()];
    var touched = islands.subMap(span.first() - ISLAND, false, span.last(), true);
    touched.forEach(
        (start, island) -> {
          for (int i = 0; i < ISLAND; i++) {
            long at = start + i - span.first();
            if (at >= 0 && at < bytes.length) {
              bytes[(int) at] = island[i];
            }
          }
        });
    return bytes;
  }
}
