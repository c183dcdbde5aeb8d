package matinee.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Requests that are not HTTP, or that two readers might understand differently: each is refused
/// and its connection closed, and nothing that stands behind it is taken for a request.
final class BadHttpTest {
  private static final String HOST = "Host: a\r\n";
  private static final String NEXT = "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n";

  @TempDir static Path data;
  private static House house;

  private record Case(String name, int status, String request) {
    @Override
    public String toString() {
      return name;
    }
  }

  @BeforeAll
  static void start() throws Exception {
    house = new House(data);
  }

  @AfterAll
  static void stop() throws Exception {
    house.close();
  }

  private static Case line(String name, String line) {
    return new Case(name, 400, line + "\r\n" + HOST + "\r\n");
  }

  private static Case path(String path) {
    return line("path " + path, "GET " + path + " HTTP/1.1");
  }

  private static Case fields(String name, String fields) {
    return new Case(name, 400, "POST /api/rooms HTTP/1.1\r\n" + HOST + fields + "\r\n{}\r\n");
  }

  private static Case chunks(String name, String body) {
    var head =
        "POST /api/rooms HTTP/1.1\r\n"
            + HOST
            + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
    return new Case(name, 400, head + body);
  }

  static Stream<Case> lines() {
    return Stream.of(
        line("no version", "GET /"),
        line("version 0.9", "GET / HTTP/0.9"),
        line("version 1.2", "GET / HTTP/1.2"),
        line("version 2.0", "PRI * HTTP/2.0"),
        line("version in lower case", "GET / http/1.1"),
        line("two spaces", "GET  / HTTP/1.1"),
        line("a tab", "GET\t/ HTTP/1.1"),
        line("a space in the path", "GET /a b HTTP/1.1"),
        line("a space before", " GET / HTTP/1.1"),
        line("method in lower case", "get / HTTP/1.1"),
        line("method with NUL", "G\0T / HTTP/1.1"),
        line("absolute URI", "GET http://127.0.0.1/ HTTP/1.1"),
        line("authority", "CONNECT example.org:443 HTTP/1.1"),
        line("asterisk", "OPTIONS * HTTP/1.1"),
        line("no target", "GET HTTP/1.1"),
        line("nothing", ""),
        line("not HTTP", "\u0016\u0003\u0001\u0002\u0000\u0001"));
  }

  static Stream<Case> paths() {
    return Stream.of(
        path("/.."),
        path("/../secret"),
        path("/assets/../../secret"),
        path("/./secret"),
        path("/assets/."),
        path("/%2e%2e/secret"),
        path("/%2E%2e/secret"),
        path("/.%2e/secret"),
        path("/assets/%2e%2e%2fsecret"),
        path("/..%2fsecret"),
        path("/..%5csecret"),
        path("/..\\secret"),
        path("/secret%00.js"),
        path("/a%0d%0aSet-Cookie:x"),
        path("/a\0b"),
        path("/a\u007fb"),
        path("/a%"),
        path("/a%2"),
        path("/a%zz"),
        path("/a#b"));
  }

  static Stream<Case> heads() {
    return Stream.of(
        fields("folded line", "X-A: a\r\n b\r\n"),
        fields("folded line by tab", "X-A: a\r\n\tb\r\n"),
        fields("first line folded", " X-A: a\r\n"),
        fields("NUL in a value", "X-A: a\0b\r\n"),
        fields("NUL in a name", "X\0A: a\r\n"),
        fields("control character", "X-A: a\u0001b\r\n"),
        fields("lone CR", "X-A: a\rb\r\n"),
        fields("lone LF", "X-A: a\nX-B: b\r\n"),
        fields("space before the colon", "X-A : a\r\n"),
        fields("space in a name", "X A: a\r\n"),
        fields("no colon", "X-A\r\n"),
        fields("no name", ": a\r\n"),
        fields("two hosts", HOST),
        new Case("no host", 400, "GET / HTTP/1.1\r\n\r\n"),
        fields("length and chunked", "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n"),
        fields("chunked and length", "Transfer-Encoding: chunked\r\nContent-Length: 2\r\n"),
        fields("two lengths", "Content-Length: 2\r\nContent-Length: 3\r\n"),
        fields("two equal lengths", "Content-Length: 2\r\nContent-Length: 2\r\n"),
        fields("lengths in a list", "Content-Length: 2, 2\r\n"),
        fields("length with a sign", "Content-Length: +2\r\n"),
        fields("length below zero", "Content-Length: -2\r\n"),
        fields("length in hexadecimal", "Content-Length: 0x2\r\n"),
        fields("length without end", "Content-Length: 99999999999999999999\r\n"),
        fields("length that is empty", "Content-Length:\r\n"),
        fields("unknown coding", "Transfer-Encoding: xchunked\r\n"),
        fields("chunked not last", "Transfer-Encoding: chunked, identity\r\n"),
        fields("chunked twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n"),
        fields("compressed coding", "Transfer-Encoding: gzip, chunked\r\n"),
        fields("coding with a control", "Transfer-Encoding: \u000bchunked\r\n"),
        new Case(
            "chunked in 1.0",
            400,
            "POST /api/rooms HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"));
  }

  static Stream<Case> large() {
    return Stream.of(
        new Case("a field of 100 KB", 431, head("X-A: " + "a".repeat(100_000) + "\r\n")),
        new Case("a name of 100 KB", 431, head("a".repeat(100_000) + ": a\r\n")),
        new Case("10,000 fields", 431, head("X-A: a\r\n".repeat(10_000))),
        new Case("a line of 100 KB", 414, "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\n" + HOST));
  }

  private static String head(String fields) {
    return "GET / HTTP/1.1\r\n" + HOST + fields + "\r\n";
  }

  static Stream<Case> bodies() {
    return Stream.of(
        chunks("no number", "zz\r\n{}\r\n0\r\n\r\n"),
        chunks("below zero", "-2\r\n{}\r\n0\r\n\r\n"),
        chunks("with 0x", "0x2\r\n{}\r\n0\r\n\r\n"),
        chunks("empty size", "\r\n{}\r\n0\r\n\r\n"),
        chunks("more than a long", "fffffffffffffffff\r\n{}\r\n0\r\n\r\n"),
        chunks("more than an int", "100000000\r\n{}\r\n0\r\n\r\n"),
        chunks("longer than its size", "1\r\n{}\r\n0\r\n\r\n"),
        chunks("a space for a line's end", "2 {}\r\n0\r\n\r\n"));
  }

  @ParameterizedTest
  @MethodSource({"lines", "paths", "heads", "large"})
  void is_refused_and_closed(Case bad) throws Exception {
    try (var http = new RawHttp(house.port())) {
      sendAsFarAsItIsRead(http, bad.request() + NEXT);

      var answer = http.answer(false);

      assertThat(answer.status()).isEqualTo(bad.status());
      assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(http.isClosed()).isTrue();
    }
    assertThat(house.get("/health/live").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void a_body_in_bad_chunks_is_cut_off_and_does_nothing(Case bad) throws Exception {
    try (var http = new RawHttp(house.port())) {
      sendAsFarAsItIsRead(http, bad.request() + NEXT);

      assertThat(http.isClosed()).isTrue();
    }
    assertThat(house.get("/health/live").status()).isEqualTo(200);
  }

  static Stream<String> good() {
    return Stream.of(
        "GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /health/live?a=%2e%2e%2f%00 HTTP/1.1\r\nHost: a\r\n\r\n",
        "GET /health/live HTTP/1.0\r\n\r\n",
        "GET /health/live HTTP/1.1\r\nhost:a\r\nX-A:\r\nX-B: \u00e9 a\tb \r\n\r\n",
        "GET /health/live HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}",
        "GET /health/live HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n");
  }

  @ParameterizedTest
  @MethodSource("good")
  void what_is_unusual_but_clear_is_answered(String request) throws Exception {
    try (var http = new RawHttp(house.port())) {
      send(http, request);

      assertThat(http.answer(false).status()).isEqualTo(200);
    }
  }

  private static void sendAsFarAsItIsRead(RawHttp http, String request) {
    try {
      send(http, request);
    } catch (IOException _) {
      // the server has refused it before its end
    }
  }

  private static void send(RawHttp http, String request) throws IOException {
    http.write(request.getBytes(StandardCharsets.ISO_8859_1));
  }
}
