package matinee.server.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import matinee.server.background.FewThreads;

/// The SHA-256 of a film's bytes in hexadecimal digits, by which a film is told from one that was
/// damaged.
final class FilmSum {
  private static final int PIECE_BYTES = 256 * 1024;

  private FilmSum() {}

  /// That of all that is left of `bytes`. Keeps a processor busy: not for virtual threads.
  static String of(InputStream bytes) throws IOException {
    var digest = sha256();
    var piece = new byte[PIECE_BYTES];
    for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
      digest.update(piece, 0, read);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /// That of what is in `file`, which is read on one of `threads`.
  static String of(Path file, FewThreads threads) {
    return threads.on(
        () -> {
          try (var bytes = Files.newInputStream(file)) {
            return of(bytes);
          } catch (IOException e) {
            throw new UncheckedIOException("reading a film that has come", e);
          }
        });
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
