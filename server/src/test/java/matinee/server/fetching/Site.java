package matinee.server.fetching;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import javax.net.ServerSocketFactory;

/// A server on 127.0.0.1 that tells who came, and answers as it is told.
public final class Site implements AutoCloseable {
  private final ServerSocket server;
  private final BlockingQueue<String> requests = new LinkedBlockingQueue<>();

  /// Answers one request, whose head is `request`.
  public interface Script {
    void answer(String request, OutputStream out) throws IOException;
  }

  public Site(Script script) throws IOException {
    this(ServerSocketFactory.getDefault(), script);
  }

  Site(ServerSocketFactory sockets, Script script) throws IOException {
    server = sockets.createServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.startVirtualThread(() -> listen(script));
  }

  /// Answers everything by `text`, each line of which ends as HTTP wants it.
  public static Script says(String text) {
    return (_, out) -> out.write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  /// Leads from everywhere to `location`.
  public static Script leadsTo(String location) {
    return says("HTTP/1.1 302 Found\nLocation: " + location + "\nContent-Length: 0\n\n");
  }

  private void listen(Script script) {
    while (!server.isClosed()) {
      try {
        var socket = server.accept();
        Thread.startVirtualThread(() -> serve(socket, script));
      } catch (SocketException _) {
        return;
      } catch (IOException broken) {
        throw new IllegalStateException(broken);
      }
    }
  }

  private void serve(Socket socket, Script script) {
    try (socket) {
      var head = new StringBuilder();
      while (head.indexOf("\r\n\r\n") < 0) {
        int one = socket.getInputStream().read();
        if (one < 0) {
          break;
        }
        head.append((char) one);
      }
      requests.add(head.toString());
      script.answer(head.toString(), socket.getOutputStream());
    } catch (IOException _) {
      requests.add("broken off");
    }
  }

  InetSocketAddress address() {
    return new InetSocketAddress(server.getInetAddress(), server.getLocalPort());
  }

  public int port() {
    return server.getLocalPort();
  }

  /// The head of the next request, or "" of a connection that closed without one.
  public String next() throws InterruptedException {
    return requests.take();
  }

  /// Everybody who came before this call, which comes itself and is left out.
  public int visits() throws IOException, InterruptedException {
    try (var own = new Socket()) {
      own.connect(address());
      own.getOutputStream().write("own\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      int visits = 0;
      while (!next().startsWith("own")) {
        visits++;
      }
      return visits;
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
