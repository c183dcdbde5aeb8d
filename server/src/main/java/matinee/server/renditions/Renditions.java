package matinee.server.renditions;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import matinee.server.library.Film;
import matinee.server.library.FilmId;
import matinee.server.library.Films;
import matinee.server.library.Uploader;
import matinee.server.renditions.Probe.Track;
import matinee.server.sql.Database;
import matinee.server.sql.Session;

/// What is made of the films of the library so that they play everywhere: HLS in several sizes, in
/// a folder each. Several servers share the work by the database; where there is no ffmpeg, or a
/// server is told to make nothing, only what others made is found here. Blocks. Safe for use by any
/// thread.
public final class Renditions implements AutoCloseable {
  /// The address space that ffmpeg gets, in bytes.
  static final long MEMORY_BYTES = 3L << 30;

  private static final Pattern NAME =
      Pattern.compile(
          "(master|[va][0-9]{1,4})\\.m3u8|[va][0-9]{1,4}_(init\\.mp4|[0-9]{5,7}\\.m4s)"
              + "|poster\\.jpg|thumbnails\\.vtt|sheet_[0-9]\\.jpg|s[0-9]{1,2}\\.(vtt|ass)|f[0-9]{1,2}\\.font");

  private final Path folder;
  private final RenditionRows rows;
  private final Optional<Workshop> workshop;

  private Renditions(Path folder, RenditionRows rows, Optional<Workshop> workshop) {
    this.folder = folder;
    this.rows = rows;
    this.workshop = workshop;
  }

  /// Those of `films`, of which at most `atOnce` are made here at once.
  public static Renditions of(
      Films films, Database database, int atOnce, RandomGenerator chance, InstantSource clock)
      throws IOException {
    var programs =
        atOnce == 0
            ? Optional.<Programs>empty()
            : Programs.find(System.getenv().getOrDefault("PATH", ""));
    return of(
        films, database, programs.map(it -> new Crew(it, atOnce, MEMORY_BYTES)), chance, clock);
  }

  /// By what they are made, how many at once, and how much address space each may take.
  record Crew(Programs programs, int atOnce, long memoryBytes) {}

  static Renditions of(
      Films films,
      Database database,
      Optional<Crew> crew,
      RandomGenerator chance,
      InstantSource clock)
      throws IOException {
    var folder = films.folderOfRenditions();
    var rows = new RenditionRows(database);
    if (!database.isShared()) {
      rows.giveAllBack();
    }
    if (crew.isPresent()) {
      Workshop.clear(Files.createDirectories(folder), rows);
    }
    return new Renditions(
        folder,
        rows,
        crew.map(it -> new Workshop(films, folder, rows, it, new Claims(rows, chance, clock))));
  }

  /// Nothing tells any more of films here that `gone` uploaded them, from `session`'s transaction
  /// on.
  public static void forget(Session session, Uploader gone) throws SQLException {
    RenditionRows.forget(session, gone);
  }

  /// The folder of what is made of the film called `film`, if somebody has begun.
  public Optional<Path> folder(FilmId film) {
    return rows.find(film).map(it -> folder.resolve(it.folder()));
  }

  /// Nothing is made of `film` any more from `session`'s transaction on. Whoever is still at it
  /// finds that, and leaves nothing; what is left in the folder is removed afterwards, see
  /// [#remove], or at a later start.
  public static void forget(Session session, FilmId film) throws SQLException {
    RenditionRows.remove(session, film);
  }

  /// Removes what was made in `folder` of a film that there is no more.
  public static void remove(Path folder) {
    Workshop.remove(folder);
  }

  /// How long a film lasts, when that is known, and whether there is a poster of it.
  public record Sight(OptionalLong lengthMs, boolean hasPoster) {}

  /// What can be seen of each of `films`, in one go.
  public Map<FilmId, Sight> sights(Collection<FilmId> films) {
    var sights = new HashMap<FilmId, Sight>();
    rows.find(films)
        .forEach(
            (film, row) ->
                sights.put(
                    film,
                    new Sight(
                        row.progress().probe().stream().mapToLong(Probe::lengthMs).findFirst(),
                        Files.isRegularFile(
                            folder.resolve(row.folder()).resolve(Pictures.POSTER),
                            NOFOLLOW_LINKS))));
    return sights;
  }

  /// The poster of the film called `film`, a JPEG, if there is one.
  public Optional<Path> poster(FilmId film) {
    return folder(film)
        .map(it -> it.resolve(Pictures.POSTER))
        .filter(it -> Files.isRegularFile(it, NOFOLLOW_LINKS));
  }

  /// How `film` stands.
  public Progress progress(Film film) {
    var row = rows.find(film.id());
    if (row.isEmpty()) {
      return workshop.isPresent() ? Progress.NEW : Progress.NONE;
    }
    var progress = row.get().progress();
    if (progress.state() == State.READY
        && !Files.exists(folder.resolve(row.get().folder()).resolve(MasterPlaylist.NAME))) {
      rows.lost(film.id());
      return progress(film);
    }
    return progress;
  }

  /// Whether players may begin with what is made of `film`: all is there, or what is missing comes
  /// sooner than they want it.
  public boolean isPlayable(Film film) {
    return file(film, MasterPlaylist.NAME).isPresent();
  }

  /// A file of the renditions of `film`, and what tells its version from others.
  public record Made(Path file, long sizeBytes, String version, String contentType) {}

  /// The file that is called `name` among the renditions of `film`, if it is there. It is whole.
  public Optional<Made> file(Film film, String name) {
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    return rows.find(film.id())
        .map(it -> folder.resolve(it.folder()).resolve(name))
        .filter(it -> Files.isRegularFile(it, NOFOLLOW_LINKS))
        .map(Renditions::made);
  }

  /// A track of subtitles of a film: whether it is text, and by which name [#file] gives it, if it
  /// is there.
  public record Words(Track track, boolean isText, Optional<String> file) {}

  /// Those that `film` holds, which `probe` says; others may come as long as its renditions are not
  /// ready.
  public List<Words> subtitles(Film film, Probe probe) {
    var place = rows.find(film.id()).map(it -> folder.resolve(it.folder()));
    return IntStream.range(0, probe.subtitles().size())
        .mapToObj(
            number -> {
              var name = Subtitles.file(probe, number);
              var file = name.filter(it -> place.filter(in -> isThere(in, it)).isPresent());
              return new Words(probe.subtitles().get(number), name.isPresent(), file);
            })
        .toList();
  }

  /// The names by which [#file] gives the fonts that the subtitles of `film` are drawn by.
  public List<String> fonts(Film film) {
    return folder(film.id()).map(Fonts::in).orElse(List.of());
  }

  private static boolean isThere(Path place, String name) {
    return Files.isRegularFile(place.resolve(name), NOFOLLOW_LINKS);
  }

  private static Made made(Path file) {
    try {
      var name = String.valueOf(file.getFileName());
      long size = Files.size(file);
      var changed = Files.getLastModifiedTime(file).toMillis();
      return new Made(file, size, name + "-" + size + "-" + changed, contentType(name));
    } catch (IOException e) {
      throw new UncheckedIOException("looking at a rendition", e);
    }
  }

  private static String contentType(String name) {
    return switch (name.substring(name.lastIndexOf('.'))) {
      case ".m3u8" -> "application/vnd.apple.mpegurl";
      case ".jpg" -> "image/jpeg";
      case ".ass" -> "text/plain; charset=utf-8";
      case ".font" -> "application/octet-stream";
      case ".vtt" -> "text/vtt; charset=utf-8";
      default -> "video/mp4";
    };
  }

  @Override
  public void close() {
    workshop.ifPresent(Workshop::close);
  }
}
