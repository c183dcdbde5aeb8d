package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Map;
import matinee.server.mail.Address;
import matinee.server.mail.Language;
import matinee.server.mail.Letters;
import matinee.server.mail.Mail;
import matinee.server.sql.Database;
import matinee.server.telemetry.Meters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A whole server sends the letters that wait in its database.
final class ServedLetterTest {
  private static final long AGES_MS = 60_000;

  @TempDir private Path folder;

  private Config config(int mailPort) {
    var options =
        new String[] {
          "--bind=127.0.0.1",
          "--port=0",
          "--sync-port=0",
          "--data=" + folder,
          "--mail=smtp://127.0.0.1:" + mailPort,
          "--mail-from=films@example.org",
          "--public-url=https://films.example.org"
        };
    return ((Options.Wanted.Server) new Options().parse(options, Map.of())).config();
  }

  /// As a server leaves it that ends before the letter is sent.
  private void leaveLetter(Config config) {
    try (var database = Database.open(config.storage().database(), (_, _) -> {})) {
      var mail =
          new Mail(
              config.mail().orElseThrow(),
              database,
              Instant::now,
              new SecureRandom(),
              new Meters());
      mail.close();
      database.write(mail.queuing(Letters.test(new Address("ann@example.org"), Language.EN), ""));
    }
  }

  @Test
  void what_waits_when_a_server_starts_is_sent() throws Exception {
    var greenMail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    greenMail.start();
    try {
      var config = config(greenMail.getSmtp().getPort());
      leaveLetter(config);

      var server = Matinee.start(config);
      try {
        assertThat(greenMail.waitForIncomingEmail(AGES_MS, 1)).isTrue();
      } finally {
        server.stop();
      }
    } finally {
      greenMail.stop();
    }
  }
}
