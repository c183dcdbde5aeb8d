package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import matinee.server.fetching.Roads;
import matinee.server.fetching.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What people are told of an address before they put it on.
final class PreviewTest {
  private static final String PLAYLIST =
      """
      HTTP/1.1 200 OK
      Content-Type: application/vnd.apple.mpegurl
      Content-Length: 43

      #EXTM3U
      #EXTINF:9.5,
      1.ts
      #EXT-X-ENDLIST""";
  private static final String PAGE =
      """
      HTTP/1.1 200 OK
      Content-Type: text/html

      <title>Watch &lt;this&gt;</title>""";

  @TempDir private Path data;

  private static String of(String address) {
    return "{\"address\":\"" + address + "\"}";
  }

  @Test
  void who_is_signed_in_and_who_is_in_a_room_are_told_what_an_address_is() throws Exception {
    try (var house = new House(data, PreviewAnswers.PLACE);
        var site =
            new Site(
                (request, out) ->
                    Site.says(request.startsWith("GET /page ") ? PAGE : PLAYLIST)
                        .answer(request, out))) {
      house.roads.name("films.example", Roads.PUBLIC).at(Roads.PUBLIC, site);
      var ann = Browser.of(house, "ann@example.org", "Ann");
      var room = house.room();
      try (var guest = house.enter(room)) {
        var film = ann.send("POST /api/previews", of("http://films.example/sea.m3u8"));
        var page =
            house.post(
                "/api/rooms/" + room + "/previews",
                of("http://films.example/page"),
                "Authorization: Bearer " + guest.pass());

        assertThat(film.text())
            .isEqualTo(
                "{\"kind\":\"film\",\"contentType\":\"application/vnd.apple.mpegurl\","
                    + "\"title\":\"sea\",\"lengthMs\":9500}");
        assertThat(page.text()).isEqualTo("{\"kind\":\"page\",\"title\":\"Watch <this>\"}");
      }
    }
  }

  @Test
  void who_has_two_read_is_asked_to_wait_with_the_third() throws Exception {
    var go = new CountDownLatch(1);
    try (var house = new House(data, PreviewAnswers.PLACE);
        var slow =
            new Site(
                (request, out) -> {
                  try {
                    go.await();
                  } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                  }
                  Site.says(PAGE).answer(request, out);
                })) {
      house.roads.name("films.example", Roads.PUBLIC).at(Roads.PUBLIC, slow);
      var ann = Browser.of(house, "ann@example.org", "Ann");
      var first = Thread.startVirtualThread(() -> ask(ann, "1"));
      slow.next();
      var second = Thread.startVirtualThread(() -> ask(ann, "2"));
      slow.next();

      var third = ann.send("POST /api/previews", of("http://films.example/3"));
      go.countDown();
      first.join();
      second.join();
      var again = ann.send("POST /api/previews", of("http://films.example/3"));

      assertThat(third.status()).isEqualTo(503);
      assertThat(third.problem()).isEqualTo("busy");
      assertThat(again.status()).isEqualTo(200);
    }
  }

  private static void ask(Browser browser, String path) {
    try {
      browser.send("POST /api/previews", of("http://films.example/" + path));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
