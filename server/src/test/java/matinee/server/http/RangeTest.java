package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Ranges and conditions of RFC 9110, asked of a film of 10,000 bytes and of one of none, over real
/// connections.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class RangeTest {
  private static final int SIZE = 10_000;
  private static final byte[] FILM = Samples.webm(SIZE, 1);
  private static final String BEFORE = "Thu, 01 Jan 1970 00:00:00 GMT";
  private static final String AFTER = "Fri, 01 Jan 2100 00:00:00 GMT";

  private House house;
  private String film;
  private String address;
  private String emptyAddress;

  @BeforeAll
  void shelve(@TempDir Path data) throws Exception {
    house = new House(data);
    film = house.upload("film.webm", FILM).json().path("film").asString();
    address = house.address(film);
    house.shelve("empty", Files.createFile(data.resolve("nothing")));
    emptyAddress = house.address("empty");
  }

  @AfterAll
  void close() throws Exception {
    house.close();
  }

  /// What a request must be answered: `bytes` of the film with `Content-Range: range`.
  private record Case(String range, List<String> more, int status, String answer, byte[] bytes) {

    @Override
    public String toString() {
      return "[" + range + "] " + more + " is answered " + status + " " + answer;
    }
  }

  private static Case part(String range, int first, int last, String... more) {
    var answer = "bytes " + first + "-" + last + "/" + SIZE;
    return new Case(range, List.of(more), 206, answer, Arrays.copyOfRange(FILM, first, last + 1));
  }

  private static Case whole(String range, String... more) {
    return new Case(range, List.of(more), 200, "", FILM);
  }

  private static Case beyond(String range, String... more) {
    return new Case(range, List.of(more), 416, "bytes */" + SIZE, new byte[0]);
  }

  private static Case without(int status, String... more) {
    return new Case("", List.of(more), status, "", new byte[0]);
  }

  static Stream<Case> ranges() {
    return Stream.of(
        whole(""),
        part("bytes=0-0", 0, 0),
        part("bytes=0-", 0, 9_999),
        part("bytes=0-9999", 0, 9_999),
        part("bytes=0-10000", 0, 9_999),
        part("bytes=-1", 9_999, 9_999),
        part("bytes=-500", 9_500, 9_999),
        part("bytes=-10000", 0, 9_999),
        part("bytes=-10001", 0, 9_999),
        part("bytes=9999-9999", 9_999, 9_999),
        part("bytes=9999-", 9_999, 9_999),
        part("bytes=500-999", 500, 999),
        part("bytes=5000-99999", 5_000, 9_999),
        part("bytes=00000000005-00000000009", 5, 9),
        part("bytes=0-9223372036854775807", 0, 9_999),
        part("bytes=0-9223372036854775808", 0, 9_999),
        part("bytes=0-99999999999999999999999999", 0, 9_999),
        part("bytes=-9223372036854775808", 0, 9_999),
        part("bytes=-99999999999999999999999999", 0, 9_999),
        part("BYTES=1-2", 1, 2),
        part("Bytes=1-2", 1, 2),
        part("bytes=1-2,", 1, 2),
        part("bytes=,1-2", 1, 2),
        part("bytes=,,1-2,,", 1, 2),
        part("bytes=1-2 ,\t,", 1, 2),
        part("bytes=1-2", 1, 2, "Accept-Encoding: gzip, br"),
        beyond("bytes=10000-"),
        beyond("bytes=10000-10000"),
        beyond("bytes=10000-20000"),
        beyond("bytes=9223372036854775807-"),
        beyond("bytes=9223372036854775808-"),
        beyond("bytes=9223372036854775808-9223372036854775809"),
        beyond("bytes=99999999999999999999-"),
        beyond("bytes=-0"),
        beyond("bytes=-0,10000-"));
  }

  static Stream<Case> oddRanges() {
    return Stream.of(
        whole("bytes=5-2"),
        whole("bytes="),
        whole("bytes=,"),
        whole("bytes"),
        whole("bytes=-"),
        whole("bytes=--1"),
        whole("bytes=1"),
        whole("bytes=a-b"),
        whole("bytes=0x1-2"),
        whole("bytes=1-2-3"),
        whole("bytes=1 - 2"),
        whole("bytes= 1-2"),
        whole("bytes =1-2"),
        whole("bytes=+1-2"),
        whole("bytes=1.0-2"),
        whole("bytes=1-2;3-4"),
        whole("bytes=0-1,5-2"),
        whole("bytes=0-1, x"),
        whole("lines=1-2"),
        whole("bytes:1-2"),
        whole("none"),
        whole("bytes=1-2", "Range: bytes=3-4"),
        part("bytes=0-99,50-149", 0, 149),
        part("bytes=50-149,0-99", 0, 149),
        part("bytes=0-0,0-0", 0, 0),
        part("bytes=0-9,10000-", 0, 9),
        part("bytes=-0,0-9", 0, 9),
        part("bytes=9990-,-20", 9_980, 9_999),
        part("bytes=0-,-1,1-2,0-9999,9000-", 0, 9_999),
        whole("bytes=0-1,10-11,20-21,30-31,40-41,50-51"),
        whole("bytes=" + "0-0,".repeat(100) + "0-0"),
        whole("bytes=" + everyOther(900)),
        whole("bytes=0-4999,5000-9999"));
  }

  static Stream<Case> conditions() {
    return Stream.of(
        part("bytes=1-2", 1, 2, "If-Range: {etag}"),
        whole("bytes=1-2", "If-Range: \"another\""),
        whole("bytes=1-2", "If-Range: W/{etag}"),
        part("bytes=1-2", 1, 2, "If-Range: {date}"),
        whole("bytes=1-2", "If-Range: " + BEFORE),
        whole("bytes=1-2", "If-Range: " + AFTER),
        whole("bytes=1-2", "If-Range: yesterday"),
        whole("bytes=1-2", "If-Range: {etag}", "If-Range: {etag}"),
        whole("bytes=10000-", "If-Range: \"another\""),
        beyond("bytes=10000-", "If-Range: {etag}"),
        whole("", "If-Range: {etag}"),
        whole("", "If-Match: {etag}"),
        whole("", "If-Match: *"),
        whole("", "If-Match: \"a\", {etag}"),
        without(412, "If-Match: \"another\""),
        without(412, "If-Match: W/{etag}"),
        without(412, "If-Match: nonsense"),
        part("bytes=1-2", 1, 2, "If-Match: {etag}"),
        without(304, "If-None-Match: {etag}"),
        without(304, "If-None-Match: W/{etag}"),
        without(304, "If-None-Match: *"),
        without(304, "If-None-Match: \"a,b\", {etag}"),
        whole("", "If-None-Match: \"another\""),
        whole("", "If-None-Match: nonsense"),
        part("bytes=1-2", 1, 2, "If-None-Match: \"another\""),
        without(304, "If-Modified-Since: {date}"),
        without(304, "If-Modified-Since: " + AFTER),
        without(304, "If-Modified-Since: Friday, 01-Jan-38 00:00:00 GMT"),
        without(304, "If-Modified-Since: Fri Jan  1 00:00:00 2100"),
        whole("", "If-Modified-Since: " + BEFORE),
        whole("", "If-Modified-Since: yesterday"),
        whole("", "If-Modified-Since: " + AFTER, "If-None-Match: \"another\""),
        whole("", "If-Unmodified-Since: {date}"),
        without(412, "If-Unmodified-Since: " + BEFORE),
        whole("", "If-Unmodified-Since: yesterday"),
        whole("", "If-Unmodified-Since: " + BEFORE, "If-Match: {etag}"),
        without(412, "If-None-Match: {etag}", "If-Match: \"another\""));
  }

  /// So many bytes alone, none beside another.
  private static String everyOther(int count) {
    return IntStream.range(0, count)
        .map(at -> 2 * at)
        .mapToObj(at -> at + "-" + at)
        .collect(Collectors.joining(","));
  }

  @Test
  @Tag("M-04")
  void ten_thousand_ranges_are_more_than_a_head_may_have() throws Exception {
    var answer = house.get(address, "Range: bytes=" + everyOther(10_000));

    assertThat(answer.status()).isEqualTo(431);
  }

  @ParameterizedTest
  @MethodSource({"ranges", "oddRanges", "conditions"})
  @Tag("M-04")
  void a_film_is_served_as_asked(Case asked) throws Exception {
    var etag = "\"" + film + "\"";
    var date = house.ask("HEAD " + address).header("Last-Modified").orElseThrow();
    var head =
        Stream.concat(
                asked.range.isEmpty() ? Stream.of() : Stream.of("Range: " + asked.range),
                asked.more.stream())
            .map(header -> header.replace("{etag}", etag).replace("{date}", date))
            .toArray(String[]::new);

    var answer = house.get(address, head);

    assertThat(answer.status()).isEqualTo(asked.status);
    assertThat(answer.header("Content-Range").orElse("")).isEqualTo(asked.answer);
    assertThat(answer.header("Content-Encoding")).isEmpty();
    if (asked.status < 300) {
      assertThat(answer.body()).isEqualTo(asked.bytes);
      assertThat(answer.header("Content-Length")).hasValue(Integer.toString(asked.bytes.length));
      assertThat(answer.header("Content-Type")).hasValue("video/webm");
    }
    if (asked.status < 400) {
      assertThat(answer.header("ETag")).hasValue(etag);
      assertThat(answer.header("Last-Modified")).hasValue(date);
      assertThat(answer.header("Accept-Ranges")).hasValue("bytes");
      assertThat(answer.header("Cache-Control")).hasValue("private, max-age=3600");
    }
  }

  @ParameterizedTest
  @MethodSource("parts")
  @Tag("M-04")
  void several_ranges_come_as_parts_in_the_order_asked_for(String range, List<Span> spans)
      throws Exception {
    var answer = house.get(address, "Range: " + range);

    assertThat(answer.status()).isEqualTo(206);
    assertThat(answer.header("Content-Range")).isEmpty();
    var type = answer.header("Content-Type").orElseThrow();
    assertThat(type).startsWith("multipart/byteranges; boundary=");
    assertThat(latin(answer.body()))
        .isEqualTo(multipart(type.substring(type.indexOf('=') + 1), spans));
  }

  static Stream<Object[]> parts() {
    return Stream.of(
        new Object[] {"bytes=0-0,-1", List.of(new Span(0, 0), new Span(9_999, 9_999))},
        new Object[] {"bytes=500-599, 10-19", List.of(new Span(500, 599), new Span(10, 19))},
        new Object[] {"bytes=0-9,20-29,5-14,10000-", List.of(new Span(0, 14), new Span(20, 29))},
        new Object[] {
          "bytes=0-1,10-11,20-21,30-31,-2",
          List.of(
              new Span(0, 1),
              new Span(10, 11),
              new Span(20, 21),
              new Span(30, 31),
              new Span(9_998, 9_999))
        },
        new Object[] {
          "bytes=0-9,20-29,40-49,60-69,80-89,5-24",
          List.of(new Span(0, 29), new Span(40, 49), new Span(60, 69), new Span(80, 89))
        });
  }

  private static String multipart(String boundary, List<Span> spans) {
    var text = new StringBuilder();
    for (var span : spans) {
      text.append("\r\n--").append(boundary).append("\r\nContent-Type: video/webm\r\n");
      text.append("Content-Range: ").append(span.contentRange(SIZE)).append("\r\n\r\n");
      text.append(latin(Arrays.copyOfRange(FILM, (int) span.first(), (int) span.last() + 1)));
    }
    return text + "\r\n--" + boundary + "--\r\n";
  }

  private static String latin(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1);
  }

  @ParameterizedTest
  @MethodSource("headCases")
  void head_tells_everything_and_ignores_ranges(int status, String header) throws Exception {
    var answer = house.ask("HEAD " + address, header.replace("{etag}", "\"" + film + "\""));

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Range")).isEmpty();
    assertThat(answer.body()).isEmpty();
    if (status == 200) {
      assertThat(answer.header("Content-Length")).isEqualTo(Optional.of("10000"));
      assertThat(answer.header("Accept-Ranges")).hasValue("bytes");
    }
  }

  static Stream<Object[]> headCases() {
    return Stream.of(
        new Object[] {200, "Accept: */*"},
        new Object[] {200, "Range: bytes=0-0"},
        new Object[] {200, "Range: bytes=10000-"},
        new Object[] {304, "If-None-Match: {etag}"},
        new Object[] {412, "If-Match: \"another\""});
  }

  @ParameterizedTest
  @MethodSource("emptyCases")
  void an_empty_film_has_no_range(String range, int status) throws Exception {
    var answer = house.get(emptyAddress, "Range: " + range);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Range"))
        .isEqualTo(status == 416 ? Optional.of("bytes */0") : Optional.empty());
  }

  static Stream<Object[]> emptyCases() {
    return Stream.of(
        new Object[] {"bytes=0-0", 416},
        new Object[] {"bytes=0-", 416},
        new Object[] {"bytes=-1", 200},
        new Object[] {"bytes=-0", 416},
        new Object[] {"bytes=1-0", 200},
        new Object[] {"lines=0-0", 200});
  }

  @Test
  void ten_thousand_ranges_are_refused_as_a_head_too_large() throws Exception {
    var range = new StringBuilder("Range: bytes=0-0");
    for (int i = 1; i < 10_000; i++) {
      range.append(',').append(i).append('-').append(i);
    }

    var answer = house.get(address, range.toString());

    assertThat(answer.status()).isEqualTo(431);
  }

  @Test
  void a_connection_serves_one_range_after_another() throws Exception {
    try (var http = new RawHttp(house.port())) {
      for (int i = 0; i < 20; i++) {
        http.send(new byte[0], "GET " + address, "Range: bytes=" + i + "-" + i);

        assertThat(http.answer(false).body()).containsExactly(FILM[i]);
      }
    }
  }
}
