package matinee.server.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import matinee.server.TestCertificate;

/// Mail servers on loopback ports, and what they were given.
final class TestMail {
  private static final From FROM = new From("Кино", new Address("films@example.org"));

  private TestMail() {}

  /// GreenMail on a free port, started; `protocol` is smtp or smtps, where it shows the
  /// [TestCertificate].
  static GreenMail greenMail(String protocol) {
    System.setProperty("greenmail.tls.keystore.file", TestCertificate.FILE.toString());
    System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
    return started(new ServerSetup(0, "127.0.0.1", protocol));
  }

  /// As [#greenMail], at this port.
  static GreenMail greenMailAt(int port) {
    return started(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  }

  private static GreenMail started(ServerSetup setup) {
    var server = new GreenMail(setup);
    server.start();
    return server;
  }

  /// A port at which nobody listens.
  static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  static MailSettings settings(int port, MailServer.Tls tls, Optional<Login> login) {
    return new MailSettings(new MailServer("127.0.0.1", port, tls, login), FROM);
  }

  static MailSettings plain(int port) {
    return settings(port, MailServer.Tls.NEVER, Optional.empty());
  }

  /// What the server has of that header, letter by letter.
  static List<String> headers(GreenMail server, String name) {
    return Arrays.stream(server.getReceivedMessages())
        .map(
            message -> {
              try {
                return String.valueOf(message.getHeader(name, null));
              } catch (MessagingException e) {
                throw new IllegalStateException(e);
              }
            })
        .toList();
  }
}
