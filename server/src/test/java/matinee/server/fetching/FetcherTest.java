package matinee.server.fetching;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocketFactory;
import matinee.server.TestCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What the server reads at addresses that people name, and where it does not go (M-08 to M-10).
final class FetcherTest {
  private static final int ENOUGH = 1000;
  private static final String HELLO =
      "HTTP/1.1 200 OK\nContent-Type: text/plain\nContent-Length: 5\n\nhello";

  /// Addresses of nobody's but this machine or its network, of no web, or of two meanings.
  private static final List<String> INSIDE =
      List.of(
          "http://127.0.0.1",
          "http://127.0.0.2",
          "http://127.255.255.254",
          "http://0.0.0.0",
          "http://10.1.2.3",
          "http://172.16.0.1",
          "http://172.31.255.255",
          "http://192.168.1.1",
          "http://169.254.169.254",
          "http://100.64.0.1",
          "http://100.100.100.200",
          "http://168.63.129.16",
          "http://192.0.0.8",
          "http://198.18.0.1",
          "http://224.0.0.1",
          "http://255.255.255.255",
          "http://[::1]",
          "http://[::]",
          "http://[::ffff:127.0.0.1]",
          "http://[::ffff:7f00:1]",
          "http://[::127.0.0.1]",
          "http://[64:ff9b::7f00:1]",
          "http://[64:ff9b:1::7f00:1]",
          "http://[2002:7f00:1::]",
          "http://[2001:0:7f00:1::1]",
          "http://[fd00::1]",
          "http://[fe80::1]",
          "http://[ff02::1]",
          "http://[fd00:ec2::254]",
          "http://2130706433",
          "http://017700000001",
          "http://0x7f000001",
          "http://0x7f.0.0.1",
          "http://0177.0.0.1",
          "http://127.1",
          "http://127.0.1",
          "http://0",
          "http://127.0.0.1.",
          "http://１２７.0.0.1",
          "http://127。0。0。1",
          "http://localhost",
          "http://localhost.",
          "http://inner.example",
          "http://inner.example.",
          "http://INNER.example",
          "http://127.0.0.1.nip.example",
          "http://six.example",
          "http://mixed.example",
          "http://mapped.example",
          "http://films.example@127.0.0.1",
          "http://films.example:x@127.0.0.1",
          "http://127.0.0.1\\@films.example",
          "http://[fe80::1%25eth0]",
          "file:///etc/passwd",
          "gopher://127.0.0.1",
          "ftp://127.0.0.1",
          "//127.0.0.1",
          "http:127.0.0.1",
          "http://",
          "http://%31%32%37.0.0.1",
          "http://films.example\r\nHost: 127.0.0.1");

  private final Roads roads = new Roads().name("films.example", Roads.PUBLIC);

  private Fetcher fetcher(Duration time, int... ports) {
    var allowed = new HashSet<>(Set.of(80, 443));
    for (int port : ports) {
      allowed.add(port);
    }
    return new Fetcher(
        roads, (SSLSocketFactory) SSLSocketFactory.getDefault(), new Fetcher.Rules(time, allowed));
  }

  private Outcome fetch(String address, int... ports) throws InterruptedException {
    return fetcher(Duration.ofSeconds(20), ports).fetch("anna", address, ENOUGH);
  }

  private static String text(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Fetched it ->
          "%s %d %s %s%s"
              .formatted(
                  it.address(),
                  it.status(),
                  it.type(),
                  new String(it.bytes(), StandardCharsets.UTF_8),
                  it.isWhole() ? "" : "...");
      case Outcome.Refused it -> it.why().name();
    };
  }

  @Test
  void what_stands_at_a_public_address_is_read_and_nothing_is_told_but_who_we_are()
      throws Exception {
    try (var site = new Site(Site.says(HELLO))) {
      roads.at(Roads.PUBLIC, site);

      var outcome = fetch("HTTP://Films.Example/a b?ü=1#there");

      assertThat(text(outcome))
          .isEqualTo("http://films.example/a%20b?%C3%BC=1 200 text/plain hello");
      assertThat(site.next())
          .isEqualToIgnoringNewLines(
              """
              GET /a%20b?%C3%BC=1 HTTP/1.1
              Host: films.example
              User-Agent: Matinee
              Accept: */*
              Accept-Encoding: identity
              Connection: close

              """);
    }
  }

  @Test
  void nothing_within_is_reached_in_whatever_form_it_is_named() throws Exception {
    roads
        .name("inner.example", "127.0.0.1")
        .name("127.0.0.1.nip.example", "127.0.0.1")
        .name("six.example", "::1")
        .name("mixed.example", Roads.PUBLIC, "10.0.0.1")
        .name("mapped.example", "::ffff:127.0.0.1")
        .name("localhost", "127.0.0.1");
    try (var inner = new Site(Site.says(HELLO))) {
      var reached = new TreeMap<String, String>();
      for (var form : INSIDE) {
        for (var address : List.of(form + ":" + inner.port() + "/", form + "/")) {
          var outcome = text(fetch(address, inner.port()));
          if (!Set.of("NOT_AN_ADDRESS", "NOT_PUBLIC").contains(outcome)) {
            reached.put(address, outcome);
          }
        }
      }

      assertThat(INSIDE).hasSizeGreaterThan(40);
      assertThat(reached).isEmpty();
      assertThat(roads.wanted).isEmpty();
      assertThat(inner.visits()).isZero();
    }
  }

  @Test
  void an_own_address_is_not_read_although_it_is_public() throws Exception {
    try (var inner = new Site(Site.says(HELLO))) {
      roads.at(Roads.PUBLIC, inner).own(Roads.PUBLIC);

      var outcome = fetch("http://films.example/");

      assertThat(text(outcome)).isEqualTo("NOT_PUBLIC");
      assertThat(roads.wanted).isEmpty();
      assertThat(inner.visits()).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {22, 25, 6379, 8080})
  void other_ports_than_those_of_the_web_are_left_alone(int port) throws Exception {
    var outcome = fetch("http://films.example:" + port + "/");

    assertThat(text(outcome)).isEqualTo("NOT_AN_ADDRESS");
    assertThat(roads.wanted).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1,NOT_PUBLIC", "2,NOT_PUBLIC", "3,NOT_PUBLIC", "4,REDIRECTED", "5,REDIRECTED"})
  void a_way_that_leads_inside_at_any_hop_is_not_gone_to_its_end(int hop, String outcome)
      throws Exception {
    try (var inner = new Site(Site.says(HELLO));
        var site = new Site(countingDownTo("http://127.0.0.1:" + inner.port() + "/"))) {
      roads.at(Roads.PUBLIC, site);

      var found = fetch("http://films.example/" + hop, inner.port());

      assertThat(text(found)).isEqualTo(outcome);
      assertThat(inner.visits()).isZero();
      assertThat(roads.wanted).containsOnly(Roads.PUBLIC);
    }
  }

  /// From /3 to /2, to /1, and from there to `end`.
  private static Site.Script countingDownTo(String end) {
    return (request, out) -> {
      int left = Integer.parseInt(request.substring(5, request.indexOf(' ', 5)));
      Site.leadsTo(left == 1 ? end : "/" + (left - 1)).answer(request, out);
    };
  }

  @Test
  void three_redirects_are_followed() throws Exception {
    try (var end = new Site(Site.says(HELLO));
        var site = new Site(countingDownTo("http://end.example/"))) {
      roads.at(Roads.PUBLIC, site).name("end.example", "93.184.216.35").at("93.184.216.35", end);

      var outcome = fetch("http://films.example/3");

      assertThat(text(outcome)).isEqualTo("http://end.example/ 200 text/plain hello");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"file:///etc/passwd", "gopher://films.example/", "http://a@films.example/"})
  void what_leads_to_no_address_of_the_web_is_not_followed(String location) throws Exception {
    try (var site = new Site(Site.leadsTo(location))) {
      roads.at(Roads.PUBLIC, site);

      assertThat(text(fetch("http://films.example/"))).isEqualTo("NOT_AN_ADDRESS");
    }
  }

  @Test
  void a_name_that_means_something_else_a_moment_later_leads_to_what_was_looked_at()
      throws Exception {
    roads.name("moves.example", Roads.PUBLIC).name("moves.example", "127.0.0.1");
    try (var inner = new Site(Site.says(HELLO));
        var site = new Site(Site.leadsTo("http://moves.example:" + inner.port() + "/"))) {
      roads.at(Roads.PUBLIC, site);

      var outcome = fetch("http://moves.example/", inner.port());

      assertThat(text(outcome)).isEqualTo("NOT_PUBLIC");
      assertThat(roads.wanted).containsExactly(Roads.PUBLIC);
      assertThat(inner.visits()).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"films.example,true", "other.example,false"})
  void a_certificate_must_be_of_the_name_that_was_asked_for(String name, boolean isRead)
      throws Exception {
    var tls = TestCertificate.context();
    try (var site = new Site(tls.getServerSocketFactory(), Site.says(HELLO))) {
      roads.at(Roads.PUBLIC, site).name("other.example", Roads.PUBLIC);
      var fetcher = new Fetcher(roads, tls.getSocketFactory(), Fetcher.Rules.USUAL);

      var outcome = fetcher.fetch("anna", "https://" + name + "/", ENOUGH);

      assertThat(text(outcome))
          .isEqualTo(isRead ? "https://films.example/ 200 text/plain hello" : "UNREACHABLE");
    }
  }

  @Test
  void what_is_secure_does_not_lead_to_what_is_not() throws Exception {
    var tls = TestCertificate.context();
    try (var site = new Site(tls.getServerSocketFactory(), Site.leadsTo("http://films.example/"))) {
      roads.at(Roads.PUBLIC, site);
      var fetcher = new Fetcher(roads, tls.getSocketFactory(), Fetcher.Rules.USUAL);

      assertThat(text(fetcher.fetch("anna", "https://films.example/", ENOUGH)))
          .isEqualTo("REDIRECTED");
    }
  }

  @Test
  void of_what_has_no_end_only_the_beginning_is_read() throws Exception {
    try (var site =
        new Site(
            (_, out) -> {
              out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write(new byte[ENOUGH]);
              }
            })) {
      roads.at(Roads.PUBLIC, site);

      var outcome = fetch("http://films.example/");

      assertThat(text(outcome))
          .isEqualTo("http://films.example/ 200  " + "\0".repeat(ENOUGH) + "...");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SSH-2.0-OpenSSH_9.6\n",
        "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: 1\n\nx",
        "HTTP/1.1 200 OK\nContent-Length: 9\n\nshort",
        "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n\nzz\n",
        ""
      })
  void what_is_no_whole_answer_is_not_taken_for_one(String said) throws Exception {
    try (var site = new Site(Site.says(said))) {
      roads.at(Roads.PUBLIC, site);

      assertThat(text(fetch("http://films.example/"))).isEqualTo("BROKEN");
    }
  }

  @Test
  void a_head_without_end_is_not_read_to_its_end() throws Exception {
    try (var site =
        new Site(
            (_, out) -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(StandardCharsets.US_ASCII));
              while (true) {
                out.write("A: b\r\n".getBytes(StandardCharsets.US_ASCII));
              }
            })) {
      roads.at(Roads.PUBLIC, site);

      assertThat(text(fetch("http://films.example/"))).isEqualTo("BROKEN");
    }
  }

  @Test
  void who_does_not_answer_is_given_up() throws Exception {
    var never = new CountDownLatch(1);
    try (var site = new Site((_, _) -> await(never))) {
      roads.at(Roads.PUBLIC, site);

      var outcome = fetcher(Duration.ofMillis(200)).fetch("anna", "http://films.example/", ENOUGH);

      assertThat(text(outcome)).isEqualTo("TOO_SLOW");
    } finally {
      never.countDown();
    }
  }

  @Test
  void nobody_has_more_than_two_read_at_a_time_and_others_are_read_meanwhile() throws Exception {
    var go = new CountDownLatch(1);
    try (var slow =
            new Site(
                (request, out) -> {
                  await(go);
                  Site.says(HELLO).answer(request, out);
                });
        var quick = new Site(Site.says(HELLO))) {
      roads
          .at(Roads.PUBLIC, slow)
          .name("quick.example", "93.184.216.35")
          .at("93.184.216.35", quick);
      var fetcher = fetcher(Duration.ofSeconds(20));
      for (int i = 0; i < 2; i++) {
        Thread.startVirtualThread(() -> ignore(fetcher));
        slow.next();
      }

      var third = fetcher.fetch("anna", "http://quick.example/", ENOUGH);
      var another = fetcher.fetch("ben", "http://quick.example/", ENOUGH);

      assertThat(text(third)).isEqualTo("BUSY");
      assertThat(text(another)).isEqualTo("http://quick.example/ 200 text/plain hello");
    } finally {
      go.countDown();
    }
  }

  private static void ignore(Fetcher fetcher) {
    try {
      fetcher.fetch("anna", "http://films.example/", ENOUGH);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
