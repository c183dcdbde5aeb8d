package matinee.server.http;

import static matinee.server.http.PeopleAnswers.asking;
import static matinee.server.http.PeopleAnswers.id;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Friends as browsers see them, over HTTP to a running server.
final class PeopleTest {
  private static final String REQUESTS = "POST /api/people/requests";

  @TempDir private Path data;
  private House house;
  private Browser ann;
  private Browser ben;

  @BeforeEach
  void open() throws Exception {
    house = new House(data);
    ann = Browser.of(house, "ann@example.org", "Ann");
    ben = Browser.of(house, "ben@example.org", "Ben");
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  private static String handle(Browser browser) throws Exception {
    return browser.get("/api/people").json().path("handle").asString();
  }

  @Test
  void two_become_friends_by_a_handle_as_it_is_read_out() throws Exception {
    ann.send(REQUESTS, asking(handle(ben).replace("-", " ").toLowerCase(Locale.ROOT)));
    var asking = ben.get("/api/people").json().path("asking").path(0);

    var accepted =
        house.ask(
            "POST /api/people/requests/from/" + asking.path("id").asString() + "/accept",
            ben.bearer());

    assertThat(accepted.status()).isEqualTo(204);
    var friend = ann.get("/api/people").json().path("friends").path(0);
    assertThat(List.of(friend.path("id").asString(), friend.path("name").asString()))
        .containsExactly(id(ben), "Ben");
  }

  @Test
  @Tag("A-07")
  void whoever_is_asked_the_answer_is_the_same() throws Exception {
    var block = "{\"person\":\"%s\"}".formatted(id(ann));
    var carl = Browser.of(house, "carl@example.org", "Carl");
    carl.send("POST /api/people/blocked", block);

    var answers =
        Stream.of(handle(ben), handle(carl), "0000-0000", "ben@example.org", "nobody@example.org")
            .map(to -> answer(asking(to)))
            .toList();

    assertThat(answers).allMatch(it -> it.status() == 202 && it.text().equals("{}"));
    assertThat(answers.stream().map(it -> it.headers().keySet()).distinct()).hasSize(1);
  }

  private Answer answer(String json) {
    try {
      return ann.send(REQUESTS, json);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void nobody_learns_the_address_or_the_handle_of_who_asks_or_is_a_friend() throws Exception {
    ann.send(REQUESTS, asking(handle(ben)));

    var seen = ben.get("/api/people").text();

    assertThat(seen).contains("Ann").doesNotContain("ann@example.org", handle(ann));
  }
}
