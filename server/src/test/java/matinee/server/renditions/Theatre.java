package matinee.server.renditions;

import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import matinee.server.Config.UploadLimits;
import matinee.server.audit.AuditTrail;
import matinee.server.library.Film;
import matinee.server.library.FilmBytes;
import matinee.server.library.Films;
import matinee.server.library.Intake;
import matinee.server.library.Uploader;
import matinee.server.renditions.Renditions.Crew;
import matinee.server.sql.Database;

/// A server with a library and whoever makes renditions of its films, if anybody does.
final class Theatre implements AutoCloseable {
  private static final String ORIGIN = "192.0.2.1";
  private static final Duration WITHIN = Duration.ofMinutes(2);
  private static final UploadLimits LIMITS =
      new UploadLimits(1L << 30, 1L << 40, 1L << 40, Duration.ofDays(1));

  private final Path folder;
  private final Films films;
  private final Renditions renditions;

  Theatre(Path folder, Database database, Optional<Crew> crew) throws IOException {
    this.folder = folder;
    var trail = new AuditTrail(database, head -> "signed " + head);
    var chance = new SecureRandom();
    var clock = InstantSource.system();
    films = new Films(folder.resolve("films"), database, trail, LIMITS, chance, clock);
    renditions = Renditions.of(films, database, crew, chance, clock);
  }

  /// One at once, with as much memory as usual.
  static Optional<Crew> crew() {
    return crew(Renditions.MEMORY_BYTES);
  }

  static Optional<Crew> crew(long memoryBytes) {
    return Optional.of(new Crew(programs(), 1, memoryBytes));
  }

  static Programs programs() {
    return Programs.find(System.getenv("PATH")).orElseThrow();
  }

  Film upload(Path file) throws IOException {
    return upload(Files.readAllBytes(file));
  }

  Film upload(byte[] bytes) throws IOException {
    var stream = new ByteArrayInputStream(bytes);
    var intake =
        films
            .arrivals()
            .take(
                new Uploader.Guest(ORIGIN),
                "film",
                new FilmBytes(stream, OptionalLong.of(bytes.length)),
                ORIGIN);
    return ((Intake.Taken) intake).film();
  }

  /// How `film` stands when nothing is done with it any more.
  Progress ended(Film film) {
    return await()
        .atMost(WITHIN)
        .until(
            () -> renditions.progress(film),
            it -> it.state() == State.READY || it.state() == State.FAILED);
  }

  Renditions renditions() {
    return renditions;
  }

  String read(Film film, String piece) throws IOException {
    return Files.readString(renditions.file(film, piece).orElseThrow().file());
  }

  /// The folders of renditions that there are.
  List<Path> places() throws IOException {
    try (var places = Files.list(folder.resolve("renditions"))) {
      return places.toList();
    }
  }

  /// Every file that was made of films.
  List<Path> made() throws IOException {
    try (var files = Files.walk(folder.resolve("renditions"))) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  @Override
  public void close() {
    renditions.close();
    films.close();
  }
}
