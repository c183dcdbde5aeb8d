package matinee.server.previews;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import matinee.server.fetching.Roads;
import matinee.server.fetching.Site;
import matinee.server.fetching.WebAddress;
import matinee.server.previews.Preview.Why;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What addresses are said to be, by a site that answers whatever a test wants.
final class PreviewsTest {
  private static final String HLS = "application/vnd.apple.mpegurl";
  private static final String VOD =
      """
      #EXTM3U
      #EXT-X-TARGETDURATION:10
      #EXTINF:9.009,
      one.ts
      #EXTINF:9.009,a title, with a comma
      two.ts
      #EXTINF:3
      three.ts
      #EXT-X-ENDLIST
      """;
  private static final String MASTER =
      """
      #EXTM3U
      #EXT-X-MEDIA:TYPE=AUDIO,GROUP-ID="a",NAME="English",URI="sound.m3u8"
      #EXT-X-STREAM-INF:BANDWIDTH=1280000,AUDIO="a"
      # the small one
      small/film.m3u8
      #EXT-X-STREAM-INF:BANDWIDTH=7680000,AUDIO="a"
      large/film.m3u8
      """;

  private final Roads roads = new Roads().name("films.example", Roads.PUBLIC);
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
  private final Previews previews = new Previews(roads.fetcher(), now::get);

  /// What stands at `path`, of the type `type` (none if empty).
  private record There(String type, byte[] bytes) {
    static There text(String type, String text) {
      return new There(type, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /// Has `there` at their paths, and nothing else.
  private static Site.Script with(Map<String, There> there) {
    return (request, out) -> {
      var path = request.replaceFirst("(?s)GET ([^ ]*).*", "$1");
      var found = there.get(path);
      if (found == null) {
        Site.says("HTTP/1.1 404 Not Found\nContent-Length: 0\n\n").answer(request, out);
        return;
      }
      var type = found.type().isEmpty() ? "" : "Content-Type: " + found.type() + "\n";
      var head = "HTTP/1.1 200 OK\n%sContent-Length: %d\n\n".formatted(type, found.bytes().length);
      Site.says(head).answer(request, out);
      out.write(found.bytes());
    };
  }

  private Preview look(String path) throws InterruptedException {
    return look(previews, "anna", path);
  }

  private static Preview look(Previews previews, String person, String path)
      throws InterruptedException {
    return previews.of(person, WebAddress.parse("http://films.example" + path).orElseThrow());
  }

  private Preview look(String path, There there) throws IOException, InterruptedException {
    try (var site = new Site(with(Map.of(path, there)))) {
      roads.at(Roads.PUBLIC, site);
      return look(path);
    }
  }

  private static Preview film(String type, String title) {
    return new Preview.Film(type, title, Optional.empty());
  }

  private static Preview page(String title) {
    return new Preview.Page(Optional.of(title));
  }

  @Test
  void a_film_is_known_by_its_first_bytes_whatever_its_server_calls_it() throws Exception {
    var mp4 = new byte[2_000];
    System.arraycopy(
        "\0\0\0\u0018ftypisom\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1), 0, mp4, 0, 16);
    var webm =
        "\u001a\u0045\u00df\u00a3\u009fB\u0082\u0084webm".getBytes(StandardCharsets.ISO_8859_1);

    assertThat(look("/a/The%20General_1926.mp4", new There("text/html", mp4)))
        .isEqualTo(film("video/mp4", "The General 1926"));
    assertThat(look("/%zz.webm", new There("", webm))).isEqualTo(film("video/webm", "%zz"));
    assertThat(look("/", new There("video/mp4", mp4)))
        .isEqualTo(film("video/mp4", "films.example"));
  }

  @Test
  void of_a_stream_that_names_all_of_the_film_its_length_is_told() throws Exception {
    assertThat(look("/film.m3u8", There.text(HLS, VOD)))
        .isEqualTo(new Preview.Film(HLS, "film", Optional.of(Duration.ofMillis(21_018))));
    assertThat(look("/live.m3u8", There.text(HLS, VOD.replace("#EXT-X-ENDLIST\n", ""))))
        .isEqualTo(film(HLS, "live"));
    assertThat(look("/days.m3u8", There.text(HLS, VOD.replace("EXTINF:3", "EXTINF:999999"))))
        .isEqualTo(film(HLS, "days"));
  }

  @Test
  void of_a_stream_in_several_sizes_the_length_of_the_first_is_told() throws Exception {
    try (var site =
        new Site(
            with(
                Map.of(
                    "/f/master.m3u8", There.text("", MASTER),
                    "/f/small/film.m3u8", There.text("", VOD))))) {
      roads.at(Roads.PUBLIC, site);

      var preview = look("/f/master.m3u8");

      assertThat(preview)
          .isEqualTo(new Preview.Film(HLS, "master", Optional.of(Duration.ofMillis(21_018))));
      assertThat(site.visits()).isEqualTo(2);
    }
  }

  @Test
  void a_stream_that_names_itself_is_read_twice_and_not_again() throws Exception {
    try (var site =
        new Site(with(Map.of("/m.m3u8", There.text("", MASTER.replace("small/film", "/m")))))) {
      roads.at(Roads.PUBLIC, site);

      assertThat(look("/m.m3u8")).isEqualTo(film(HLS, "m"));
      assertThat(site.visits()).isEqualTo(2);
    }
  }

  @Test
  void of_a_stream_without_end_the_beginning_is_read_and_no_length_told() throws Exception {
    try (var site =
        new Site(
            (_, out) -> {
              Site.says("HTTP/1.1 200 OK\n\n#EXTM3U\n").answer("", out);
              while (true) {
                out.write("#EXTINF:9,\nx.ts\n".getBytes(StandardCharsets.US_ASCII));
              }
            })) {
      roads.at(Roads.PUBLIC, site);

      assertThat(look("/film.m3u8")).isEqualTo(film(HLS, "film"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "type=\"static\" mediaPresentationDuration=\"PT1H2M3.5S\",3723500",
    "type=\"static\" mediaPresentationDuration=\"P0Y0M0DT0H0M9S\",9000",
    "mediaPresentationDuration=\"PT9S\",9000",
    "type=\"dynamic\" mediaPresentationDuration=\"PT9S\",",
    "type=\"static\" mediaPresentationDuration=\"P1Y\",",
    "type=\"static\",",
  })
  void a_manifest_of_dash_tells_how_long_its_film_is(String attributes, Long lengthMs)
      throws Exception {
    var manifest =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE MPD [<!ENTITY a SYSTEM "http://127.0.0.1/">]>
        <!-- made by hand -->
        <MPD xmlns="urn:mpeg:dash:schema:mpd:2011" %s>
          <BaseURL>&a;</BaseURL>
        </MPD>
        """
            .formatted(attributes);

    assertThat(look("/film.mpd", There.text("text/plain", manifest)))
        .isEqualTo(
            new Preview.Film(
                "application/dash+xml",
                "film",
                Optional.ofNullable(lengthMs).map(Duration::ofMillis)));
  }

  @Test
  void a_page_is_called_as_it_calls_itself_to_other_programs() throws Exception {
    var page =
        """
        <!doctype html><html><head><title>Watch | Site</title>
        <meta property="og:title" content=" Nosferatu&#10; &amp; <b>friends</b>\u202e ">
        </head><body><title>no</title></body></html>
        """;
    var html = "text/html; charset=utf-8";

    assertThat(look("/1", There.text(html, page))).isEqualTo(page("Nosferatu & <b>friends</b>"));
    assertThat(look("/2", There.text(html, page.replace("og:title", "og:image"))))
        .isEqualTo(page("Watch | Site"));
    assertThat(look("/3", There.text("", "\n<!DOCTYPE html><p>Nothing")))
        .isEqualTo(new Preview.Page(Optional.empty()));
    assertThat(look("/4", There.text(html, "<title>" + "ä".repeat(100_000))))
        .isEqualTo(page("ä".repeat(200)));
  }

  @ParameterizedTest
  @CsvSource({
    "windows-1251,text/html;charset=\"Windows-1251\",",
    "windows-1251,text/html,windows-1251",
    "UTF-8,text/html,",
    "UTF-8,text/html;charset=utf-8,windows-1251",
    "UTF-8,text/html;charset=no-such-thing,",
    "UTF-8,text/html;charset=%,",
    "shift_jis,application/xhtml+xml,shift_jis",
  })
  void a_page_is_read_in_the_charset_that_is_named(String charset, String type, String meta)
      throws Exception {
    var named = meta == null ? "" : "<meta charset=\"" + meta + "\">";
    var text = "<html><head>" + named + "<title>Броненосец</title></head></html>";

    assertThat(look("/", new There(type, text.getBytes(Charset.forName(charset)))))
        .isEqualTo(page("Броненосец"));
  }

  @Test
  void a_page_of_a_hundred_thousand_elements_within_each_other_has_its_title() throws Exception {
    var deep = "<title>Deep</title>" + "<div>".repeat(100_000);

    assertThat(look("/", There.text("text/html", deep))).isEqualTo(page("Deep"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"image/png", "application/json", "text/plain", "application/zip", ""})
  void whatever_else_there_is_is_neither_film_nor_page(String type) throws Exception {
    assertThat(look("/", There.text(type, "{\"film\":\"<html>\"}"))).isEqualTo(new Preview.Other());
  }

  @ParameterizedTest
  @CsvSource({
    "401,NOT_ALLOWED",
    "403,NOT_ALLOWED",
    "404,NOT_FOUND",
    "410,NOT_FOUND",
    "429,NO_ANSWER",
    "500,NO_ANSWER"
  })
  void a_site_that_gives_nothing_is_taken_at_its_word(int status, Why why) throws Exception {
    try (var site =
        new Site(Site.says("HTTP/1.1 %d No\nContent-Length: 0\n\n".formatted(status)))) {
      roads.at(Roads.PUBLIC, site);

      assertThat(look("/film.mp4")).isEqualTo(new Preview.Unread(why));
    }
  }

  @Test
  @Tag("M-11")
  void nothing_is_reached_inside_that_a_stream_or_a_page_outside_names() throws Exception {
    try (var inner = new Site(Site.says("HTTP/1.1 200 OK\nContent-Length: 0\n\n"))) {
      var going = new Previews(roads.fetcher(inner.port()), now::get);
      var inside = "http://127.0.0.1:" + inner.port() + "/";
      var there = new TreeMap<String, There>();
      there.put("/variant.m3u8", There.text(HLS, MASTER.replace("small/film.m3u8", inside)));
      there.put("/redirected.m3u8", There.text(HLS, MASTER.replace("small/film.m3u8", "/on")));
      there.put("/sound.m3u8", There.text(HLS, MASTER.replace("sound.m3u8", inside)));
      there.put("/segment.m3u8", There.text(HLS, VOD.replace("one.ts", inside)));
      there.put(
          "/key.m3u8",
          There.text(
              HLS, VOD.replace("10\n", "10\n#EXT-X-KEY:METHOD=AES-128,URI=\"" + inside + "\"\n")));
      there.put(
          "/map.m3u8",
          There.text(HLS, VOD.replace("10\n", "10\n#EXT-X-MAP:URI=\"" + inside + "\"\n")));
      there.put(
          "/page",
          There.text(
              "text/html",
              """
              <title>Out</title><base href="%1$s"><meta property="og:image" content="%1$s">
              <meta http-equiv="refresh" content="0;url=%1$s"><link rel="icon" href="%1$s">
              <img src="%1$s"><iframe src="%1$s"></iframe><script src="%1$s"></script>
              """
                  .formatted(inside)));
      there.put("/film.mpd", There.text("", "<MPD><BaseURL>" + inside + "</BaseURL></MPD>"));
      try (var site =
          new Site(
              (request, out) -> {
                var script = request.startsWith("GET /on ") ? Site.leadsTo(inside) : with(there);
                script.answer(request, out);
              })) {
        roads.at(Roads.PUBLIC, site);
        var found = new TreeMap<String, Class<?>>();
        for (var path : there.keySet()) {
          found.put(path, look(going, "anna", path).getClass());
        }

        var film = Preview.Film.class;
        assertThat(found)
            .isEqualTo(
                Map.of(
                    "/variant.m3u8", film,
                    "/redirected.m3u8", film,
                    "/sound.m3u8", film,
                    "/segment.m3u8", film,
                    "/key.m3u8", film,
                    "/map.m3u8", film,
                    "/page", Preview.Page.class,
                    "/film.mpd", film));
        assertThat(roads.wanted).containsOnly(Roads.PUBLIC);
        assertThat(inner.visits()).isZero();
      }
    }
  }

  @Test
  void an_address_inside_is_not_told_from_one_where_nobody_is() throws Exception {
    roads.name("inner.example", "10.1.2.3");
    var answers =
        List.of(
            previews.of("anna", WebAddress.parse("http://inner.example/").orElseThrow()),
            previews.of("anna", WebAddress.parse("http://nobody.example/").orElseThrow()));

    assertThat(answers)
        .containsExactly(new Preview.Unread(Why.NO_ANSWER), new Preview.Unread(Why.NO_ANSWER));
  }

  @Test
  void what_was_told_is_remembered_for_five_minutes_for_who_asked() throws Exception {
    try (var site = new Site(with(Map.of("/film.m3u8", There.text(HLS, VOD))))) {
      roads.at(Roads.PUBLIC, site);
      look("/film.m3u8");
      now.set(Instant.EPOCH.plusSeconds(300));
      look("/film.m3u8");
      assertThat(site.visits()).isEqualTo(1);

      look(previews, "ben", "/film.m3u8");
      assertThat(site.visits()).isEqualTo(1);

      now.set(Instant.EPOCH.plusSeconds(301));
      look("/film.m3u8");
      assertThat(site.visits()).isEqualTo(1);
    }
  }

  @Test
  void of_more_than_five_hundred_the_oldest_is_forgotten() throws Exception {
    try (var site = new Site(Site.says("HTTP/1.1 200 OK\nContent-Length: 7\n\n#EXTM3U"))) {
      roads.at(Roads.PUBLIC, site);
      for (int i = 0; i <= 500; i++) {
        look("/" + i);
      }
      assertThat(site.visits()).isEqualTo(501);

      look("/1");
      assertThat(site.visits()).isZero();
      look("/0");
      assertThat(site.visits()).isEqualTo(1);
    }
  }

  @Test
  void what_could_not_be_read_is_read_again() throws Exception {
    try (var site = new Site(with(Map.of()))) {
      roads.at(Roads.PUBLIC, site);
      look("/film.mp4");
    }

    assertThat(look("/film.mp4", There.text(HLS, VOD)).getClass()).isEqualTo(Preview.Film.class);
  }
}
