package matinee.server.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for 127.0.0.1 that is trusted by whoever asks [#trust], and by nobody else.
/// GreenMail shows it once [#prepare] has been called.
final class TestCertificate {
  private static final String PASSWORD = "changeit";
  private static final Path FILE = make();

  private TestCertificate() {}

  private static Path make() {
    try {
      var file = Files.createTempDirectory("certificate").resolve("test.p12");
      var made =
          new ProcessBuilder(
                  Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                  "-genkeypair",
                  "-keystore",
                  file.toString(),
                  "-storepass",
                  PASSWORD,
                  "-alias",
                  "test",
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=test",
                  "-ext",
                  "san=ip:127.0.0.1")
              .inheritIO()
              .start();
      if (made.waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
      System.setProperty("greenmail.tls.keystore.file", file.toString());
      System.setProperty("greenmail.tls.keystore.password", PASSWORD);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Lets every GreenMail of this process show the certificate.
  static Path prepare() {
    return FILE;
  }

  /// What a server needs to show it, and a client to believe it.
  static SSLContext context() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(FILE.toFile(), PASSWORD.toCharArray());
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  static SSLSocketFactory trust() throws IOException, GeneralSecurityException {
    return context().getSocketFactory();
  }
}
