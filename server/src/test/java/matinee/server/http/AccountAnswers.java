package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import java.io.IOException;
import java.util.List;
import matinee.server.accounts.MailToken;

/// Every answer that the document names for accounts, asked for.
final class AccountAnswers {
  private static final String TOO_LARGE = "{" + " ".repeat(20_000) + "}";
  private static final String FOREIGN = "Sec-Fetch-Site: cross-site";
  private static final String DELETE = "{\"password\":\"%s\"}".formatted(Browser.PASSWORD);
  private static final String NEW_PASSWORD =
      "{\"current\":\"%s\",\"password\":\"%<s\"}".formatted(Browser.PASSWORD);

  private final House house;
  private final Expectation expected;
  private final Browser browser;

  /// That `answer` is one of `operation` with `status`, and as the document says.
  @FunctionalInterface
  interface Expectation {
    Answer of(String operation, int status, Answer answer);
  }

  AccountAnswers(House house, Expectation expected) {
    this.house = house;
    this.expected = expected;
    browser = new Browser(house);
  }

  void go() throws Exception {
    registering();
    sessions();
    devices();
    mine();
    rooms();
    letters();
    email();
    expected.of("listSigningKeys", 200, house.get("/.well-known/jwks.json"));
    deleting();
    tooOften();
  }

  private void registering() throws IOException {
    changing("registerAccount", "POST /api/accounts");
    expected.of("registerAccount", 202, browser.register());
  }

  /// What every operation answers that has JSON as its body.
  private void changing(String operation, String line) throws IOException {
    var json = "Content-Type: application/json";
    var bearer = browser.bearer();
    expected.of(operation, 400, house.send(line, "{\"other\":1}", bearer));
    expected.of(operation, 403, house.send(line, "{}", bearer, FOREIGN));
    expected.of(operation, 413, house.send(line, TOO_LARGE, bearer));
    expected.of(operation, 415, house.ask(line, bearer));
    expected.of(operation, 415, house.ask(line, bearer, json, "Content-Encoding: gzip"));
  }

  private void sessions() throws IOException {
    changing("signIn", "POST /api/sessions");
    expected.of("signIn", 401, browser.signIn("wrong password"));
    expected.of("signIn", 200, browser.signIn(Browser.PASSWORD));
    changing("refreshSession", "POST /api/sessions/refresh");
    expected.of("refreshSession", 200, browser.refresh());
    expected.of("refreshSession", 401, house.post("/api/sessions/refresh", "{}"));
    changing("endSession", "POST /api/sessions/end");
    expected.of("endSession", 204, browser.post("/api/sessions/end", "{}"));
    browser.signIn(Browser.PASSWORD);
  }

  private void devices() throws IOException {
    expected.of("listDevices", 200, browser.get("/api/me/devices"));
    expected.of("listDevices", 401, house.get("/api/me/devices"));
    for (var operation : List.of("endDevice", "endAllDevices")) {
      var there = operation.equals("endDevice") ? "/MsQXIwtLsUOA_GKQv1oKUA" : "";
      var line = "POST /api/me/devices" + there + "/end";
      expected.of(operation, 401, house.ask(line));
      expected.of(operation, 403, house.ask(line, FOREIGN));
      expected.of(operation, 204, house.ask(line, browser.bearer()));
    }
    browser.signIn(Browser.PASSWORD);
  }

  private void mine() throws IOException {
    expected.of("readMe", 401, house.get("/api/me"));
    expected.of("readMe", 200, browser.get("/api/me"));
    changing("changeMe", "PATCH /api/me");
    expected.of("changeMe", 401, house.send("PATCH /api/me", "{}"));
    var profile = "{\"name\":\"Änne\",\"language\":\"de\",\"timeZone\":\"Europe/Berlin\"}";
    expected.of("changeMe", 200, browser.send("PATCH /api/me", profile));
    expected.of("readMe", 200, browser.get("/api/me"));
    changing("changePassword", "POST /api/me/password");
    expected.of("changePassword", 401, house.post("/api/me/password", NEW_PASSWORD));
    expected.of("changePassword", 204, browser.send("POST /api/me/password", NEW_PASSWORD));
    expected.of("exportMe", 401, house.get("/api/me/export"));
    expected.of("exportMe", 200, browser.get("/api/me/export"));
  }

  private void rooms() throws IOException {
    var room = house.room();
    var line = "POST /api/me/rooms/" + room + "/leave";
    expected.of(
        "issueTicket",
        201,
        browser.send("POST /api/rooms/" + room + "/tickets", "{\"name\":\"Ann\"}"));
    expected.of("listMyRooms", 200, browser.get("/api/me/rooms"));
    expected.of("exportMe", 200, browser.get("/api/me/export"));
    expected.of("listMyRooms", 400, browser.get("/api/me/rooms?limit=101"));
    expected.of("listMyRooms", 401, house.get("/api/me/rooms"));
    expected.of("leaveMyRoom", 401, house.ask(line));
    expected.of("leaveMyRoom", 403, house.ask(line, FOREIGN));
    expected.of("leaveMyRoom", 404, house.ask("POST /api/me/rooms/a/leave", browser.bearer()));
    expected.of("leaveMyRoom", 204, house.ask(line, browser.bearer()));
  }

  private void letters() throws IOException {
    var email = "{\"email\":\"%s\"}".formatted(Browser.EMAIL);
    changing("forgetPassword", "POST /api/accounts/forgotten");
    expected.of("forgetPassword", 202, house.post("/api/accounts/forgotten", email));
    changing("confirmAgain", "POST /api/me/confirm");
    expected.of("confirmAgain", 401, house.post("/api/me/confirm", "{}"));
    expected.of("confirmAgain", 202, browser.send("POST /api/me/confirm", "{}"));
    changing("confirmAddress", "POST /api/accounts/confirm");
    var confirmation =
        "{\"token\":\"%s\"}".formatted(house.letters().confirmationToken(browser.access()));
    expected.of("confirmAddress", 401, house.post("/api/accounts/confirm", confirmation));
    expected.of(
        "confirmAddress", 400, browser.send("POST /api/accounts/confirm", "{\"token\":\"a\"}"));
    expected.of("confirmAddress", 204, browser.send("POST /api/accounts/confirm", confirmation));
    expected.of("confirmAgain", 204, browser.send("POST /api/me/confirm", "{}"));
    changing("resetPassword", "POST /api/accounts/reset");
    var reset =
        "{\"token\":\"%s\",\"password\":\"%s\"}"
            .formatted(house.letters().resetToken(Browser.EMAIL), Browser.PASSWORD);
    expected.of("resetPassword", 204, house.post("/api/accounts/reset", reset));
    expected.of("resetPassword", 400, house.post("/api/accounts/reset", reset));
    browser.signIn(Browser.PASSWORD);
  }

  private void email() throws IOException {
    var wanted = "{\"email\":\"anna@example.org\",\"password\":\"%s\"}".formatted(Browser.PASSWORD);
    changing("wantEmail", "POST /api/me/email");
    expected.of("wantEmail", 401, house.post("/api/me/email", wanted));
    expected.of("wantEmail", 202, browser.send("POST /api/me/email", wanted));
    waitingEmail();
    var wish = house.letters().wish(browser.access(), "anna@example.org");
    var change = token(wish.change());
    var undo = token(wish.undo());
    changing("confirmEmail", "POST /api/me/email/confirm");
    expected.of("confirmEmail", 401, house.post("/api/me/email/confirm", change));
    expected.of("confirmEmail", 204, browser.send("POST /api/me/email/confirm", change));
    expected.of("confirmEmail", 400, browser.send("POST /api/me/email/confirm", change));
    changing("undoEmail", "POST /api/accounts/email/undo");
    expected.of("undoEmail", 204, house.post("/api/accounts/email/undo", undo));
    expected.of("undoEmail", 400, house.post("/api/accounts/email/undo", undo));
    browser.signIn(Browser.PASSWORD);
  }

  private void waitingEmail() throws IOException {
    expected.of("readWantedEmail", 401, house.get("/api/me/email"));
    expected.of("readWantedEmail", 200, browser.get("/api/me/email"));
    for (var what : List.of("sendEmailAgain", "withdrawEmail")) {
      var path = "/api/me/email/" + (what.equals("withdrawEmail") ? "withdraw" : "again");
      changing(what, "POST " + path);
      expected.of(what, 401, house.post(path, "{}"));
    }
    expected.of("sendEmailAgain", 202, browser.send("POST /api/me/email/again", "{}"));
    expected.of("withdrawEmail", 204, browser.send("POST /api/me/email/withdraw", "{}"));
    expected.of("sendEmailAgain", 204, browser.send("POST /api/me/email/again", "{}"));
    expected.of("readWantedEmail", 200, browser.get("/api/me/email"));
  }

  private static String token(MailToken token) {
    return "{\"token\":\"%s\"}".formatted(token.value());
  }

  private void deleting() throws IOException {
    changing("deleteMe", "POST /api/me/delete");
    expected.of("deleteMe", 401, house.post("/api/me/delete", DELETE));
    expected.of("deleteMe", 204, browser.send("POST /api/me/delete", DELETE));
  }

  private void tooOften() throws Exception {
    posted("registerAccount", "/api/accounts");
    posted("signIn", "/api/sessions");
    posted("refreshSession", "/api/sessions/refresh");
    posted("endSession", "/api/sessions/end");
    posted("endDevice", "/api/me/devices/a/end");
    posted("endAllDevices", "/api/me/devices/end");
    posted("changePassword", "/api/me/password");
    posted("deleteMe", "/api/me/delete");
    posted("leaveMyRoom", "/api/me/rooms/a/leave");
    posted("confirmAddress", "/api/accounts/confirm");
    posted("forgetPassword", "/api/accounts/forgotten");
    posted("resetPassword", "/api/accounts/reset");
    posted("confirmAgain", "/api/me/confirm");
    posted("wantEmail", "/api/me/email");
    posted("sendEmailAgain", "/api/me/email/again");
    posted("withdrawEmail", "/api/me/email/withdraw");
    expected.of("readWantedEmail", 429, until429(() -> house.get("/api/me/email")));
    posted("confirmEmail", "/api/me/email/confirm");
    posted("undoEmail", "/api/accounts/email/undo");
    expected.of("changeMe", 429, until429(() -> house.send("PATCH /api/me", "{}")));
    expected.of("readMe", 429, until429(() -> house.get("/api/me")));
    expected.of("listDevices", 429, until429(() -> house.get("/api/me/devices")));
    expected.of("listMyRooms", 429, until429(() -> house.get("/api/me/rooms")));
    expected.of("exportMe", 429, until429(() -> house.get("/api/me/export")));
    expected.of("listSigningKeys", 429, until429(() -> house.get("/.well-known/jwks.json")));
  }

  private void posted(String operation, String path) throws Exception {
    expected.of(operation, 429, until429(() -> house.post(path, "{}")));
  }
}
