package matinee.server.http;

import io.vertx.ext.web.Router;
import matinee.server.access.Rate;
import matinee.server.accounts.Account;
import matinee.server.accounts.AccountId;
import matinee.server.people.Answer;
import matinee.server.people.People;
import matinee.server.people.Target;
import tools.jackson.databind.node.JsonNodeFactory;

/// Friends (`/api/people`): asking, answering, and keeping people away.
final class PeopleRoutes {
  private static final String PEOPLE = "/api/people";
  private static final String REQUESTS = PEOPLE + "/requests";
  private static final String FRIEND = PEOPLE + "/friends/:person";
  private static final String BLOCKED = PEOPLE + "/blocked";

  private final Callers callers;
  private final People people;

  PeopleRoutes(Callers callers, People people) {
    this.callers = callers;
    this.people = people;
  }

  void on(Router router, Operations operations) {
    router.get(PEOPLE).handler(operations.reading(Rate.READ, this::circle));
    router.post(PEOPLE + "/handle").handler(operations.granting(Rate.PEOPLE, this::renewHandle));
    router.post(REQUESTS).handler(operations.changing(Rate.FRIEND_REQUEST, this::ask));
    router
        .post(REQUESTS + "/:request/withdraw")
        .handler(operations.granting(Rate.PEOPLE, this::withdraw));
    router
        .post(REQUESTS + "/from/:person/accept")
        .handler(operations.granting(Rate.PEOPLE, this::accept));
    router
        .post(REQUESTS + "/from/:person/decline")
        .handler(operations.granting(Rate.PEOPLE, this::decline));
    router.patch(FRIEND).handler(operations.changing(Rate.PEOPLE, this::note));
    router.post(FRIEND + "/remove").handler(operations.granting(Rate.PEOPLE, this::remove));
    router.post(BLOCKED).handler(operations.changing(Rate.PEOPLE, this::block));
    router.post(BLOCKED + "/:person/end").handler(operations.granting(Rate.PEOPLE, this::unblock));
  }

  private Account me(Exchange exchange) {
    return callers.of(exchange).account();
  }

  private static AccountId person(Exchange exchange) {
    return new AccountId(exchange.part("person"));
  }

  private Reply circle(Exchange exchange) {
    return people
        .circle(me(exchange))
        .map(circle -> Reply.json(200, PeopleText.circle(circle)))
        .orElseThrow(() -> new Refusal(PERSON_UNKNOWN));
  }

  private Reply renewHandle(Exchange exchange) {
    return done(people.renewHandle(me(exchange)), PERSON_UNKNOWN);
  }

  /// Whether there is somebody is not told.
  private Reply ask(Exchange exchange) {
    var me = me(exchange);
    var target = exchange.read(fields -> fields.checked("to", fields.text("to"), Target::of));
    var _ = done(people.ask(me, target), PERSON_UNKNOWN);
    return Reply.json(202, JsonNodeFactory.instance.objectNode());
  }

  private Reply withdraw(Exchange exchange) {
    return done(people.withdraw(me(exchange), exchange.part("request")), REQUEST_UNKNOWN);
  }

  private Reply accept(Exchange exchange) {
    return done(people.accept(me(exchange), person(exchange)), REQUEST_UNKNOWN);
  }

  private Reply decline(Exchange exchange) {
    return done(people.decline(me(exchange), person(exchange)), REQUEST_UNKNOWN);
  }

  private Reply note(Exchange exchange) {
    var me = me(exchange);
    var note =
        exchange.read(
            fields -> {
              var text = fields.text("note");
              return text.isBlank() ? "" : AccountText.name("note", fields, text);
            });
    return done(people.note(me, person(exchange), note), NO_FRIEND);
  }

  private Reply remove(Exchange exchange) {
    return done(people.remove(me(exchange), person(exchange)), NO_FRIEND);
  }

  private Reply block(Exchange exchange) {
    var me = me(exchange);
    var other = exchange.read(fields -> new AccountId(fields.text("person")));
    return done(people.block(me, other, callers.origin(exchange)), PERSON_UNKNOWN);
  }

  private Reply unblock(Exchange exchange) {
    return done(
        people.unblock(me(exchange), person(exchange), callers.origin(exchange)), PERSON_UNKNOWN);
  }

  /// `unknown` is the problem where there is nothing to be done it with.
  private static Reply done(Answer answer, Problem unknown) {
    return switch (answer) {
      case DONE -> Reply.done();
      case UNKNOWN -> throw new Refusal(unknown);
      case YOURSELF -> throw new Refusal(YOURSELF);
      case TOO_MANY -> throw new Refusal(TOO_MANY);
      case TOO_MANY_THERE -> throw new Refusal(TOO_MANY_THERE);
    };
  }

  private static final Problem PERSON_UNKNOWN =
      new Problem(
          404, "person-unknown", "There is no such person here.", "Read the list of people anew.");

  private static final Problem REQUEST_UNKNOWN =
      new Problem(
          404,
          "request-unknown",
          "There is no such request any more.",
          "Read the list of people anew: it was answered or withdrawn, or is older than 30 days.");

  static final Problem NO_FRIEND =
      new Problem(
          404,
          "no-friend",
          "This is no friend of yours.",
          "Ask the person to be a friend, and wait until that is accepted.");

  private static final Problem YOURSELF =
      new Problem(409, "yourself", "That is you yourself.", "Name somebody else.");

  private static final Problem TOO_MANY =
      new Problem(
          409,
          "too-many",
          "There are as many as one person may have.",
          "Take away some first: 1,000 friends, 1,000 blocked and 100 open requests are the most.");

  private static final Problem TOO_MANY_THERE =
      new Problem(
          409,
          "too-many-there",
          "The other has as many friends as one person may have.",
          "Ask the other to make room.");
}
