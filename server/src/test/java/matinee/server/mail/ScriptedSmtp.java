package matinee.server.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/// A mail server on a free loopback port that answers as it is told to, for what GreenMail does not
/// do: to refuse, to be silent (an empty answer), and STARTTLS. To what it is told nothing about it
/// agrees. The answer to `HELLO` is its first line, that to `.` the one to a whole letter.
final class ScriptedSmtp implements AutoCloseable {
  private static final String GREETING = "HELLO";
  private static final String END = ".";

  private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Map<String, String> answers;
  private final Optional<SSLContext> tls;
  private final List<String> heard = new CopyOnWriteArrayList<>();

  ScriptedSmtp(Map<String, String> answers) throws IOException {
    this(answers, Optional.empty());
  }

  /// One that offers STARTTLS.
  ScriptedSmtp(Map<String, String> answers, SSLContext tls) throws IOException {
    this(answers, Optional.of(tls));
  }

  private ScriptedSmtp(Map<String, String> answers, Optional<SSLContext> tls) throws IOException {
    this.answers = answers;
    this.tls = tls;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return socket.getLocalPort();
  }

  /// The commands that it was given, each with `secured ` in front if nobody else could read it.
  List<String> heard() {
    return heard;
  }

  private void accept() {
    try {
      while (true) {
        var connection = socket.accept();
        Thread.ofVirtual().start(() -> serve(connection));
      }
    } catch (IOException _) {
      // closed
    }
  }

  private void serve(Socket plain) {
    try (plain) {
      say(plain, answers.getOrDefault(GREETING, "220 ready"));
      talk(plain, tls);
    } catch (IOException _) {
      // the other side is gone
    }
  }

  private void talk(Socket connection, Optional<SSLContext> offered) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(connection.getInputStream(), StandardCharsets.US_ASCII));
    for (var line = in.readLine(); line != null; line = in.readLine()) {
      heard.add((connection instanceof SSLSocket ? "secured " : "") + line);
      var verb = line.split(" ", 2)[0].toUpperCase(Locale.ROOT);
      if (verb.equals("STARTTLS")) {
        say(connection, "220 go ahead");
        talk(secured(connection, offered.orElseThrow()), Optional.empty());
        return;
      }
      var answer = answers.getOrDefault(verb, usual(verb, offered));
      say(connection, answer);
      if (answer.startsWith("354")) {
        in.lines().takeWhile(it -> !it.equals(END)).forEach(_ -> {});
        say(connection, answers.getOrDefault(END, "250 2.0.0 taken"));
      }
    }
  }

  private static String usual(String verb, Optional<SSLContext> offered) {
    return switch (verb) {
      case "EHLO" -> offered.isPresent() ? "250-here\r\n250 STARTTLS" : "250 here";
      case "DATA" -> "354 go ahead";
      case "QUIT" -> "221 bye";
      default -> "250 2.1.0 fine";
    };
  }

  private static Socket secured(Socket connection, SSLContext tls) throws IOException {
    var secured =
        (SSLSocket)
            tls.getSocketFactory().createSocket(connection, null, connection.getPort(), true);
    secured.setUseClientMode(false);
    return secured;
  }

  private static void say(Socket connection, String line) throws IOException {
    if (!line.isEmpty()) {
      connection.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
