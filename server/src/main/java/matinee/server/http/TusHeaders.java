package matinee.server.http;

import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import matinee.server.library.Checksum;
import matinee.server.library.Checksum.Algorithm;

/// The header fields in which tus 1.0 says what an upload is about. Methods throw [Refusal] for
/// what is not as it must be.
final class TusHeaders {
  static final String RESUMABLE = "Tus-Resumable";
  static final String VERSION = "1.0.0";
  static final String LENGTH = "Upload-Length";
  static final String OFFSET = "Upload-Offset";
  static final String METADATA = "Upload-Metadata";
  static final String CHECKSUM = "Upload-Checksum";
  static final String EXPIRES = "Upload-Expires";
  static final String CONTENT = "application/offset+octet-stream";
  private static final String NAME = "filename";

  private TusHeaders() {}

  /// The problem with the version of the protocol that is spoken, if there is one.
  static Optional<Problem> wrongVersion(HttpServerRequest request) {
    return VERSION.equals(request.getHeader(RESUMABLE))
        ? Optional.empty()
        : Optional.of(WRONG_VERSION);
  }

  /// The whole number in the field called `name`.
  static long number(HttpServerRequest request, String name) {
    return Optional.ofNullable(request.getHeader(name))
        .filter(text -> text.matches("[0-9]{1,16}"))
        .map(Long::parseLong)
        .orElseThrow(
            () -> new Refusal(Problem.field(name, name + " must be a whole number of bytes.")));
  }

  /// The name of the file in the metadata; empty where none is said.
  static String fileName(HttpServerRequest request) {
    var metadata = Optional.ofNullable(request.getHeader(METADATA)).orElse("");
    for (var pair : metadata.split(",", -1)) {
      var words = pair.strip().split(" ", 2);
      if (words[0].equals(NAME) && words.length == 2) {
        return new String(decoded(METADATA, words[1]), StandardCharsets.UTF_8);
      }
    }
    return "";
  }

  /// The metadata of an upload whose file is called `name`.
  static String metadata(String name) {
    var bytes = name.getBytes(StandardCharsets.UTF_8);
    return NAME + " " + Base64.getEncoder().encodeToString(bytes);
  }

  /// What the bytes of the body must come to, if that is said.
  static Optional<Checksum> checksum(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(CHECKSUM))
        .map(
            text -> {
              var words = text.strip().split(" ", 2);
              var digest = decoded(CHECKSUM, words.length == 2 ? words[1] : "-");
              return new Checksum(algorithm(words[0]), Base64.getEncoder().encodeToString(digest));
            });
  }

  private static Algorithm algorithm(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "sha1" -> Algorithm.SHA1;
      case "sha256" -> Algorithm.SHA256;
      default ->
          throw new Refusal(
              Problem.field(CHECKSUM, CHECKSUM + " must begin with sha1 or sha256 and a space."));
    };
  }

  private static byte[] decoded(String field, String text) {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException _) {
      throw new Refusal(Problem.field(field, field + " must have its value in Base64."));
    }
  }

  private static final Problem WRONG_VERSION =
      new Problem(
          412,
          "tus-version",
          "The request is not of the version of tus that is spoken here.",
          "Send Tus-Resumable: 1.0.0.",
          Map.of(),
          Map.of("Tus-Version", VERSION));
}
