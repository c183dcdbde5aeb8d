package matinee.server.stores;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// One resumable upload on a loopback port, as Google's documents have it: of a part whose
/// connection broke it keeps whole pieces of 256 KiB, says how much that is when it is asked, and
/// has the film when all is there. fake-gcs-server, for one, takes that question for the end of the
/// upload. It does what is wrong when it is told to.
final class ResumableServer implements AutoCloseable {
  private static final int PIECE = 256 << 10;
  private static final Pattern PART = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");

  private final HttpServer server;
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
  private boolean isForgotten;

  /// What goes wrong with a part.
  sealed interface Fault {
    /// The connection breaks when `bytes` of it have come.
    record Break(int bytes) implements Fault {}

    /// It is answered with `status`, and not kept.
    record Refuse(int status) implements Fault {}

    /// Only its first `bytes` are kept.
    record Keep(int bytes) implements Fault {}

    /// It is kept, and the answer does not come.
    record Swallow() implements Fault {}

    /// The whole upload is forgotten.
    record Forget() implements Fault {}
  }

  /// One with whose parts goes wrong what `faults` say, one after the other.
  ResumableServer(Fault... faults) throws IOException {
    this.faults.addAll(List.of(faults));
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::take);
    server.start();
  }

  URI session() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/session");
  }

  /// What it has of the film.
  synchronized byte[] kept() {
    return kept.toByteArray();
  }

  /// The `Content-Range` of each request, in their order.
  synchronized List<String> asked() {
    return List.copyOf(asked);
  }

  private synchronized void take(HttpExchange exchange) throws IOException {
    var range = exchange.getRequestHeaders().getFirst("Content-Range");
    asked.add(range);
    var part = PART.matcher(range);
    if (isForgotten) {
      answer(exchange, 410, 0);
    } else if (part.matches()) {
      long size = Long.parseLong(part.group(3));
      take(exchange, Long.parseLong(part.group(1)), size, Optional.ofNullable(faults.poll()));
    } else {
      told(exchange, Long.parseLong(range.substring(range.indexOf('/') + 1)));
    }
  }

  private void take(HttpExchange exchange, long first, long size, Optional<Fault> fault)
      throws IOException {
    if (first != kept.size()) {
      answer(exchange, 400, size);
      return;
    }
    var body = exchange.getRequestBody();
    switch (fault.orElse(new Fault.Keep(Integer.MAX_VALUE))) {
      case Fault.Break(int bytes) -> {
        keep(body.readNBytes(bytes), PIECE);
        exchange.close();
      }
      case Fault.Refuse(int status) -> {
        body.readAllBytes();
        answer(exchange, status, size);
      }
      case Fault.Keep(int bytes) -> {
        keep(body.readNBytes(bytes), 1);
        body.readAllBytes();
        told(exchange, size);
      }
      case Fault.Swallow _ -> {
        keep(body.readAllBytes(), 1);
        exchange.close();
      }
      case Fault.Forget _ -> {
        isForgotten = true;
        answer(exchange, 404, size);
      }
    }
  }

  private void keep(byte[] bytes, int piece) {
    kept.write(bytes, 0, bytes.length / piece * piece);
  }

  private void told(HttpExchange exchange, long size) throws IOException {
    if (kept.size() > 0) {
      exchange.getResponseHeaders().set("Range", "bytes=0-" + (kept.size() - 1));
    }
    answer(exchange, kept.size() == size ? 200 : 308, size);
  }

  private static void answer(HttpExchange exchange, int status, long size) throws IOException {
    var text = status == 200 ? "{\"size\":\"" + size + "\"}" : "";
    exchange.sendResponseHeaders(status, text.isEmpty() ? -1 : text.length());
    try (var body = exchange.getResponseBody()) {
      body.write(text.getBytes(UTF_8));
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
