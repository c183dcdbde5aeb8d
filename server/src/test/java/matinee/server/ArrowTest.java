package matinee.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Which part of the program may know which other: every arrow that is not in the table is a
/// mistake.
final class ArrowTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("matinee");

  /// The packages of the server that each package may use. `matinee.server` itself, the composition
  /// root, may use all, and its [Config] may be read by all.
  private static final Map<String, Set<String>> ARROWS =
      Map.ofEntries(
          Map.entry("background", Set.of()),
          Map.entry("sql", Set.of("background")),
          Map.entry("accounts", Set.of("background", "sql", "audit")),
          Map.entry("portraits", Set.of("accounts", "background", "sql", "audit")),
          Map.entry("people", Set.of("accounts", "background", "sql", "audit")),
          Map.entry("conversations", Set.of("people", "accounts", "background", "sql")),
          Map.entry("regions", Set.of()),
          Map.entry("journal", Set.of("sql", "audit")),
          Map.entry("fanout", Set.of()),
          Map.entry("load", Set.of("background")),
          Map.entry("audit", Set.of("sql")),
          Map.entry("immudb", Set.of("audit", "background")),
          Map.entry("bus", Set.of("background", "sql", "journal")),
          Map.entry("rooms", Set.of("background", "journal", "fanout", "bus")),
          Map.entry(
              "access", Set.of("background", "rooms", "journal", "sql", "regions", "accounts")),
          Map.entry("places", Set.of("journal", "accounts", "audit", "sql")),
          Map.entry("invitations", Set.of("places", "journal", "accounts", "audit", "sql")),
          Map.entry("whereabouts", Set.of("people", "journal", "accounts", "background", "sql")),
          Map.entry("viewings", Set.of("whereabouts", "journal", "accounts", "background", "sql")),
          Map.entry("screenings", Set.of("rooms", "journal", "accounts", "background", "sql")),
          Map.entry("subtitles", Set.of("journal", "accounts", "sql")),
          Map.entry("tracker", Set.of("journal", "background", "sql")),
          Map.entry("relays", Set.of()),
          Map.entry("supplies", Set.of("library", "rooms", "journal", "background", "sql")),
          Map.entry("listing", Set.of("journal", "background", "sql")),
          Map.entry("stores", Set.of()),
          Map.entry("fetching", Set.of()),
          Map.entry("previews", Set.of("fetching", "library")),
          Map.entry("library", Set.of("stores", "accounts", "background", "sql", "audit")),
          Map.entry("renditions", Set.of("library", "background", "sql")),
          Map.entry("titles", Set.of("library", "text", "accounts", "sql", "audit")),
          Map.entry("text", Set.of()),
          Map.entry("cards", Set.of()),
          Map.entry("chat", Set.of("text", "rooms", "journal", "sql")),
          Map.entry(
              "socket",
              Set.of("access", "accounts", "rooms", "journal", "fanout", "whereabouts", "load")),
          Map.entry(
              "http",
              Set.of(
                  "accounts",
                  "people",
                  "portraits",
                  "conversations",
                  "whereabouts",
                  "audit",
                  "background",
                  "places",
                  "invitations",
                  "listing",
                  "viewings",
                  "screenings",
                  "subtitles",
                  "tracker",
                  "relays",
                  "supplies",
                  "access",
                  "library",
                  "renditions",
                  "titles",
                  "fetching",
                  "previews",
                  "cards",
                  "stores",
                  "chat",
                  "rooms",
                  "journal",
                  "telemetry",
                  "sql",
                  "load",
                  "mail",
                  "regions",
                  "moving")),
          Map.entry("moving", Set.of("background", "regions", "access", "rooms", "journal", "sql")),
          Map.entry("mail", Set.of("sql", "background")),
          Map.entry("trace", Set.of("rooms", "journal")),
          Map.entry("clock", Set.of("sql", "rooms")),
          Map.entry(
              "telemetry",
              Set.of(
                  "clock", "rooms", "socket", "sql", "fanout", "load", "mail", "immudb", "stores",
                  "tracker")));

  private static String part(String packageName) {
    return packageName.replaceAll("^matinee\\.server\\.?", "");
  }

  @Test
  void a_part_of_the_server_knows_only_the_parts_that_it_stands_on() {
    var wrong = new TreeSet<String>();
    for (var type : CLASSES) {
      var from = part(type.getPackageName());
      if (!type.getPackageName().startsWith("matinee.server.")) {
        continue;
      }
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        var target = dependency.getTargetClass();
        var to = part(target.getPackageName());
        if (target.getPackageName().startsWith("matinee.server.")
            && !to.equals(from)
            && !ARROWS.getOrDefault(from, Set.of()).contains(to)) {
          wrong.add(from + " -> " + to + ": " + dependency.getDescription());
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void of_the_root_only_the_configuration_is_known() {
    var wrong = new TreeSet<String>();
    for (var type : CLASSES) {
      if (type.getPackageName().startsWith("matinee.server.")) {
        for (var dependency : type.getDirectDependenciesFromSelf()) {
          var target = dependency.getTargetClass();
          if (target.getPackageName().equals("matinee.server")
              && !target.getName().startsWith(Config.class.getName())) {
            wrong.add(dependency.getDescription());
          }
        }
      }
    }

    assertThat(wrong).isEmpty();
  }

  @Test
  void the_core_knows_no_clock_no_files_no_network_no_threads_and_no_chance() {
    noClasses()
        .that()
        .resideInAnyPackage("matinee.room..", "matinee.wire..", "matinee.sync..", "matinee.host..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("java.io..")
                .or(resideInAPackage("java.nio.file.."))
                .or(resideInAPackage("java.net.."))
                .or(resideInAPackage("java.util.concurrent.."))
                .or(resideInAPackage("matinee.server..")))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Random.class)
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .check(CLASSES);
  }

  @Test
  void accounts_and_friends_know_nothing_of_rooms() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "matinee.server.accounts..",
            "matinee.server.portraits..",
            "matinee.server.people..",
            "matinee.server.conversations..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "matinee.room..",
            "matinee.wire..",
            "matinee.sync..",
            "matinee.server.rooms..",
            "matinee.server.places..")
        .check(CLASSES);
  }

  @Test
  void the_rules_of_a_room_know_nothing_but_themselves() {
    noClasses()
        .that()
        .resideInAPackage("matinee.room..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("matinee.wire..", "matinee.sync..", "matinee.host..")
        .check(CLASSES);
  }
}
