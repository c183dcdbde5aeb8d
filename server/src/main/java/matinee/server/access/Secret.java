package matinee.server.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The server's own key, 32 bytes: in a file that nobody but the server may read, or, when several
/// servers have one database, there. Whoever has it can make passes and addresses; without it,
/// those given out before are worth nothing. Safe for use by any thread.
public final class Secret {
  private static final Logger LOG = LoggerFactory.getLogger(Secret.class);
  private static final String ALGORITHM = "HmacSHA256";
  private static final int KEY_BYTES = 32;

  private final SecretKeySpec key;

  private Secret(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /// The key in `file`, which is made (mode 0600) from `chance`, a cryptographic source, if it is
  /// missing. Throws `IOException` when the file cannot be read or does not hold a key.
  public static Secret open(Path file, RandomGenerator chance) throws IOException {
    if (!Files.exists(file)) {
      create(file, fresh(chance));
    }
    return new Secret(read(file));
  }

  /// As [#open], but a file that is missing is made from `row`, if that has a key: the database was
  /// moved here.
  public static Secret own(SecretRow row, Path file, RandomGenerator chance) throws IOException {
    if (!Files.exists(file)) {
      create(file, row.key().orElseGet(() -> fresh(chance)));
    }
    return new Secret(read(file));
  }

  /// The key in `file`, if there is such a file. Throws as [#open].
  static Optional<byte[]> in(Path file) throws IOException {
    return Files.exists(file) ? Optional.of(read(file)) : Optional.empty();
  }

  /// A key that is kept nowhere, from `chance`, a cryptographic source.
  public static Secret random(RandomGenerator chance) {
    return new Secret(fresh(chance));
  }

  /// The key that follows from `text`, which is long and nobody can guess.
  public static Secret of(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      return new Secret(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// The key in `row`, which all servers of a database have. If there is none yet it is that in
  /// `file`, if there is such a file, so that what this server gave out before stays good; else one
  /// from `chance`, a cryptographic source. Throws `IOException` when there is such a file without
  /// a key.
  public static Secret shared(SecretRow row, Path file, RandomGenerator chance) throws IOException {
    var own = in(file);
    var key = row.keyOr(own.orElseGet(() -> fresh(chance)));
    if (own.isPresent() && !MessageDigest.isEqual(own.get(), key)) {
      LOG.warn(
          "{} is not the secret of the database, which has one already: it is not used, and what"
              + " was given out with it is worth nothing here. Move it away.",
          file);
    }
    return new Secret(key);
  }

  private static byte[] read(Path file) throws IOException {
    var key = Files.readAllBytes(file);
    if (key.length != KEY_BYTES) {
      throw new IOException(file + " must hold " + KEY_BYTES + " bytes but holds " + key.length);
    }
    return key;
  }

  private static byte[] fresh(RandomGenerator chance) {
    var key = new byte[KEY_BYTES];
    chance.nextBytes(key);
    return key;
  }

  /// A key for `purpose` that tells nothing of this one.
  SecretKey key(String purpose) {
    return new SecretKeySpec(mac("key", purpose), "AES");
  }

  /// Proof that `fields` were put together by this server for `purpose`: 43 characters of `A-Z a-z
  /// 0-9 - _`.
  public String prove(String purpose, String... fields) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(mac(purpose, fields));
  }

  private byte[] mac(String purpose, String... fields) {
    try {
      var mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      feed(mac, purpose);
      for (var field : fields) {
        feed(mac, field);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /// Is `proof` the one for these? Takes equally long for every wrong one.
  public boolean isProved(String proof, String purpose, String... fields) {
    return MessageDigest.isEqual(
        proof.getBytes(StandardCharsets.UTF_8),
        prove(purpose, fields).getBytes(StandardCharsets.UTF_8));
  }

  /// With its length before it, so that no two lists of fields look the same.
  private static void feed(Mac mac, String field) {
    var bytes = field.getBytes(StandardCharsets.UTF_8);
    mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
    mac.update(bytes);
  }

  /// Under another name first, so that a crash leaves no half of a key.
  private static void create(Path file, byte[] key) throws IOException {
    var draft = file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid());
    var ours = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    try (var channel = FileChannel.open(draft, options, ours)) {
      channel.write(ByteBuffer.wrap(key));
      channel.force(true);
    }
    try {
      Files.createLink(file, draft);
    } catch (FileAlreadyExistsException _) {
      // Another process was first: its key is the key.
    } finally {
      Files.delete(draft);
    }
  }
}
