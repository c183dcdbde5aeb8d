package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.accounts.EmailAddress;
import tools.jackson.databind.node.JsonNodeFactory;

/// Another e-mail address for an account: wanted, confirmed by a letter to it, and undone by a
/// letter to the one before.
final class EmailRoutes {
  private final Callers callers;
  private final Optional<AccountLetters> letters;

  /// `letters` are those of this server, if it sends any.
  EmailRoutes(Callers callers, Optional<AccountLetters> letters) {
    this.callers = callers;
    this.letters = letters;
  }

  void on(Router router, Operations operations) {
    router.post("/api/me/email").handler(operations.changing(Rate.LETTER, this::want));
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
