package matinee.server.people;

import matinee.server.accounts.Account;
import matinee.server.accounts.EmailAddress;

/// Whom a request is for: the owner of a handle, or of an e-mail address, if there is one. `key` is
/// what two ways of writing it have in common, `typed` what the asker wrote.
public record Target(String key, String typed) {

  /// What `typed` means. Throws `IllegalArgumentException`, with what to do, for what is neither.
  public static Target of(String typed) {
    var text = typed.strip();
    if (text.contains("@")) {
      return new Target(new EmailAddress(text).key(), text);
    }
    return Handle.typed(text)
        .map(handle -> new Target(handle.value(), handle.shown()))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "write an e-mail address, or a code like K7QM-2XPD: eight letters and digits"));
  }

  /// Does it mean `me`, who has this handle?
  boolean means(Account me, Handle handle) {
    return key.equals(handle.value()) || key.equals(me.email().key());
  }
}
