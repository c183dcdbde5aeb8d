package matinee.server.stores;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;

/// Who asks Google Cloud Storage: an account of Google's that gets access tokens. Its text holds no
/// key. Safe for use by any thread.
public sealed interface GcsAccount permits MachineAccount, ServiceAccount {
  /// The variable that names the file of a key, for all programs that ask Google.
  String KEY_FILE = "GOOGLE_APPLICATION_CREDENTIALS";

  /// The one whose key `environment` names, or that of this machine. Throws
  /// `IllegalArgumentException`, which says what to do.
  static GcsAccount in(Map<String, String> environment) {
    var file = environment.getOrDefault(KEY_FILE, "").strip();
    return file.isEmpty() ? MachineAccount.in(environment) : ServiceAccount.read(Path.of(file));
  }

  /// A new access token, asked for at `now`. Blocks. Throws [StoreAway] when none is to be had,
  /// which says what to do.
  AccessToken fetch(Instant now) throws StoreAway;
}
