package matinee.server.screenings;

import java.nio.charset.StandardCharsets;
import matinee.server.accounts.AccountId;
import matinee.server.accounts.Opaque;

/// Who answers whether they come: an account, or a browser by a key that it keeps.
public record Person(String value) {

  public static Person of(AccountId account) {
    return new Person("account " + account.value());
  }

  /// The account that `text`, the value of a person with an account, names.
  static AccountId account(String text) {
    return new AccountId(text.substring("account ".length()));
  }

  /// Whose browser keeps `key`, which cannot be told from it.
  public static Person guest(String key) {
    return new Person("guest " + Opaque.digest(key.getBytes(StandardCharsets.UTF_8)));
  }
}
