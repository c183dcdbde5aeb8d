package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import java.awt.Color;
import java.io.IOException;
import matinee.server.http.AccountAnswers.Expectation;
import matinee.server.portraits.Pictures;
import matinee.server.portraits.Studio;

/// Every answer that the document names for portraits, asked for.
final class PortraitAnswers {
  private static final String PNG = "image/png";
  private static final String REMOVE = "POST /api/me/portrait/remove";
  private static final String FOREIGN = "Sec-Fetch-Site: cross-site";

  private final House house;
  private final Expectation expected;
  private final Browser ann;

  PortraitAnswers(House house, Expectation expected) throws IOException {
    this.house = house;
    this.expected = expected;
    ann = Browser.of(house, "ann@portraits.example", "Ann");
  }

  void go() throws Exception {
    var red = Pictures.png(100, 100, Color.RED);
    var bearer = ann.bearer();
    expected.of("setPortrait", 401, house.portray(red, PNG));
    expected.of("setPortrait", 403, house.portray(red, PNG, bearer, FOREIGN));
    expected.of("setPortrait", 413, house.portray(new byte[Studio.MAX_BYTES + 1], PNG, bearer));
    expected.of("setPortrait", 415, house.portray(red, "image/svg+xml", bearer));
    expected.of("setPortrait", 415, house.portray(Samples.text("<svg/>"), PNG, bearer));
    expected.of("setPortrait", 200, house.portray(red, PNG, bearer));
    var jpeg = Pictures.jpeg(100, Color.RED);
    var set = expected.of("setPortrait", 200, house.portray(jpeg, "image/jpeg", bearer));
    var path = "/api/portraits/" + set.json().path("portrait").asString();
    expected.of("readMe", 200, ann.get("/api/me"));
    expected.of("exportMe", 200, ann.get("/api/me/export"));
    expected.of("readPortrait", 200, house.get(path + "/64"));
    expected.of("readPortrait", 200, house.get(path + "/256"));
    expected.of("readPortrait", 404, house.get(path + "/65"));
    expected.of("readPortrait", 404, house.get("/api/portraits/none/64"));
    expected.of("removePortrait", 401, house.ask(REMOVE));
    expected.of("removePortrait", 403, house.ask(REMOVE, bearer, FOREIGN));
    expected.of("removePortrait", 204, house.ask(REMOVE, bearer));
    expected.of("removePortrait", 429, until429(() -> house.ask(REMOVE)));
    expected.of("setPortrait", 429, until429(() -> house.portray(red, PNG)));
    expected.of("readPortrait", 429, until429(() -> house.get(path + "/64")));
  }
}
