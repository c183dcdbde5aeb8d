package matinee.server.renditions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import matinee.server.background.PeriodicTask;
import matinee.server.background.PeriodicTask.Pauses;
import matinee.server.library.Film;
import matinee.server.library.Films;
import matinee.server.renditions.RenditionRows.Task;
import matinee.server.renditions.Renditions.Crew;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where renditions are made: one thread looks into films that are new, and as many as are to work
/// at once make what is wanted of them. What breaks off is tried again, [#RETRIES] times; what is
/// stopped with the server is not counted, and begun anew by whoever is there next.
final class Workshop implements AutoCloseable {
  static final int RETRIES = 2;
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Workshop.class);

  /// A film that was fetched to be read by ffmpeg; it is not one of the files that are served.
  private static final String FETCHED = "fetched";

  private final Films films;
  private final Path folder;
  private final RenditionRows rows;
  private final Runner runner;
  private final Prober prober;
  private final Maker maker;
  private final Claims claims;
  private final List<PeriodicTask> workers = new ArrayList<>();

  Workshop(Films films, Path folder, RenditionRows rows, Crew crew, Claims claims) {
    this.films = films;
    this.folder = folder;
    this.rows = rows;
    this.claims = claims;
    runner = new Runner(crew.programs());
    prober = new Prober(runner);
    maker = new Maker(runner, crew.memoryBytes(), System::nanoTime);
    workers.add(worker("rendition-probe", this::probeAll));
    for (int i = 0; i < crew.atOnce(); i++) {
      workers.add(worker("rendition-" + i, this::makeAll));
    }
  }

  /// On platform threads: see [Runner].
  private static PeriodicTask worker(String name, PeriodicTask.Round round) {
    return new PeriodicTask(
        Thread.ofPlatform().name(name).daemon(),
        Pauses.after(LOOKS_EVERY),
        round,
        e -> LOG.warn("could not see to renditions", e));
  }

  private void probeAll() throws InterruptedException {
    rows.gather();
    for (var job = claims.take(Task.PROBE); job.isPresent(); job = claims.take(Task.PROBE)) {
      during(job.get(), this::probe);
    }
  }

  private void makeAll() throws InterruptedException {
    for (var job = claims.take(Task.MAKE); job.isPresent(); job = claims.take(Task.MAKE)) {
      during(job.get(), this::make);
    }
  }

  @FunctionalInterface
  private interface Work {
    Optional<Failure> on(Job job, Source source, Path place)
        throws IOException, InterruptedException;
  }

  /// Does `work` in a folder of its own, which stays only if it succeeds.
  private void during(Job job, Work work) throws InterruptedException {
    if (job.attempts() > RETRIES + 1) {
      rows.fail(job, Failure.BROKEN_OFF);
      claims.giveBack(job);
      return;
    }
    var place = folder.resolve(job.folder());
    try {
      var film = films.find(job.film());
      if (film.isEmpty()) {
        rows.fail(job, Failure.UNREADABLE);
        return;
      }
      Files.createDirectories(place);
      var source = new Source(atHand(film.get(), place), film.get().format());
      var failure = work.on(job, source, place);
      Files.deleteIfExists(place.resolve(FETCHED));
      if (failure.isPresent()) {
        remove(place);
        judge(job, failure.get());
      }
    } catch (InterruptedException e) {
      remove(place);
      rows.again(job, false);
      throw e;
    } catch (IOException e) {
      LOG.warn("renditions of {} broke off", job.film().value(), e);
      remove(place);
      judge(job, Failure.BROKEN_OFF);
    } finally {
      claims.giveBack(job);
    }
  }

  /// The file of `film`, which is fetched into `place` if it lies elsewhere.
  private Path atHand(Film film, Path place) throws IOException {
    var file = films.file(film);
    if (file.isPresent()) {
      return file.get();
    }
    var fetched = place.resolve(FETCHED);
    try (var bytes = films.read(film, 0, film.sizeBytes())) {
      Files.copy(bytes, fetched);
    }
    return fetched;
  }

  private void judge(Job job, Failure failure) {
    boolean isHopeless =
        switch (failure) {
          case UNREADABLE, UNKNOWN_CODEC, TOO_MUCH, TOO_SLOW -> true;
          case OUT_OF_MEMORY, NO_SPACE, BROKEN_OFF -> false;
        };
    if (isHopeless || job.attempts() > RETRIES) {
      LOG.info("no renditions of {}: {}", job.film().value(), failure);
      rows.fail(job, failure);
    } else {
      rows.again(job, true);
    }
  }

  private Optional<Failure> probe(Job job, Source source, Path place)
      throws IOException, InterruptedException {
    return switch (prober.probe(source, place)) {
      case Prober.Found(var probe) -> {
        remove(place);
        rows.probed(job, probe);
        yield Optional.empty();
      }
      case Prober.Refused(var failure) -> Optional.of(failure);
    };
  }

  private Optional<Failure> make(Job job, Source source, Path place)
      throws IOException, InterruptedException {
    var probe = job.probe().orElseThrow();
    var failure = maker.make(source, probe, place, share -> claims.note(job, share));
    if (failure.isEmpty() && !rows.ready(job)) {
      remove(place);
    }
    return failure;
  }

  /// Removes what is left in `folder` of work that nobody knows of any more.
  static void clear(Path folder, RenditionRows rows) throws IOException {
    try (var found = Files.list(folder)) {
      var places = found.toList();
      var known = rows.folders();
      places.stream()
          .filter(it -> !known.contains(String.valueOf(it.getFileName())))
          .forEach(Workshop::remove);
    }
  }

  /// Removes the folder at `place`, if there is one, with what is in it.
  static void remove(Path place) {
    if (!Files.exists(place)) {
      return;
    }
    try (var files = Files.walk(place)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("removing renditions", e);
    }
  }

  @Override
  public void close() {
    runner.stop();
    workers.forEach(PeriodicTask::finish);
    claims.close();
  }
}
