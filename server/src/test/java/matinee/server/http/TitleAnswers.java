package matinee.server.http;

import static matinee.server.http.ApiTest.until429;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import matinee.server.http.AccountAnswers.Expectation;
import matinee.server.portraits.Pictures;
import matinee.server.portraits.Studio;

/// Every answer that the document names for somebody's library, asked for.
final class TitleAnswers {
  private static final String LIBRARY = "/api/me/library";
  private static final String PNG = "image/png";
  private static final String FOREIGN = "Sec-Fetch-Site: cross-site";
  private static final String NONE = LIBRARY + "/films/none";
  private static final String NO_SERIES = LIBRARY + "/series/none";
  private static final String SAID = "{\"name\":\"%s\",\"description\":\"\",\"tags\":[\"sea\"]}";

  private final House house;
  private final Expectation expected;
  private final Browser ann;

  TitleAnswers(House house, Expectation expected) throws IOException {
    this.house = house;
    this.expected = expected;
    ann = Browser.of(house, "ann@titles.example", "Ann");
  }

  private String upload(String name) throws IOException {
    var answer = house.upload(name, Samples.webm(1_000, 1), ann.bearer());
    return answer.json().path("film").asString();
  }

  void go() throws Exception {
    var episode = upload("Dark_Water_S01E01.webm");
    upload("Other_Show_S01E01.webm");
    house.render(episode, "#EXTM3U\n");
    house.picture(episode, "poster.jpg");
    reading(LIBRARY + "/films/" + episode);
    describing(LIBRARY + "/films/" + episode);
    var series = seriesOf(episode);
    series(LIBRARY + "/series/" + series);
    showing("showTitle", LIBRARY + "/films/" + episode, NONE);
    showing("showSeries", LIBRARY + "/series/" + series, NO_SERIES);
    choosing("TitlePoster", LIBRARY + "/films/" + episode, NONE);
    choosing("SeriesPoster", LIBRARY + "/series/" + series, NO_SERIES);
    removing("DELETE " + LIBRARY + "/films/" + episode);
    tooOften();
  }

  private String seriesOf(String film) throws IOException {
    var title = ann.get(LIBRARY + "/films/" + film).json();
    return title.path("episode").path("series").asString();
  }

  private void reading(String film) throws Exception {
    expected.of("listTitles", 200, ann.get(LIBRARY));
    expected.of("listTitles", 200, ann.get(LIBRARY + "?search=dark&tag=&order=name"));
    expected.of("listTitles", 400, ann.get(LIBRARY + "?order=size"));
    expected.of("listTitles", 400, ann.get(LIBRARY + "?tag=" + "a".repeat(41)));
    expected.of("listTitles", 401, house.get(LIBRARY));
    expected.of("listTags", 200, ann.get(LIBRARY + "/tags"));
    expected.of("listSuggestions", 200, ann.get(LIBRARY + "/suggestions"));
    expected.of("listSuggestions", 401, house.get(LIBRARY + "/suggestions"));
    expected.of("listTags", 401, house.get(LIBRARY + "/tags"));
    var friends = LIBRARY + "/friends";
    expected.of("listFriendsTitles", 200, ann.get(friends + "?search=dark"));
    expected.of("listFriendsTitles", 400, ann.get(friends + "?limit=0"));
    expected.of("listFriendsTitles", 401, house.get(friends));
    expected.of("listWatchedByFriends", 200, ann.get(friends + "/watched"));
    expected.of("listWatchedByFriends", 401, house.get(friends + "/watched"));
    var title = expected.of("readTitle", 200, ann.get(film));
    expected.of("readTitle", 401, house.get(film));
    expected.of("readTitle", 404, ann.get(NONE));
    expected.of("readPoster", 200, house.get(title.json().path("poster").asString()));
    expected.of("readPoster", 404, house.get("/api/posters/none"));
    expected.of("exportMe", 200, ann.get("/api/me/export"));
  }

  private void describing(String film) throws Exception {
    var bearer = ann.bearer();
    var line = "PUT " + film;
    var said = SAID.formatted("Night").replace("}", ",\"year\":2019}");
    var placed =
        said.replace("}", ",\"episode\":{\"series\":\"Dark Water\",\"season\":1,\"number\":2}}");
    expected.of("describeTitle", 200, house.send(line, said, bearer));
    expected.of("describeTitle", 200, house.send(line, placed, bearer));
    expected.of("describeTitle", 400, house.send(line, SAID.formatted(""), bearer));
    expected.of("describeTitle", 400, house.send(line, said.replace("2019", "1492"), bearer));
    expected.of("describeTitle", 401, house.send(line, said));
    expected.of("describeTitle", 403, house.send(line, said, bearer, FOREIGN));
    expected.of("describeTitle", 404, house.send("PUT " + NONE, said, bearer));
    expected.of("describeTitle", 413, house.send(line, "{" + " ".repeat(20_000) + "}", bearer));
    expected.of("describeTitle", 415, house.ask(line, bearer));
    expected.of("listTags", 200, ann.get(LIBRARY + "/tags"));
  }

  private void series(String series) throws Exception {
    var bearer = ann.bearer();
    var line = "PUT " + series;
    var said = SAID.formatted("Water");
    expected.of("readSeries", 200, ann.get(series));
    expected.of("readSeries", 401, house.get(series));
    expected.of("readSeries", 404, ann.get(NO_SERIES));
    expected.of("listEpisodes", 200, ann.get(series + "/episodes"));
    expected.of("listEpisodes", 400, ann.get(series + "/episodes?limit=0"));
    expected.of("listEpisodes", 401, house.get(series + "/episodes"));
    expected.of("listEpisodes", 404, ann.get(NO_SERIES + "/episodes"));
    expected.of("describeSeries", 200, house.send(line, said, bearer));
    expected.of("describeSeries", 400, house.send(line, SAID.formatted(""), bearer));
    expected.of("describeSeries", 401, house.send(line, said));
    expected.of("describeSeries", 403, house.send(line, said, bearer, FOREIGN));
    expected.of("describeSeries", 404, house.send("PUT " + NO_SERIES, said, bearer));
    expected.of("describeSeries", 409, house.send(line, SAID.formatted("Other Show"), bearer));
    expected.of("describeSeries", 413, house.send(line, "{" + " ".repeat(20_000) + "}", bearer));
    expected.of("describeSeries", 415, house.ask(line, bearer));
  }

  private Answer choose(String title, byte[] file, String... headers) throws IOException {
    return house.sendFile("PUT " + title + "/poster", file, PNG, headers);
  }

  /// The operations called `set` and `remove` with `operation` behind it.
  private void choosing(String operation, String title, String none) throws Exception {
    var set = "set" + operation;
    var remove = "remove" + operation;
    var red = Pictures.png(100, 100, Color.RED);
    var bearer = ann.bearer();
    expected.of(set, 401, choose(title, red));
    expected.of(set, 403, choose(title, red, bearer, FOREIGN));
    expected.of(set, 404, choose(none, red, bearer));
    expected.of(set, 413, choose(title, new byte[Studio.MAX_BYTES + 1], bearer));
    expected.of(set, 415, choose(title, Samples.text("<svg/>"), bearer));
    var chosen = expected.of(set, 200, choose(title, red, bearer));
    expected.of("readPoster", 200, house.get(chosen.json().path("poster").asString()));
    expected.of("listTitles", 200, ann.get(LIBRARY));
    expected.of("exportMe", 200, ann.get("/api/me/export"));
    var line = "DELETE " + title + "/poster";
    expected.of(remove, 401, house.ask(line));
    expected.of(remove, 403, house.ask(line, bearer, FOREIGN));
    expected.of(remove, 404, house.ask("DELETE " + none + "/poster", bearer));
    expected.of(remove, 200, house.ask(line, bearer));
  }

  private void showing(String operation, String title, String none) throws Exception {
    var bearer = ann.bearer();
    var line = "PUT " + title + "/shown";
    var said = "{\"shown\":true}";
    expected.of(operation, 204, house.send(line, said, bearer));
    expected.of(operation, 400, house.send(line, "{}", bearer));
    expected.of(operation, 401, house.send(line, said));
    expected.of(operation, 403, house.send(line, said, bearer, FOREIGN));
    expected.of(operation, 404, house.send("PUT " + none + "/shown", said, bearer));
    expected.of(operation, 413, house.send(line, "{" + " ".repeat(20_000) + "}", bearer));
    expected.of(operation, 415, house.ask(line, bearer));
    expected.of("listTitles", 200, ann.get(LIBRARY));
  }

  private void removing(String line) throws Exception {
    expected.of("deleteTitle", 401, house.ask(line));
    expected.of("deleteTitle", 403, house.ask(line, ann.bearer(), FOREIGN));
    expected.of("deleteTitle", 204, house.ask(line, ann.bearer()));
    expected.of("deleteTitle", 404, house.ask(line, ann.bearer()));
  }

  private void tooOften() throws Exception {
    for (var reading : List.of("readTitle " + NONE, "readSeries " + NO_SERIES)) {
      var asked = reading.split(" ");
      expected.of(asked[0], 429, until429(() -> house.get(asked[1])));
    }
    expected.of("listTitles", 429, until429(() -> house.get(LIBRARY)));
    expected.of("listTags", 429, until429(() -> house.get(LIBRARY + "/tags")));
    expected.of("listFriendsTitles", 429, until429(() -> house.get(LIBRARY + "/friends")));
    var watched = LIBRARY + "/friends/watched";
    expected.of("listWatchedByFriends", 429, until429(() -> house.get(watched)));
    for (var none : List.of("showTitle " + NONE, "showSeries " + NO_SERIES)) {
      var asked = none.split(" ");
      expected.of(asked[0], 429, until429(() -> house.send("PUT " + asked[1] + "/shown", "{}")));
    }
    expected.of("listSuggestions", 429, until429(() -> house.get(LIBRARY + "/suggestions")));
    expected.of("listEpisodes", 429, until429(() -> house.get(NO_SERIES + "/episodes")));
    var said = SAID.formatted("Night");
    expected.of("describeTitle", 429, until429(() -> house.send("PUT " + NONE, said)));
    expected.of("describeSeries", 429, until429(() -> house.send("PUT " + NO_SERIES, said)));
    expected.of("removeTitlePoster", 429, until429(() -> house.ask("DELETE " + NONE + "/poster")));
    expected.of(
        "removeSeriesPoster", 429, until429(() -> house.ask("DELETE " + NO_SERIES + "/poster")));
    expected.of("setTitlePoster", 429, until429(() -> choose(NONE, new byte[1])));
    expected.of("setSeriesPoster", 429, until429(() -> choose(NO_SERIES, new byte[1])));
    expected.of("deleteTitle", 429, until429(() -> house.ask("DELETE " + NONE)));
  }
}
