package matinee.server.http;

import java.util.Map;
import java.util.Optional;
import matinee.server.accounts.Accounts;
import matinee.server.accounts.AddressChanges;
import matinee.server.accounts.Guarded;
import matinee.server.accounts.Passport;
import matinee.server.accounts.Sessions;
import matinee.server.accounts.SignedIn;
import matinee.server.library.Uploader;

/// Gives operations on accounts what they work with for who asks, and tells who that is.
final class Callers {
  private final Passport passport;
  private final Remote remote;

  Callers(Passport passport, Remote remote) {
    this.passport = passport;
    this.remote = remote;
  }

  /// The network address from which somebody asks.
  String origin(Exchange exchange) {
    return remote.address(exchange.context().request());
  }

  /// Accounts, for whoever asks like this.
  Accounts accounts(Exchange exchange) {
    return passport.accounts(origin(exchange));
  }

  /// Addresses of accounts, for whoever asks like this.
  AddressChanges addressChanges(Exchange exchange) {
    return passport.addressChanges(origin(exchange));
  }

  /// Devices, for whoever asks like this.
  Sessions sessions(Exchange exchange) {
    return passport.sessions(origin(exchange));
  }

  /// Who asks, by the access token. Whatever is wrong with it, the refusal is the same. Throws
  /// [Refusal].
  SignedIn of(Exchange exchange) {
    return exchange
        .bearer()
        .flatMap(sessions(exchange)::who)
        .orElseThrow(() -> new Refusal(NOT_SIGNED_IN));
  }

  /// Who asks, if the access token says so.
  Optional<SignedIn> ifSignedIn(Exchange exchange) {
    return exchange.bearer().flatMap(sessions(exchange)::who);
  }

  /// Who asks to upload: whoever is signed in by the access token, or somebody at the network
  /// address.
  Uploader uploader(Exchange exchange) {
    return ifSignedIn(exchange)
        .<Uploader>map(it -> new Uploader.Account(it.account().id()))
        .orElseGet(() -> new Uploader.Guest(origin(exchange)));
  }

  /// What came of something for which a password was asked; `wrong` is the problem with a wrong
  /// one. Throws [Refusal].
  static <T> T done(Guarded<T> outcome, Problem wrong) {
    return switch (outcome) {
      case Guarded.Done<T>(var result) -> result;
      case Guarded.Wrong<T> _ -> throw new Refusal(wrong);
      case Guarded.TooOften<T>(var pause) -> throw new Refusal(Problem.tooManyTries(pause));
    };
  }

  private static final Problem NOT_SIGNED_IN =
      new Problem(
          401,
          "not-signed-in",
          "This is for people who are signed in.",
          "Sign in, or renew the session; send the access token as Authorization: Bearer TOKEN.",
          Map.of(),
          Map.of("WWW-Authenticate", "Bearer"));
}
