package matinee.server.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Somebody's browser with a page of a house: keeps cookies, and says where the page is from.
final class Browser {
  static final String EMAIL = "ann@example.org";
  static final String PASSWORD = "correct horse";

  private final House house;
  private final String origin;
  private final Map<String, String> cookies = new LinkedHashMap<>();
  private String access = "";

  Browser(House house) {
    this(house, "http://127.0.0.1:" + house.port());
  }

  Browser(House house, String origin) {
    this.house = house;
    this.origin = origin;
  }

  /// That of somebody who has just registered, and is signed in.
  static Browser of(House house, String email, String name) throws IOException {
    var browser = new Browser(house);
    browser.post("/api/accounts", account(email, name));
    browser.entered(browser.post("/api/sessions", login(email, PASSWORD)));
    return browser;
  }

  /// As [#of], of somebody who has confirmed the address.
  static Browser confirmed(House house, String email, String name) throws IOException {
    var browser = of(house, email, name);
    var token = house.letters().confirmationToken(browser.access());
    browser.send("POST /api/accounts/confirm", "{\"token\":\"" + token + "\"}");
    return browser;
  }

  static String account(String email, String name) {
    return "{\"email\":\"%s\",\"password\":\"%s\",\"name\":\"%s\"}"
        .formatted(email, PASSWORD, name);
  }

  static String login(String email, String password) {
    return "{\"email\":\"%s\",\"password\":\"%s\",\"device\":\"Firefox on Linux\"}"
        .formatted(email, password);
  }

  Answer register() throws IOException {
    return post("/api/accounts", account(EMAIL, "Ann"));
  }

  /// Signs in as Ann with `password`, and keeps what comes.
  Answer signIn(String password) throws IOException {
    return entered(post("/api/sessions", login(EMAIL, password)));
  }

  Answer refresh() throws IOException {
    return entered(post("/api/sessions/refresh", "{}"));
  }

  private Answer entered(Answer answer) {
    if (answer.status() == 200) {
      access = answer.json().path("access").asString();
    }
    return answer;
  }

  String access() {
    return access;
  }

  Map<String, String> cookies() {
    return cookies;
  }

  /// With the access token that it has.
  Answer get(String path) throws IOException {
    return kept(house.get(path, head(bearer())));
  }

  /// With the access token that it has.
  Answer send(String line, String json) throws IOException {
    return kept(house.send(line, json, head(bearer())));
  }

  /// With cookies, and without the access token.
  Answer post(String path, String json) throws IOException {
    return kept(house.post(path, json, head()));
  }

  String bearer() {
    return "Authorization: Bearer " + access;
  }

  /// The header with the cookies that it has.
  String cookie() {
    var pairs = cookies.entrySet().stream().map(it -> it.getKey() + "=" + it.getValue()).toList();
    return "Cookie: " + String.join("; ", pairs);
  }

  private String[] head(String... more) {
    var head = new ArrayList<String>(List.of(more));
    head.add("Origin: " + origin);
    head.add("Sec-Fetch-Site: same-origin");
    if (!cookies.isEmpty()) {
      head.add(cookie());
    }
    return head.toArray(String[]::new);
  }

  private Answer kept(Answer answer) {
    for (var cookie : answer.headers().getOrDefault("set-cookie", List.of())) {
      var pair = cookie.split(";", 2)[0].split("=", 2);
      if (cookie.contains("Max-Age=0;")) {
        cookies.remove(pair[0]);
      } else {
        cookies.put(pair[0], pair[1]);
      }
    }
    return answer;
  }
}
