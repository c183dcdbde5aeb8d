package matinee.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// `./dev bench bucket`: how long a film beyond 4 GB takes into a server, and from there into a
/// bucket of S3; how much memory the server takes for that; and whether each byte comes back that
/// is read in ranges.
///
/// The bucket is S3Mock's, on the same disk, which is to have room for the film three times.
/// `--megabytes=N` is for another size than 4,500, `--reads=N` for other than 1,000.
public final class Bucket {
  private static final int PIECE = 32 << 20;
  private static final int MAX_READ = 20_000;
  private static final double MB = 1e6;
  private static final long SEED = 20_261_126;

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI server;
  private final SparseFilm film;

  private Bucket(int port, SparseFilm film) {
    this.server = URI.create("http://127.0.0.1:" + port);
    this.film = film;
  }

  public static void main(String[] arguments) throws Exception {
    var repository = Path.of(arguments[0]).toAbsolutePath();
    var words = new Words(arguments);
    var film = new SparseFilm((long) (words.number("megabytes", 4_500) * MB));
    int reads = words.number("reads", 1_000);
    try (var scratch = Scratch.make()) {
      if (Files.getFileStore(scratch.folder()).getUsableSpace() < 4 * film.size()) {
        throw new IOException(scratch.folder() + " has too little room: see TMPDIR");
      }
      try (var bucket = S3Mock.start(scratch.resolve("bucket"));
          var matinee = started(repository, scratch.resolve("data"), bucket)) {
        new Bucket(matinee.target().httpPort(), film).measure(matinee, reads);
      }
    }
  }

  private static MatineeProcess started(Path repository, Path data, S3Mock bucket)
      throws IOException {
    return MatineeProcess.start(
        repository,
        MatineeProcess.freePort(),
        data,
        List.of("--store=" + bucket.store(), "--renditions=0"),
        Map.of("AWS_ACCESS_KEY_ID", "id", "AWS_SECRET_ACCESS_KEY", "secret"));
  }

  private void measure(MatineeProcess matinee, int reads) throws IOException, InterruptedException {
    long before = matinee.process().residentBytes();
    var upload = begun();
    long start = System.nanoTime();
    for (long at = 0; at < film.size() - 1; at += PIECE) {
      send(upload, at, (int) Math.min(PIECE, film.size() - 1 - at));
    }
    long sent = System.nanoTime();
    finish(upload);
    long kept = System.nanoTime();
    long most = matinee.process().mostResidentBytes();
    try (var watched = WatchedFilm.of(matinee.target(), Http.field(state(upload), "film"))) {
      int wrong = wrong(watched.path(), reads);
      System.out.printf(
          "| %,.0f MB | into the server %.0f s, %,.0f MB/s | from there into the bucket %.0f s,"
              + " %,.0f MB/s | resident %.0f MB before, %.0f at most | %,d ranges, %d wrong |%n",
          film.size() / MB,
          (sent - start) / 1e9,
          film.size() / MB / ((sent - start) / 1e9),
          (kept - sent) / 1e9,
          film.size() / MB / ((kept - sent) / 1e9),
          before / MB,
          most / MB,
          reads,
          wrong);
    }
  }

  private HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(server.resolve(path)).header("Tus-Resumable", "1.0.0");
  }

  private String begun() throws IOException, InterruptedException {
    var question =
        to("/api/uploads")
            .header("Upload-Length", Long.toString(film.size()))
            .header("Upload-Metadata", "filename YS5mbGFj") // a.flac
            .POST(BodyPublishers.noBody());
    var answer = http.send(question.build(), BodyHandlers.ofString());
    return checked(answer, 201).headers().firstValue("Location").orElseThrow();
  }

  private void send(String upload, long at, int length) throws IOException, InterruptedException {
    checked(http.send(patch(upload, at, length), BodyHandlers.discarding()), 204);
  }

  private HttpRequest patch(String upload, long at, int length) {
    return to(upload)
        .header("Upload-Offset", Long.toString(at))
        .header("Content-Type", "application/offset+octet-stream")
        .method("PATCH", BodyPublishers.ofByteArray(film.bytes(at, length)))
        .build();
  }

  /// Sends the last byte, and asks again until the film is stored, as a page does: the connection
  /// is cut where the answer takes long. Throws `IOException` when the bucket is away.
  private void finish(String upload) throws IOException, InterruptedException {
    try {
      send(upload, film.size() - 1, 1);
    } catch (IOException e) {
      if (!(e.getCause() instanceof EOFException)) {
        throw e;
      }
    }
    while (!state(upload).contains("\"offsetBytes\":" + film.size())) {
      Thread.sleep(200);
    }
  }

  private String state(String upload) throws IOException, InterruptedException {
    return checked(http.send(to(upload).build(), BodyHandlers.ofString()), 200).body();
  }

  /// How many of so many ranges are not what was sent.
  private int wrong(String path, int reads) throws IOException, InterruptedException {
    var chance = new Random(SEED);
    int wrong = 0;
    for (int i = 0; i < reads; i++) {
      int length = 1 + chance.nextInt(MAX_READ);
      long first = film.nearIsland(chance, length);
      var range = "bytes=%d-%d".formatted(first, first + length - 1);
      var question = HttpRequest.newBuilder(server.resolve(path)).header("Range", range).build();
      var answer = checked(http.send(question, BodyHandlers.ofByteArray()), 206);
      wrong += Arrays.equals(answer.body(), film.bytes(first, length)) ? 0 : 1;
    }
    return wrong;
  }

  private static <T> HttpResponse<T> checked(HttpResponse<T> answer, int status)
      throws IOException {
    if (answer.statusCode() != status) {
      throw new IOException(answer.request() + " was answered by " + answer.statusCode());
    }
    return answer;
  }
}
