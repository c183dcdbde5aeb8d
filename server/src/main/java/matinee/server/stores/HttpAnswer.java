package matinee.server.stores;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The answer to an [HttpQuestion], of which the head is there. Its body is to be read or closed,
/// once.
record HttpAnswer(int status, HttpURLConnection connection) {
  private static final int BAD = 400;

  Optional<String> header(String name) {
    return Optional.ofNullable(connection.getHeaderField(name));
  }

  /// All of the body.
  String text() throws IOException {
    try (var stream = stream()) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// The body as it comes. Closed before its end the connection is cut, unless little is left.
  InputStream stream() throws IOException {
    if (status < BAD) {
      return connection.getInputStream();
    }
    return Optional.ofNullable(connection.getErrorStream()).orElse(InputStream.nullInputStream());
  }
}
