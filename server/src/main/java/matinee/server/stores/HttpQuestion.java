package matinee.server.stores;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.URI;
import java.util.Optional;

/// One request by HTTP, sent and answered in the thread that asks. It waits for 30 s of silence at
/// most, also in the middle of an answer, for whose bytes `java.net.http` waits without an end.
/// Redirects are answers as others are. For use by one thread, once.
final class HttpQuestion {
  private static final int CONNECT_MS = 5_000;
  private static final int SILENCE_MS = 30_000;

  private final HttpURLConnection connection;
  private Optional<Body> body = Optional.empty();

  private record Body(InputStream stream, long length) {}

  private HttpQuestion(HttpURLConnection connection) {
    this.connection = connection;
  }

  /// To the http or https `address`.
  static HttpQuestion of(String method, URI address) throws IOException {
    var connection = (HttpURLConnection) address.toURL().openConnection();
    connection.setRequestMethod(method);
    connection.setConnectTimeout(CONNECT_MS);
    connection.setReadTimeout(SILENCE_MS);
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    return new HttpQuestion(connection);
  }

  HttpQuestion with(String header, String value) {
    connection.setRequestProperty(header, value);
    return this;
  }

  HttpQuestion sending(byte[] bytes) {
    return sending(new ByteArrayInputStream(bytes), bytes.length);
  }

  /// With the `length` bytes that `stream` has, which are read as they are sent.
  HttpQuestion sending(InputStream stream, long length) {
    body = Optional.of(new Body(stream, length));
    return this;
  }

  /// Asks. Returns when the head of the answer is there.
  HttpAnswer ask() throws IOException {
    if (body.isPresent()) {
      send(body.get());
    }
    int status = connection.getResponseCode();
    if (status < 0) {
      throw new ProtocolException("the answer is not HTTP");
    }
    return new HttpAnswer(status, connection);
  }

  private void send(Body body) throws IOException {
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(body.length());
    try (var out = connection.getOutputStream()) {
      body.stream().transferTo(out);
    }
  }
}
