package matinee.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import matinee.server.audit.Entry;
import matinee.server.sql.Database;
import matinee.server.sql.TestPostgres;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/// `./matinee audit`, in a process of its own as people start it.
final class AuditTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  @TempDir private Path folder;

  /// What a process said, and with what it ended.
  private record Said(int status, String text) {}

  private Said audit(String database, String... words) throws Exception {
    var arguments = new ArrayList<String>(List.of("audit"));
    arguments.addAll(List.of(words));
    arguments.addAll(List.of("--data=" + folder, "--database=" + database));
    try (var process = MatineeProcess.run(arguments)) {
      var text = process.end();
      return new Said(process.status(), text);
    }
  }

  private void record(String address) throws IOException {
    try (var database = Database.open(address, (_, _) -> {})) {
      var storage = new Config.Storage(folder, address, Optional.empty());
      var trail = Secrets.trail(database, Secrets.secret(storage, database, new SecureRandom()));
      for (int i = 1; i <= 3; i++) {
        trail.record(
            Entry.of(
                NOON, "ann", "account.rename", "ann", "192.0.2.1", Map.of("after", "Ann " + i)),
            _ -> true);
      }
    }
  }

  @Test
  @Tag("D-10")
  void says_how_far_it_goes_prints_it_and_names_the_first_entry_at_fault() throws Exception {
    for (var address :
        List.of(folder.resolve("matinee.db").toString(), TestPostgres.newDatabase())) {
      record(address);

      var whole = audit(address, "verify");
      var lines = audit(address, "export").text().lines().toList();
      tamper(address);
      var broken = audit(address, "verify");

      assertThat(whole.text()).startsWith("3 entries, each as it was made.");
      assertThat(whole.status()).isZero();
      assertThat(lines).hasSize(3);
      var second = JsonMapper.shared().readTree(lines.get(1));
      assertThat(second.path("seq").asInt()).isEqualTo(2);
      assertThat(second.path("at").asString()).isEqualTo("2026-11-23T12:00:00Z");
      assertThat(second.path("details").asString()).isEqualTo("{\"after\":\"Ann 2\"}");
      assertThat(broken.text()).contains("broken at entry 2: it is not as it was made");
      assertThat(broken.status()).isEqualTo(1);
    }
  }

  private static void tamper(String address) {
    try (var database = Database.open(address, (_, _) -> {})) {
      int changed =
          database.write(
              session ->
                  session
                      .statement("update audit_entry set actor = 'jonas' where seq = 2")
                      .executeUpdate());
      assertThat(changed).isEqualTo(1);
    }
  }

  @Test
  @Tag("D-10")
  void a_database_that_was_put_back_is_found_with_the_head_that_was_noted() throws Exception {
    var file = folder.resolve("matinee.db");
    record(file.toString());
    var before = Files.readAllBytes(file);
    record(file.toString());
    var noted = audit(file.toString(), "verify").text().lines().toList().getLast();

    Files.write(file, before);

    assertThat(audit(file.toString(), "verify").status()).isZero();
    assertThat(audit(file.toString(), "verify", "--head=" + noted).text())
        .contains("broken at entry 4: it went as far as 6 once");
  }

  @Test
  void what_is_no_word_and_no_head_is_refused_with_what_to_write() throws Exception {
    var file = folder.resolve("matinee.db").toString();

    assertThat(audit(file, "verfy").text()).contains("write audit verify, or audit export");
    assertThat(audit(file, "verify", "--head=17").text()).contains("--head: '17' is none");
  }
}
