package matinee.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/// A certificate for 127.0.0.1 and films.example that is trusted by whoever asks for it here, and
/// by nobody else.
public final class TestCertificate {
  /// Of [#FILE], and of the key in it.
  public static final String PASSWORD = "changeit";

  /// The certificate and its key, as PKCS #12.
  public static final Path FILE = make();

  private static final String NAME = "test";

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
                  NAME,
                  "-keyalg",
                  "EC",
                  "-dname",
                  "CN=test",
                  "-ext",
                  "san=ip:127.0.0.1,dns:films.example")
              .inheritIO()
              .start();
      if (made.waitFor() != 0) {
        throw new IllegalStateException("keytool failed");
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// What a server needs to show it, and a client to believe it.
  public static SSLContext context() throws IOException, GeneralSecurityException {
    var store = store();
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, PASSWORD.toCharArray());
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);
    return context;
  }

  public static SSLSocketFactory trust() throws IOException, GeneralSecurityException {
    return context().getSocketFactory();
  }

  /// Writes it to `certificate` and its key to `key`, for programs that read PEM (RFC 7468).
  public static void writePem(Path certificate, Path key)
      throws IOException, GeneralSecurityException {
    var store = store();
    Files.writeString(certificate, pem("CERTIFICATE", store.getCertificate(NAME).getEncoded()));
    var secret = store.getKey(NAME, PASSWORD.toCharArray()).getEncoded();
    Files.writeString(key, pem("PRIVATE KEY", secret));
  }

  private static String pem(String label, byte[] content) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(content), label);
  }

  private static KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(FILE.toFile(), PASSWORD.toCharArray());
  }
}
