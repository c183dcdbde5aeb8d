package matinee.server.accounts;

import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;

/// Lets through who knows a password, and few tries of who does not. Blocks. Safe for use by any
/// thread.
final class PasswordCheck {
  private final Passwords passwords;
  private final Tries tries;
  private final InstantSource clock;

  PasswordCheck(Passwords passwords, Tries tries, InstantSource clock) {
    this.passwords = passwords;
    this.tries = tries;
    this.clock = clock;
  }

  /// For what the tries to sign in with `email` are counted: of a browser that has done so before,
  /// which has a mark with this `number`, by themselves.
  static String subject(EmailAddress email, Optional<String> number) {
    return email.key() + number.map(it -> " at " + it).orElse("");
  }

  /// All tries for `subject` are forgotten.
  void forget(String subject) {
    tries.forget(subject);
  }

  /// Does `work` if `typed` is the password with this `hash`; without a hash it is wrong, and takes
  /// as long. Tries are counted for `subject`. When `work` gives nothing the password was changed
  /// meanwhile: then it was wrong. Throws [TooBusy].
  <T> Guarded<T> guard(
      String subject, String typed, Optional<String> hash, Supplier<Optional<T>> work) {
    passwords.checkRoom(); // a try that is not made need not be counted and given back
    var wait = tries.take(subject, clock.instant());
    if (wait.isPresent()) {
      return new Guarded.TooOften<>(wait.get());
    }
    if (!fits(subject, typed, hash)) {
      return new Guarded.Wrong<>();
    }
    tries.forget(subject);
    return work.get().<Guarded<T>>map(Guarded.Done::new).orElseGet(Guarded.Wrong::new);
  }

  private boolean fits(String subject, String typed, Optional<String> hash) {
    try {
      if (hash.isPresent()) {
        return passwords.fits(typed, hash.get());
      }
      passwords.fitNobody(typed);
      return false;
    } catch (TooBusy e) {
      tries.giveBack(subject);
      throw e;
    }
  }
}
