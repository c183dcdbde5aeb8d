package matinee.server.http;

import matinee.server.access.Secret;
import matinee.server.accounts.AddressChanges;
import matinee.server.accounts.EmailAddress;
import matinee.server.accounts.Passport;
import matinee.server.mail.Address;

/// What would be in the letters of a house, without a letter.
record TokensInLetters(Passport passport, Secret secret) {

  /// What would be in a letter by which a new password is chosen.
  String resetToken(String email) {
    return passport.accounts("").resetToken(new EmailAddress(email)).orElseThrow().value();
  }

  /// What would be in a letter to who asks with `access`, by which the address is confirmed.
  String confirmationToken(String access) {
    var account = passport.sessions("").who(access).orElseThrow().account();
    return passport.accounts("").confirmationToken(account.id()).orElseThrow().value();
  }

  /// What would be in an invitation by letter, to get no more of them.
  String stopToken() {
    var tokens = new StopTokens(secret);
    return tokens.token(tokens.addressee(new Address("ben@example.org")));
  }

  /// What would be in letters if who asks with `access` wanted the address `email`.
  AddressChanges.Wish wish(String access, String email) {
    var asking = passport.sessions("").who(access).orElseThrow();
    var outcome =
        passport.addressChanges("").want(asking, Browser.PASSWORD, new EmailAddress(email));
    return Callers.done(outcome, AccountRoutes.PASSWORD_REFUSED);
  }
}
