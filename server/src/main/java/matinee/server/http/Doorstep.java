package matinee.server.http;

import io.vertx.ext.web.Router;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import matinee.room.Access;
import matinee.room.Action;
import matinee.room.Command;
import matinee.room.Credential;
import matinee.room.Decider;
import matinee.room.Decision;
import matinee.room.Moment;
import matinee.room.Reason;
import matinee.room.Right;
import matinee.room.RoomState;
import matinee.server.access.Rate;
import matinee.server.accounts.Password;
import matinee.server.accounts.SharedPasswords;
import matinee.server.audit.Entry;
import matinee.server.invitations.Invitations;
import matinee.server.journal.RoomId;
import matinee.server.places.Permit;
import matinee.server.rooms.Rooms;

/// Before the door of a room (AC2): what is seen of who asks for a ticket, and who is told at once
/// that it leads nowhere. The room itself judges when the ticket is spent.
///
/// Of a room that is kept elsewhere what was read is good for a second, for many may come at once;
/// the last 64 rooms are kept so.
final class Doorstep {
  private static final Duration REMEMBERED = Duration.ofSeconds(1);
  private static final int CAPACITY = 64;

  private final Rooms rooms;
  private final Bearers bearers;
  private final SharedPasswords passwords;
  private final Invitations invitations;
  private final InvitationCheck check;
  private final Remote remote;
  private final InstantSource clock;

  /// In the order in which they were read.
  private final SequencedMap<RoomId, Read> remembered = new LinkedHashMap<>();

  private record Read(RoomState state, Instant until) {}

  Doorstep(
      Rooms rooms,
      Bearers bearers,
      SharedPasswords passwords,
      Invitations invitations,
      Remote remote,
      InstantSource clock) {
    this.rooms = rooms;
    this.bearers = bearers;
    this.passwords = passwords;
    this.invitations = invitations;
    this.check = new InvitationCheck(invitations);
    this.remote = remote;
    this.clock = clock;
  }

  void on(Router router, Operations operations) {
    router
        .put("/api/rooms/:room/password")
        .handler(operations.changing(Rate.ACCOUNT, this::setPassword));
  }

  private Reply setPassword(Exchange exchange) {
    var room = exchange.room();
    var pass = bearers.member(exchange, room);
    var state = rooms.state(room).orElseThrow(() -> new Refusal(Problem.roomUnknown()));
    var owner =
        state
            .member(pass.member())
            .filter(it -> Action.SET_PASSWORD.of(it.role()) == Right.ALWAYS)
            .orElseThrow(() -> new Refusal(NOT_OWNER));
    var password =
        exchange.read(fields -> fields.checked("password", fields.text("password"), Password::new));
    var details = Map.of("by", owner.id().value(), "byName", owner.name());
    var origin = remote.address(exchange.context().request());
    passwords.set(
        room.value(),
        password,
        Entry.of(clock.instant(), pass.actor(), "room.password", room.value(), origin, details));
    return Reply.done();
  }

  /// What was seen of somebody, and what a place for them takes.
  record Seen(Credential credential, Permit permit) {}

  /// What is seen of `comer`, who wants to enter `room` as `wanted` says. Throws [Refusal] if that
  /// is not enough, and for a room that does not exist.
  Seen look(Exchange exchange, RoomId room, Doorkeeper.Comer comer, Doorkeeper.Wanted wanted) {
    var state = state(room);
    var seen = seen(exchange, room, comer, wanted);
    var credential = seen.credential();
    var enter = new Command.Enter(comer.member(), wanted.name(), credential);
    var moment = new Moment(state.at(), Moment.leadFor(Duration.ZERO));
    if (Decider.decide(state, enter, moment) instanceof Decision.Rejected(var reason, var _)) {
      refusal(reason)
          .ifPresent(
              problem -> {
                throw new Refusal(problem);
              });
    }
    return seen;
  }

  /// Who has a place needs nothing else. One that was made by an invitation is what that said also
  /// before it was taken.
  private Seen seen(
      Exchange exchange, RoomId room, Doorkeeper.Comer comer, Doorkeeper.Wanted wanted) {
    if (comer.isBack()) {
      var invited = invitations.standing(room, comer.member());
      return new Seen(
          invited.<Credential>map(Credential.Invited::new).orElse(Credential.Place.PLACE),
          Permit.FREE);
    }
    if (wanted.invitation().isPresent()) {
      var invitation = check.good(room, wanted.invitation().get());
      return new Seen(
          new Credential.Invited(invitation.offer().standing()),
          invitations.permit(room, invitation));
    }
    return new Seen(typed(exchange, room, wanted), Permit.FREE);
  }

  /// What to say to `wanted`, for whom no place was left that was there a moment before.
  Refusal late(RoomId room, Doorkeeper.Wanted wanted) {
    return check.late(room, wanted.invitation().orElse(""));
  }

  private Credential typed(Exchange exchange, RoomId room, Doorkeeper.Wanted wanted) {
    return state(room).settings().door().access() == Access.PASSWORD
        ? wanted
            .password()
            .map(it -> checked(exchange, room, it))
            .orElse(Credential.Nothing.NOTHING)
        : Credential.Nothing.NOTHING;
  }

  private Credential checked(Exchange exchange, RoomId room, String typed) {
    var origin = remote.address(exchange.context().request());
    var _ = Callers.done(passwords.knows(room.value(), origin, typed), WRONG);
    return Credential.Password.PASSWORD;
  }

  private RoomState state(RoomId room) {
    return rooms
        .kept(room)
        .or(() -> recall(room))
        .or(() -> rooms.state(room).map(state -> remember(room, state)))
        .orElseThrow(() -> new Refusal(Problem.roomUnknown()));
  }

  private synchronized Optional<RoomState> recall(RoomId room) {
    return Optional.ofNullable(remembered.get(room))
        .filter(read -> clock.instant().isBefore(read.until()))
        .map(Read::state);
  }

  private synchronized RoomState remember(RoomId room, RoomState state) {
    remembered.putLast(room, new Read(state, clock.instant().plus(REMEMBERED)));
    if (remembered.size() > CAPACITY) {
      remembered.pollFirstEntry();
    }
    return state;
  }

  /// What is said before a ticket is given; all else the room says when it is spent.
  private static Optional<Problem> refusal(Reason reason) {
    if (reason == Reason.PASSWORD_NEEDED) {
      return Optional.of(NEEDED);
    }
    if (reason == Reason.NOT_INVITED) {
      return Optional.of(NOT_INVITED);
    }
    return reason == Reason.CLOSED ? Optional.of(Problem.roomClosed()) : Optional.empty();
  }

  private static final Problem NOT_OWNER =
      new Problem(
          403,
          "not-owner",
          "Only the owner of the room sets its password.",
          "Enter the room as its owner, or ask the owner to set it.");

  private static final Problem NEEDED =
      new Problem(
          403,
          "password-needed",
          "This room has a password.",
          "Send it as password; whoever invited you knows it.");

  private static final Problem WRONG =
      new Problem(
          403,
          "password-wrong",
          "That is not the password of this room.",
          "Ask whoever invited you for the right one.");

  private static final Problem NOT_INVITED =
      new Problem(
          403,
          "not-invited",
          "Only who is invited comes into this room.",
          "Ask host or owner to invite you, or to open the door.");
}
