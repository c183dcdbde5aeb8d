package matinee.server.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Bytes of a part that are read while it grows.
final class GrowingStreamTest {
  private static final byte[] BYTES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9};

  @TempDir private Path folder;

  /// Reads from the byte `first` on a part of which so much is there each time that it is asked,
  /// and nothing at the end of `there`.
  private GrowingStream reading(long first, Duration patience, Long... there) throws IOException {
    var part = Files.write(folder.resolve("film.part"), BYTES);
    var answers = new ArrayDeque<>(List.of(there));
    return new GrowingStream(
        FileChannel.open(part, StandardOpenOption.READ),
        first,
        () -> answers.isEmpty() ? OptionalLong.empty() : OptionalLong.of(answers.remove()),
        patience);
  }

  @Test
  void what_is_not_there_yet_is_waited_for_and_nothing_behind_it_is_read() throws Exception {
    try (var stream = reading(2, Duration.ofMinutes(1), 5L, 5L, 10L)) {
      assertThat(stream.readNBytes(3)).containsExactly(2, 3, 4);
      assertThat(stream.readNBytes(5)).containsExactly(5, 6, 7, 8, 9);
    }
  }

  @Test
  void what_does_not_come_for_long_is_not_waited_for() throws Exception {
    try (var stream = reading(5, Duration.ZERO, 5L, 10L)) {
      assertThatThrownBy(stream::read).isInstanceOf(EOFException.class);
    }
  }

  @Test
  void nothing_is_waited_for_of_a_film_that_is_gone() throws Exception {
    try (var stream = reading(5, Duration.ofMinutes(1))) {
      assertThatThrownBy(stream::read).isInstanceOf(EOFException.class);
    }
  }
}
