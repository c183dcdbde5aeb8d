package matinee.server.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import matinee.server.library.UploadKey;

/// Speaks tus 1.0 to a server, one request after the other, as a test likes.
final class TusClient {
  private static final String VERSION = "Tus-Resumable: 1.0.0";

  private final int port;

  TusClient(int port) {
    this.port = port;
  }

  /// The address of a new upload of `size` bytes.
  String begin(long size) throws IOException {
    return begin(size, "film.webm").header("Location").orElseThrow();
  }

  Answer begin(long size, String name, String... more) throws IOException {
    var head = new ArrayList<>(List.of(more));
    head.add(
        "Upload-Metadata: filename " + Base64.getEncoder().encodeToString(name.getBytes(UTF_8)));
    return ask("POST /api/uploads", "Upload-Length: " + size, head.toArray(String[]::new));
  }

  /// Asks by `line` with a header, unless that is empty, and `more` of them.
  Answer ask(String line, String header, String... more) throws IOException {
    return RawHttp.ask(port, head(line, header, more));
  }

  Answer append(String upload, long offset, byte[] piece, String... more) throws IOException {
    return RawHttp.ask(port, piece, patch(upload, offset, more));
  }

  /// The head of a request that appends to `upload`.
  static String[] patch(String upload, long offset, String... more) {
    var head = new ArrayList<>(List.of(more));
    head.add("Content-Type: application/offset+octet-stream");
    return head("PATCH " + upload, "Upload-Offset: " + offset, head.toArray(String[]::new));
  }

  /// The film that comes in `upload`.
  static String film(String upload) {
    return new UploadKey(upload.substring(upload.lastIndexOf('/') + 1)).film().value();
  }

  /// How many bytes of `upload` are there.
  long offset(String upload) throws IOException {
    return Long.parseLong(ask("HEAD " + upload, "").header("Upload-Offset").orElseThrow());
  }

  /// A header that tells what `piece` must come to.
  static String checksum(String name, String algorithm, byte[] piece) throws Exception {
    var digest = MessageDigest.getInstance(algorithm).digest(piece);
    return "Upload-Checksum: " + name + " " + Base64.getEncoder().encodeToString(digest);
  }

  /// Sends what of `film` is not there yet in pieces of `size` bytes; the last answer.
  Answer goOn(String upload, byte[] film, int size) throws IOException {
    var last = ask("HEAD " + upload, "");
    for (int at = (int) offset(upload); at < film.length; at += size) {
      last = append(upload, at, Arrays.copyOfRange(film, at, Math.min(at + size, film.length)));
    }
    return last;
  }

  private static String[] head(String line, String header, String... more) {
    var head = new ArrayList<String>(List.of(line, VERSION));
    if (!header.isEmpty()) {
      head.add(header);
    }
    head.addAll(List.of(more));
    return head.toArray(String[]::new);
  }
}
