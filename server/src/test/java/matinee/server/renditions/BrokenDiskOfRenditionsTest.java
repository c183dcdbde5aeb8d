package matinee.server.renditions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import matinee.server.http.FailingCalls;
import matinee.server.sql.Database;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// ffmpeg makes renditions while a call of the disk fails, by strace.
@EnabledIf("matinee.server.http.FailingCalls#isPossible")
final class BrokenDiskOfRenditionsTest {
  @TempDir private static Path shared;
  private static Path film;
  private static Map<String, String> whole;
  @TempDir private Path folder;

  @BeforeAll
  static void make() throws Exception {
    film = new FilmFiles(shared.resolve("sent")).silent();
    whole = made(film, shared.resolve("whole"), Theatre.crew());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write:error=EIO:when=2",
        "write:error=ENOSPC:when=3",
        "write:error=ENOSPC:when=5",
        "openat:error=EMFILE:when=70+",
        "rename:error=EIO:when=1",
      })
  @Tag("F-19")
  void all_of_a_film_is_made_or_nothing_is_left(String injection) throws Exception {
    var found = made(film, folder.resolve("found"), failing(injection));

    assertThat(Files.readString(log())).contains("(INJECTED)");
    assertThat(found).isIn(whole, Map.of());
  }

  /// What `crew` makes of `film`: the names of the files, and their sums. Nothing but that is there
  /// when it is at its end.
  private static Map<String, String> made(Path film, Path place, Optional<Renditions.Crew> crew)
      throws Exception {
    Files.createDirectory(place);
    try (var database = Database.open(place.resolve("matinee.db").toString(), (_, _) -> {});
        var theatre = new Theatre(place, database, crew)) {
      var state = theatre.ended(theatre.upload(film)).state();
      assertThat(theatre.places()).hasSize(state == State.READY ? 1 : 0);
      var sums = new TreeMap<String, String>();
      for (var file : theatre.made()) {
        var sum = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        sums.put(file.getFileName().toString(), HexFormat.of().formatHex(sum));
      }
      return sums;
    }
  }

  private Path log() {
    return folder.resolve("strace.log");
  }

  /// A crew whose ffmpeg fails as `injection` says, as strace has it.
  private Optional<Renditions.Crew> failing(String injection) throws Exception {
    var programs = Theatre.programs();
    var call = injection.substring(0, injection.indexOf(':'));
    var script =
        """
        #!/bin/sh
        exec %s -f -qq -A -o %s -e trace=%s -e inject=%s %s "$@"
        """
            .formatted(FailingCalls.program(), log(), call, injection, programs.ffmpeg());
    var wrapped = Files.writeString(folder.resolve("ffmpeg"), script);
    Files.setPosixFilePermissions(wrapped, PosixFilePermissions.fromString("rwx------"));
    return Optional.of(
        new Renditions.Crew(
            new Programs(
                wrapped,
                programs.ffprobe(),
                programs.prlimit(),
                programs.setpriv(),
                programs.nice(),
                List.of()), // strace does not run where it has no user
            1,
            Renditions.MEMORY_BYTES));
  }
}
