package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import java.util.List;
import matinee.server.http.AccountAnswers.Expectation;

/// Every answer that the document names for what people have watched, asked for.
final class ViewingAnswers {
  private static final String VIEWINGS = "/api/me/viewings";
  private static final String ALL = "DELETE " + VIEWINGS;
  private static final String ONE = ALL + "/MsQXIwtLsUOA_GKQv1oKUA";
  private static final String KEPT = "PUT " + VIEWINGS + "/kept";
  private static final String SHOWN = "PUT " + VIEWINGS + "/shown";
  private static final String YES = "{\"shown\":true}";
  private static final String FOREIGN = "Sec-Fetch-Site: cross-site";
  private static final String NO = "{\"kept\":false}";

  private final House house;
  private final Expectation expected;

  ViewingAnswers(House house, Expectation expected) {
    this.house = house;
    this.expected = expected;
  }

  void go() throws Exception {
    var ann = Browser.of(house, "ann@viewings.example", "Ann");
    var bearer = ann.bearer();
    expected.of("listViewings", 200, ann.get(VIEWINGS));
    expected.of("listViewings", 400, ann.get(VIEWINGS + "?limit=101"));
    expected.of("listViewings", 400, ann.get(VIEWINGS + "?unfinished=perhaps"));
    expected.of("listViewings", 401, house.get(VIEWINGS));
    for (var line : List.of(ALL, ONE)) {
      var operation = line.equals(ALL) ? "forgetViewings" : "forgetViewing";
      expected.of(operation, 204, house.ask(line, bearer));
      expected.of(operation, 401, house.ask(line));
      expected.of(operation, 403, house.ask(line, bearer, FOREIGN));
    }
    expected.of("keepViewings", 400, house.send(KEPT, "{\"kept\":1}", bearer));
    expected.of("keepViewings", 401, house.send(KEPT, NO));
    expected.of("keepViewings", 403, house.send(KEPT, NO, bearer, FOREIGN));
    expected.of("keepViewings", 413, house.send(KEPT, "{" + " ".repeat(20_000) + "}", bearer));
    expected.of("keepViewings", 415, house.ask(KEPT, bearer));
    expected.of("keepViewings", 204, house.send(KEPT, NO, bearer));
    expected.of("showViewings", 400, house.send(SHOWN, "{\"shown\":1}", bearer));
    expected.of("showViewings", 401, house.send(SHOWN, YES));
    expected.of("showViewings", 403, house.send(SHOWN, YES, bearer, FOREIGN));
    expected.of("showViewings", 413, house.send(SHOWN, "{" + " ".repeat(20_000) + "}", bearer));
    expected.of("showViewings", 415, house.ask(SHOWN, bearer));
    expected.of("showViewings", 204, house.send(SHOWN, YES, bearer));
    expected.of("listViewings", 429, until429(() -> house.get(VIEWINGS)));
    expected.of("forgetViewings", 429, until429(() -> house.ask(ALL)));
    expected.of("forgetViewing", 429, until429(() -> house.ask(ONE)));
    expected.of("showViewings", 429, until429(() -> house.send(SHOWN, YES)));
    expected.of("keepViewings", 429, until429(() -> house.send(KEPT, NO)));
  }
}
