package matinee.server.immudb;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import matinee.server.audit.AuditTrail;
import matinee.server.audit.Entry;
import matinee.server.audit.Link;
import matinee.server.sql.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What comes into a real immudb of the chain of what was done. Where there is none, `./dev test`
/// leaves these out and says so.
@Tag("immudb")
final class ImmudbCopyTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00.123Z");
  private static final JsonMapper JSON = JsonMapper.shared();

  @TempDir private Path data;
  private Database database;
  private AuditTrail trail;
  private ImmudbServer immudb;
  private int made;

  /// Rounds that ended well, or did not.
  private final BlockingQueue<Boolean> rounds = new LinkedBlockingQueue<>();

  private final ImmudbMeter meter =
      new ImmudbMeter() {
        @Override
        public void copied(int links) {}

        @Override
        public void copying(boolean succeeds) {
          rounds.add(succeeds);
        }
      };

  @BeforeEach
  void open() throws Exception {
    database = Database.open(data.resolve("matinee.db").toString(), (_, _) -> {});
    trail = new AuditTrail(database, head -> "signed " + head);
    immudb = new ImmudbServer(data);
  }

  @AfterEach
  void close() throws Exception {
    immudb.close();
    database.close();
  }

  private void make(int entries) {
    for (int i = 0; i < entries; i++) {
      made++;
      var details = Map.of("name", "Ännchen \uD83C\uDFAC " + made);
      trail.record(
          Entry.of(NOON.plusMillis(made), "ann", "account.change", "", "192.0.2.1", details),
          _ -> true);
    }
  }

  private ImmudbCopy copy() {
    return new ImmudbCopy(trail, immudb.address(), meter);
  }

  /// Waits for a whole round that begins from now on and ends as `succeeds` says.
  private void awaitRound(boolean succeeds) throws InterruptedException {
    rounds.clear();
    var _ = rounds.take(); // it may have begun before
    while (rounds.take() != succeeds) {
      Thread.onSpinWait();
    }
  }

  /// The lines that the immudb has, in the order of their keys; each was written once.
  private List<String> copied() throws Exception {
    var prefix = Base64.getEncoder().encodeToString("matinee/audit/".getBytes(US_ASCII));
    try (var client = HttpClient.newHttpClient()) {
      var session = ask(client, "authorization/session/open", LOGIN).path("sessionID").asString();
      var question = "{\"prefix\":\"" + prefix + "\",\"limit\":1000}";
      var lines = new ArrayList<String>();
      for (var entry : ask(client, "db/scan", question, "sessionid", session).path("entries")) {
        assertThat(entry.path("revision").asString()).isEqualTo("1");
        lines.add(new String(Base64.getDecoder().decode(entry.path("value").asString()), UTF_8));
      }
      return lines;
    }
  }

  private static final String LOGIN =
      "{\"username\":\"immudb\",\"password\":\"immudb\",\"database\":\"defaultdb\"}";

  private JsonNode ask(HttpClient client, String path, String body, String... head)
      throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create(immudb.address().base() + "/api/v2/" + path))
            .POST(BodyPublishers.ofString(body));
    if (head.length > 0) {
      request.headers(head);
    }
    var answer = client.send(request.build(), BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }

  private List<String> done() {
    var lines = new ArrayList<String>();
    for (var page = trail.after(0); !page.isEmpty(); page = trail.after(page.getLast().seq())) {
      lines.addAll(page.stream().map(Link::line).toList());
    }
    return lines;
  }

  @Test
  void everything_that_was_done_comes_there_in_its_order_once() throws Exception {
    make(250);
    try (var _ = copy()) {
      awaitRound(true);
      make(5);
      awaitRound(true);
    }

    assertThat(copied()).hasSize(255).isEqualTo(done());
  }

  @Test
  @Tag("F-30")
  void what_is_done_while_it_is_down_comes_later_and_nothing_waits_for_it() throws Exception {
    try (var _ = copy()) {
      make(10);
      awaitRound(true);
      immudb.stop();
      awaitRound(false);
      make(150);
      awaitRound(false);
      immudb.start();
      awaitRound(true);
    }

    assertThat(copied()).hasSize(160).isEqualTo(done());
  }

  @Test
  void two_servers_that_copy_at_once_copy_everything_once() throws Exception {
    make(500);
    try (var _ = copy();
        var _ = copy()) {
      awaitRound(true);
      make(500);
      awaitRound(true);
      awaitRound(true);
    }

    assertThat(copied()).hasSize(1_000).isEqualTo(done());
  }

  @Test
  void a_chain_that_was_written_anew_is_not_copied_over_the_one_before() throws Exception {
    make(3);
    try (var _ = copy()) {
      awaitRound(true);
    }
    var before = copied();
    database.write(
        session ->
            session.statement("update audit_entry set hash = 'x' where seq = 3").executeUpdate());
    make(2);

    try (var _ = copy()) {
      awaitRound(false);
    }

    assertThat(before).hasSize(3);
    assertThat(copied()).isEqualTo(before);
  }
}
