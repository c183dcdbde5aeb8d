package matinee.server.http;

import io.vertx.ext.web.Router;
import java.util.List;
import matinee.server.access.Rate;
import matinee.server.accounts.Device;
import matinee.server.accounts.DeviceName;
import matinee.server.accounts.EmailAddress;
import matinee.server.accounts.Sessions;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Signing in and out, here and on other devices.
final class SessionRoutes {
  private static final String SESSIONS = "/api/sessions";
  private static final String DEVICES = "/api/me/devices";

  private final Callers callers;
  private final Cookies cookies;

  SessionRoutes(Callers callers, Cookies cookies) {
    this.callers = callers;
    this.cookies = cookies;
  }

  void on(Router router, Operations operations) {
    router.post(SESSIONS).handler(operations.changing(Rate.SIGN_IN, this::signIn));
    router.post(SESSIONS + "/refresh").handler(operations.changing(Rate.REFRESH, this::refresh));
    router.post(SESSIONS + "/end").handler(operations.changing(Rate.ACCOUNT, this::signOut));
    router.get(DEVICES).handler(operations.reading(Rate.READ, this::devices));
    router
        .post(DEVICES + "/:device/end")
        .handler(operations.granting(Rate.ACCOUNT, this::endDevice));
    router.post(DEVICES + "/end").handler(operations.granting(Rate.ACCOUNT, this::endAll));
  }

  private Reply signIn(Exchange exchange) {
    var request = exchange.context().request();
    var sessions = callers.sessions(exchange);
    var attempt =
        exchange.read(
            fields ->
                new Sessions.Attempt(
                    fields.checked("email", fields.text("email"), EmailAddress::new),
                    fields.text("password"),
                    fields
                        .optionalText("device")
                        .map(name -> fields.checked("device", name, DeviceName::new))
                        .orElse(DeviceName.NONE),
                    cookies.mark(request)));
    var entry = Callers.done(sessions.signIn(attempt), SIGN_IN_REFUSED);
    cookies
        .session(request)
        .ifPresent(sessions::end); // who was signed in here before is not any more
    return Reply.json(200, AccountText.session(entry.tokens())).with(cookies.keep(request, entry));
  }

  private Reply refresh(Exchange exchange) {
    var request = exchange.context().request();
    nothing(exchange);
    var tokens =
        cookies
            .session(request)
            .flatMap(callers.sessions(exchange)::refresh)
            .orElseThrow(() -> new Refusal(SIGNED_OUT));
    return Reply.json(200, AccountText.session(tokens))
        .with(List.of(cookies.keep(request, tokens.refresh())));
  }

  private Reply signOut(Exchange exchange) {
    var request = exchange.context().request();
    nothing(exchange);
    cookies.session(request).ifPresent(callers.sessions(exchange)::end);
    return Reply.done().with(cookies.forget(request));
  }

  private static void nothing(Exchange exchange) {
    var _ = exchange.read(_ -> true);
  }

  private Reply devices(Exchange exchange) {
    var asking = callers.of(exchange);
    var json = JsonNodeFactory.instance.objectNode();
    var devices = json.putArray("devices");
    for (var device : callers.sessions(exchange).devices(asking.account().id())) {
      devices.add(device(device).put("current", device.id().equals(asking.device())));
    }
    return Reply.json(200, json);
  }

  static ObjectNode device(Device device) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("id", device.id().value())
        .put("name", device.name().value())
        .put("createdAt", device.created().toString())
        .put("seenAt", device.seen().toString());
  }

  private Reply endDevice(Exchange exchange) {
    callers.sessions(exchange).end(callers.of(exchange).account().id(), exchange.device());
    return Reply.done();
  }

  private Reply endAll(Exchange exchange) {
    callers.sessions(exchange).endAll(callers.of(exchange).account().id());
    return Reply.done();
  }

  private static final Problem SIGN_IN_REFUSED =
      new Problem(
          401,
          "sign-in-refused",
          "The e-mail address or the password is wrong.",
          "Check both; capital letters count in the password.");

  private static final Problem SIGNED_OUT =
      new Problem(401, "signed-out", "Nobody is signed in here.", "Sign in.");
}
