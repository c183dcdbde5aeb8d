package matinee.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;

/// One request over one connection from a chosen loopback address.
final class Http {

  private Http() {}

  /// The body of the answer to a POST of `json`, sent from the loopback address number `from`.
  /// Throws `IOException` with the answer's text unless its status is 200 or 201.
  static String post(int port, int from, String path, String json) throws IOException {
    return ask(port, from, "POST " + path, json);
  }

  /// The same for who is signed in by the token `access`.
  static String post(int port, int from, String path, String json, String access)
      throws IOException {
    var line = "POST " + path;
    return checked(line, exchange(port, from, line, json, bearing(access)));
  }

  /// The body of the answer to a GET, as for [#post].
  static String get(int port, String path) throws IOException {
    return ask(port, 1, "GET " + path, "");
  }

  /// The same from the loopback address number `from`, for whoever has the `pass`; an answer of 503
  /// is one too.
  static String get(int port, int from, String path, String pass) throws IOException {
    var line = "GET " + path;
    var answer = exchange(port, from, line, "", bearing(pass));
    return answer.startsWith("HTTP/1.1 503") ? answer : checked(line, answer);
  }

  /// The body of the answer to a PUT of `json`, as for [#post], for whoever has the `pass`.
  static String put(int port, int from, String path, String pass, String json) throws IOException {
    var line = "PUT " + path;
    return checked(
        line, exchange(port, from, line, json, "Authorization: Bearer " + pass + "\r\n"));
  }

  /// The status of the answer to a POST, as for [#post].
  static int status(int port, int from, String path, String json) throws IOException {
    return Integer.parseInt(exchange(port, from, "POST " + path, json).split(" ", 3)[1]);
  }

  private static String bearing(String token) {
    return "Authorization: Bearer " + token + "\r\n";
  }

  private static String ask(int port, int from, String line, String json) throws IOException {
    return checked(line, exchange(port, from, line, json));
  }

  private static String checked(String line, String answer) throws IOException {
    if (!answer.startsWith("HTTP/1.1 200") && !answer.startsWith("HTTP/1.1 201")) {
      throw new IOException(line + " was answered by " + answer);
    }
    return answer;
  }

  private static String exchange(int port, int from, String line, String json) throws IOException {
    return exchange(port, from, line, json, "");
  }

  private static String exchange(int port, int from, String line, String json, String head)
      throws IOException {
    var local = local(from).getAddress();
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port, local, 0)) {
      socket.setSoTimeout(10_000);
      socket
          .getOutputStream()
          .write(request(port, line, head, json).getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /// Any port of the loopback address number `from`.
  static InetSocketAddress local(int from) {
    try {
      var address = new byte[] {127, 1, (byte) (from >> 8), (byte) from};
      return new InetSocketAddress(InetAddress.getByAddress(address), 0);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }

  /// The text of a request that begins with `line`: method and path.
  static String request(int port, String line, String json) {
    return request(port, line, "", json);
  }

  private static String request(int port, String line, String head, String json) {
    return line
        + " HTTP/1.1\r\nHost: 127.0.0.1:"
        + port
        + "\r\nOrigin: http://127.0.0.1:"
        + port
        + "\r\n"
        + head
        + "Content-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + json.length()
        + "\r\n\r\n"
        + json;
  }

  /// The value of the text field `name` of a flat JSON answer. Throws `IOException` when there is
  /// none.
  static String field(String answer, String name) throws IOException {
    var mark = "\"" + name + "\":\"";
    int from = answer.indexOf(mark);
    if (from < 0) {
      throw new IOException("no field " + name + " in " + answer);
    }
    return answer.substring(from + mark.length(), answer.indexOf('"', from + mark.length()));
  }
}
