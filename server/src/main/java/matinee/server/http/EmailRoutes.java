package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.accounts.EmailAddress;
import tools.jackson.databind.node.JsonNodeFactory;

/// Another e-mail address for an account: wanted, waited for, wanted no more, confirmed by a letter
/// to it, and undone by a letter to the one before.
final class EmailRoutes {
  private final Callers callers;
  private final Optional<AccountLetters> letters;

  /// `letters` are those of this server, if it sends any.
  EmailRoutes(Callers callers, Optional<AccountLetters> letters) {
    this.callers = callers;
    this.letters = letters;
  }

  void on(Router router, Operations operations) {
    router.post("/api/me/email").handler(operations.changingInEvenTime(Rate.LETTER, this::want));
    router.get("/api/me/email").handler(operations.reading(Rate.READ, this::waiting));
    router
        .post("/api/me/email/again")
        .handler(operations.changingInEvenTime(Rate.LETTER, this::again));
    router
        .post("/api/me/email/withdraw")
        .handler(operations.changing(Rate.ACCOUNT, this::withdraw));
    router.post("/api/me/email/confirm").handler(operations.changing(Rate.ACCOUNT, this::confirm));
    router.post("/api/accounts/email/undo").handler(operations.changing(Rate.ACCOUNT, this::undo));
  }

  /// The address that is wanted, and the password of who wants it.
  private record Wanted(EmailAddress email, String password) {}

  /// Whether somebody else has the address is told by letters alone.
  private Reply want(Exchange exchange) {
    var asking = callers.of(exchange);
    var own = asking.account().email().key();
    var wanted =
        exchange.read(
            fields -> {
              var email = fields.checked("email", fields.text("email"), EmailAddress::new);
              if (email.key().equals(own)) {
                throw fields.refusal(
                    "email", "is the address of this account already: give another one");
              }
              return new Wanted(email, fields.text("password"));
            });
    var sending = letters.orElseThrow(() -> new Refusal(LetterRoutes.NO_MAIL));
    var wish =
        Callers.done(
            callers.addressChanges(exchange).want(asking, wanted.password(), wanted.email()),
            AccountRoutes.PASSWORD_REFUSED);
    sending.sendOfChange(wish, callers.origin(exchange));
    return Reply.json(202, JsonNodeFactory.instance.objectNode());
  }

  private Reply waiting(Exchange exchange) {
    var account = callers.of(exchange).account();
    var json = JsonNodeFactory.instance.objectNode();
    callers
        .addressChanges(exchange)
        .waiting(account)
        .ifPresent(it -> json.set("waiting", AccountText.wanted(it)));
    return Reply.json(200, json);
  }

  /// The answer is the same whether somebody else has the address or not.
  private Reply again(Exchange exchange) {
    var account = callers.of(exchange).account();
    var _ = exchange.read(_ -> true);
    var sending = letters.orElseThrow(() -> new Refusal(LetterRoutes.NO_MAIL));
    var wish = callers.addressChanges(exchange).again(account);
    wish.ifPresent(it -> sending.sendToWanted(it, callers.origin(exchange)));
    return wish.isPresent() ? Reply.json(202, JsonNodeFactory.instance.objectNode()) : Reply.done();
  }

  private Reply withdraw(Exchange exchange) {
    var account = callers.of(exchange).account();
    var _ = exchange.read(_ -> true);
    callers.addressChanges(exchange).withdraw(account);
    return Reply.done();
  }

  private Reply confirm(Exchange exchange) {
    var account = callers.of(exchange).account().id();
    var token = exchange.read(fields -> fields.text("token"));
    return LetterRoutes.done(callers.addressChanges(exchange).change(account, token));
  }

  private Reply undo(Exchange exchange) {
    var token = exchange.read(fields -> fields.text("token"));
    return LetterRoutes.done(callers.addressChanges(exchange).undo(token));
  }
}
