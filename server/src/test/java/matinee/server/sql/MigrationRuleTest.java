package matinee.server.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A migration leaves servers of the version before it at work, for they are replaced one after the
/// other: it adds what they need not know of, and takes away, renames and rewrites nothing.
@Tag("D-04")
final class MigrationRuleTest {
  private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");

  /// The last one from before there was this rule.
  private static final int BEFORE_THE_RULE = 10;

  /// Which table a new unique index is on: one that the same migration makes, and nobody writes to.
  private static final Pattern UNIQUE_INDEX =
      Pattern.compile("create unique index \\w+ on (\\w+) .*");

  private static final List<Pattern> ADDING =
      List.of(
          Pattern.compile("create table .*"),
          Pattern.compile("create index .*"),
          // What whoever does not know of it leaves out.
          Pattern.compile("alter table \\w+ add column (?!.* not null(?!.* default )).*"),
          // They are made anew from the events.
          Pattern.compile("delete from snapshot"));

  /// The statements of `migration` for which servers at work would not be ready.
  private static List<String> disturbing(String migration) {
    var text = migration.replaceAll("--[^\n]*", "").toLowerCase(Locale.ROOT);
    var statements = Stream.of(text.split(";")).map(it -> it.strip().replaceAll("\\s+", " "));
    return statements.filter(it -> !it.isEmpty() && !isHarmless(it, text)).toList();
  }

  private static boolean isHarmless(String statement, String migration) {
    var unique = UNIQUE_INDEX.matcher(statement);
    return unique.matches()
        ? migration.contains("create table " + unique.group(1))
        : ADDING.stream().anyMatch(it -> it.matcher(statement).matches());
  }

  @Test
  void no_migration_disturbs_servers_of_the_version_before() throws IOException {
    var disturbing = new ArrayList<String>();
    try (var files = Files.list(MIGRATIONS)) {
      for (var file : files.toList()) {
        var name = file.getFileName().toString();
        if (Integer.parseInt(name.substring(1, name.indexOf("__"))) > BEFORE_THE_RULE) {
          disturbing(Files.readString(file)).forEach(it -> disturbing.add(name + ": " + it));
        }
      }
    }

    assertThat(disturbing).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-- why\ncreate table later (\n  id text primary key);\ncreate unique index a on later (id);",
        "create index b on event (at_ms);",
        "alter table node add column c integer not null default 1;",
        "alter table node add column d text;",
        "delete from snapshot;",
      })
  void what_only_adds_is_taken(String migration) {
    assertThat(disturbing(migration)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "drop table film;",
        "alter table film drop column title;",
        "alter table film rename column title to name;",
        "alter table node add column e integer not null;",
        "create unique index f on film (title);",
        "update event set body = replace(body, 'a', 'b');",
        "delete from event;",
      })
  void what_servers_at_work_are_not_ready_for_is_found(String migration) {
    assertThat(disturbing(migration)).hasSize(1);
  }
}
