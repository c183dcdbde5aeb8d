package matinee.server.http;

import matinee.server.access.Pass;
import matinee.server.accounts.Account;
import matinee.server.accounts.SessionId;
import matinee.server.invitations.Invitations;

/// Tells whether who asks may see to the invitations of a room: host and owner, who may set the
/// door. Blocks. Methods throw [Refusal].
final class Inviters {
  private final Hosts hosts;
  private final Callers callers;

  Inviters(Hosts hosts, Callers callers) {
    this.hosts = hosts;
    this.callers = callers;
  }

  /// The network address from which somebody asks.
  String origin(Exchange exchange) {
    return callers.origin(exchange);
  }

  /// Who invites by letter: with an account, which answers for what is sent.
  record Writer(Invitations.Host host, Account account) {}

  /// Who asks, who may invite.
  Invitations.Host host(Exchange exchange) {
    return host(exchange, pass(exchange));
  }

  /// As [#host], with the account that has the place.
  Writer writer(Exchange exchange) {
    var pass = pass(exchange);
    var host = host(exchange, pass);
    return pass.session()
        .map(SessionId::account)
        .flatMap(callers.accounts(exchange)::of)
        .map(it -> new Writer(host, it))
        .orElseThrow(() -> new Refusal(NO_ACCOUNT));
  }

  private Pass pass(Exchange exchange) {
    return hosts.check(exchange, exchange.room(), NOT_HOST);
  }

  private Invitations.Host host(Exchange exchange, Pass pass) {
    return new Invitations.Host(exchange.room(), pass.member(), pass.actor(), origin(exchange));
  }

  private static final Problem NOT_HOST =
      new Problem(
          403,
          "not-host",
          "Only host and owner of the room see to its invitations.",
          "Enter the room and host it, or ask its host or owner to invite whom you want to come.");

  private static final Problem NO_ACCOUNT =
      new Problem(
          403,
          "account-needed",
          "Invitations by letter are sent by people who are signed in.",
          "Sign in and enter the room again; or make an invitation and give its link yourself.");
}
