package matinee.server.accounts;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.concurrent.Callable;
import matinee.server.background.FewThreads;
import matinee.server.background.Overload;

/// Hashes passwords with bcrypt (Provos and Mazières, 1999), on threads of its own, which let
/// others go first and are so few that the rooms have a processor left: one less than there are, at
/// least one. 32 callers wait for one of them; who comes besides is told [TooBusy].
///
/// Blocks. Safe for use by any thread.
public final class Passwords implements AutoCloseable {
  /// What a hash costs: 2^12 rounds, a quarter of a second or so.
  public static final int COST = 12;

  static final int WAITING = 32;

  /// Like a hash of no password: to compare with it takes as long as with any.
  private static final String NOBODYS = "$2b$%02d$" + ".".repeat(53);

  /// Instead of what can be no password.
  private static final byte[] NO_PASSWORD = new byte[] {1};

  private final int cost;
  private final BCrypt.Hasher hasher;
  private final BCrypt.Verifyer verifier;
  private final byte[] nobodys;
  private final FewThreads threads = new FewThreads("passwords", atOnce(), WAITING);

  /// `cost` is from 4 to 31, and [#COST] for real people.
  public Passwords(int cost, SecureRandom chance) {
    this.cost = cost;
    var version = BCrypt.Version.VERSION_2B;
    var strict = LongPasswordStrategies.strict(version);
    hasher = BCrypt.with(version, chance, strict);
    verifier = BCrypt.verifyer(version, strict);
    nobodys = NOBODYS.formatted(cost).getBytes(StandardCharsets.US_ASCII);
  }

  /// How many are hashed at once.
  static int atOnce() {
    return Math.max(1, Runtime.getRuntime().availableProcessors() - 1);
  }

  /// A hash of `password`, with its salt and its cost: 60 characters.
  String hash(Password password) {
    return on(() -> new String(hasher.hash(cost, password.bytes()), StandardCharsets.US_ASCII));
  }

  /// Is `typed` the password with this hash? Takes equally long for whatever is typed.
  boolean fits(String typed, String hash) {
    return fits(typed, hash.getBytes(StandardCharsets.US_ASCII));
  }

  /// Takes as long as [#fits], for who has no hash.
  void fitNobody(String typed) {
    var _ = fits(typed, nobodys);
  }

  private boolean fits(String typed, byte[] hash) {
    var bytes = possible(typed);
    var result = on(() -> verifier.verify(bytes, hash));
    if (!result.validFormat) {
      throw new IllegalStateException(
          "what is compared with is no hash: " + result.formatErrorMessage);
    }
    return result.verified;
  }

  private static byte[] possible(String typed) {
    try {
      return new Password(typed).bytes();
    } catch (IllegalArgumentException _) {
      return NO_PASSWORD;
    }
  }

  /// Throws [TooBusy] if as many wait for a thread as may. Whoever asks before doing all else costs
  /// next to nothing then.
  void checkRoom() {
    if (threads.isFull()) {
      throw new TooBusy();
    }
  }

  /// How many wait for a thread.
  int waiting() {
    return threads.waiting();
  }

  /// What `work` gives, on one of the threads.
  <T> T on(Callable<T> work) {
    try {
      return threads.on(work);
    } catch (Overload _) {
      throw new TooBusy();
    }
  }

  /// Whoever still waits, or comes later, is told [TooBusy].
  @Override
  public void close() {
    threads.close();
  }
}
