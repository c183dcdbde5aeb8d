package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.accounts.EmailAddress;
import matinee.server.accounts.Password;
import tools.jackson.databind.node.JsonNodeFactory;

/// What is done by letters: confirming an address, and choosing a new password instead of one that
/// was forgotten.
final class LetterRoutes {
  private final Callers callers;
  private final Cookies cookies;
  private final Optional<AccountLetters> letters;

  /// `letters` are those of this server, if it sends any.
  LetterRoutes(Callers callers, Cookies cookies, Optional<AccountLetters> letters) {
    this.callers = callers;
    this.cookies = cookies;
    this.letters = letters;
  }

  void on(Router router, Operations operations) {
    router.post("/api/accounts/confirm").handler(operations.changing(Rate.ACCOUNT, this::confirm));
    router
        .post("/api/accounts/forgotten")
        .handler(operations.changingInEvenTime(Rate.LETTER, this::forgotten));
    router.post("/api/accounts/reset").handler(operations.changing(Rate.ACCOUNT, this::reset));
    router.post("/api/me/confirm").handler(operations.changing(Rate.LETTER, this::confirmAgain));
  }

  private Reply confirm(Exchange exchange) {
    var account = callers.of(exchange).account();
    var token = exchange.read(fields -> fields.text("token"));
    return done(callers.accounts(exchange).confirm(account.id(), token));
  }

  /// The answer to who showed a token, which was good or not. Throws [Refusal].
  static Reply done(boolean isDone) {
    if (!isDone) {
      throw new Refusal(LINK_OVER);
    }
    return Reply.done();
  }

  /// Who has forgotten the password has no token; whether somebody has the address is not told.
  private Reply forgotten(Exchange exchange) {
    var email =
        exchange.read(fields -> fields.checked("email", fields.text("email"), EmailAddress::new));
    var sending = sending();
    sending.sendOrPretend(
        callers.accounts(exchange).resetToken(email), email, callers.origin(exchange));
    return queued();
  }

  private AccountLetters sending() {
    return letters.orElseThrow(() -> new Refusal(NO_MAIL));
  }

  private static Reply queued() {
    return Reply.json(202, JsonNodeFactory.instance.objectNode());
  }

  /// A token, and the password that is wanted.
  private record Choice(String token, Password password) {}

  private Reply reset(Exchange exchange) {
    var choice =
        exchange.read(
            fields ->
                new Choice(
                    fields.text("token"),
                    fields.checked("password", fields.text("password"), Password::new)));
    var mark = cookies.mark(exchange.context().request());
    return done(callers.accounts(exchange).reset(choice.token(), choice.password(), mark));
  }

  private Reply confirmAgain(Exchange exchange) {
    var account = callers.of(exchange).account();
    var _ = exchange.read(_ -> true);
    if (account.confirmed().isPresent()) {
      return Reply.done();
    }
    var sending = sending();
    callers
        .accounts(exchange)
        .confirmationToken(account.id())
        .ifPresent(token -> sending.send(token, callers.origin(exchange)));
    return queued();
  }

  private static final Problem LINK_OVER =
      new Problem(
          400,
          "link-over",
          "This link is not good any more.",
          "Ask for another letter, and use the newest link; each is good for some time only, and"
              + " one that changes a password or an address works once.");

  static final Problem NO_MAIL =
      new Problem(
          503,
          "no-mail",
          "This server sends no letters.",
          "Ask whoever runs this house to help you.");
}
