package matinee.server.http;

import matinee.room.Action;
import matinee.room.Right;
import matinee.server.access.Pass;
import matinee.server.accounts.Account;
import matinee.server.accounts.SessionId;
import matinee.server.invitations.Invitations;
import matinee.server.rooms.Rooms;

/// Tells whether who asks may see to the invitations of a room: host and owner, who may set the
/// door. Blocks. Methods throw [Refusal].
final class Inviters {
  private final Rooms rooms;
  private final Bearers bearers;
  private final Callers callers;

  Inviters(Rooms rooms, Bearers bearers, Callers callers) {
    this.rooms = rooms;
    this.bearers = bearers;
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
    return bearers.member(exchange, exchange.room());
  }

  private Invitations.Host host(Exchange exchange, Pass pass) {
    var room = exchange.room();
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    var right = state.member(pass.member()).map(one -> Action.SET_DOOR.of(one.role()));
    if (right.filter(Right.ALWAYS::equals).isEmpty()) {
      throw new Refusal(NOT_HOST);
    }
    return new Invitations.Host(room, pass.member(), actor(pass), callers.origin(exchange));
  }

  private static String actor(Pass pass) {
    return pass.session()
        .map(SessionId::account)
        .map(it -> it.value())
        .orElseGet(() -> "guest " + pass.member().value());
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
