package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.Map;
import java.util.Optional;
import matinee.server.access.Rate;
import matinee.server.accounts.Account.Profile;
import matinee.server.accounts.Accounts;
import matinee.server.accounts.EmailAddress;
import matinee.server.accounts.Password;
import tools.jackson.databind.node.JsonNodeFactory;

/// Accounts: registering, and what somebody does with their own (`/api/me`).
final class AccountRoutes {
  private static final String ME = "/api/me";
  private static final String KEPT_A_WHILE = "public, max-age=300";

  private final Callers callers;
  private final Optional<AccountLetters> letters;

  /// `letters` are those of this server, if it sends any.
  AccountRoutes(Callers callers, Optional<AccountLetters> letters) {
    this.callers = callers;
    this.letters = letters;
  }

  void on(Router router, Operations operations) {
    router
        .post("/api/accounts")
        .handler(operations.changingInEvenTime(Rate.NEW_ACCOUNT, this::register));
    router.get(ME).handler(operations.reading(Rate.READ, this::me));
    router.patch(ME).handler(operations.changing(Rate.ACCOUNT, this::change));
    router.post(ME + "/password").handler(operations.changing(Rate.ACCOUNT, this::changePassword));
    router.post(ME + "/delete").handler(operations.changing(Rate.ACCOUNT, this::delete));
    router.get("/.well-known/jwks.json").handler(operations.reading(Rate.READ, this::publicKeys));
  }

  private Reply register(Exchange exchange) {
    var application =
        exchange.read(
            fields ->
                new Accounts.Application(
                    fields.checked("email", fields.text("email"), EmailAddress::new),
                    fields.checked("password", fields.text("password"), Password::new),
                    new Profile(
                        AccountText.name(fields, fields.text("name")),
                        AccountText.language(fields),
                        Optional.empty())));
    var token = callers.accounts(exchange).register(application);
    letters.ifPresent(it -> it.sendOrPretend(token, application.email(), callers.origin(exchange)));
    return Reply.json(202, JsonNodeFactory.instance.objectNode());
  }

  private Reply me(Exchange exchange) {
    return Reply.json(200, AccountText.account(callers.of(exchange).account()));
  }

  private Reply change(Exchange exchange) {
    var asking = callers.of(exchange);
    var before = asking.account().profile();
    var profile =
        exchange.read(
            fields ->
                new Profile(
                    fields
                        .optionalText("name")
                        .map(name -> AccountText.name(fields, name))
                        .orElse(before.name()),
                    AccountText.language(fields).or(before::language),
                    AccountText.timeZone(fields).or(before::timeZone)));
    return Reply.json(200, AccountText.account(callers.accounts(exchange).change(asking, profile)));
  }

  /// The current password and the one that is wanted.
  private record NewPassword(String current, Password wanted) {}

  private Reply changePassword(Exchange exchange) {
    var asking = callers.of(exchange);
    var password =
        exchange.read(
            fields ->
                new NewPassword(
                    fields.text("current"),
                    fields.checked("password", fields.text("password"), Password::new)));
    var _ =
        Callers.done(
            callers
                .accounts(exchange)
                .changePassword(asking, password.current(), password.wanted()),
            PASSWORD_REFUSED);
    return Reply.done();
  }

  private Reply delete(Exchange exchange) {
    var asking = callers.of(exchange);
    var typed = exchange.read(fields -> fields.text("password"));
    var _ = Callers.done(callers.accounts(exchange).delete(asking, typed), PASSWORD_REFUSED);
    return Reply.done();
  }

  private Reply publicKeys(Exchange exchange) {
    return new Reply(
        200,
        "application/jwk-set+json",
        Map.of("Cache-Control", KEPT_A_WHILE),
        callers.sessions(exchange).publicKeys());
  }

  static final Problem PASSWORD_REFUSED =
      new Problem(
          403,
          "password-refused",
          "That is not the password of this account.",
          "Type the one with which you sign in now; capital letters count.");
}
