package matinee.server.places;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import matinee.server.accounts.AccountId;

/// By what somebody who comes to a room is known again, whatever place they ask for.
public record Trace(String value) {

  /// That of the browser that keeps `key`, which cannot be told from it.
  public static Trace ofBrowser(String key) {
    try {
      var digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return new Trace("browser " + Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// That of somebody who is signed in, in whichever browser.
  public static Trace of(AccountId account) {
    return new Trace("account " + account.value());
  }
}
