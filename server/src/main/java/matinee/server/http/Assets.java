package matinee.server.http;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The files of the built page by their path, read once: what is not among them does not exist,
/// whatever a path looks like. `X.gz` and `X.br` are forms of `X`.
record Assets(Map<String, Asset> byPath) {
  private static final String HASHED = "/assets/";
  private static final int HASH_BYTES = 12;
  private static final Map<String, String> CODINGS = Map.of(".br", "br", ".gz", "gzip");
  private static final Map<String, String> TYPES =
      Map.ofEntries(
          Map.entry("html", "text/html; charset=utf-8"),
          Map.entry("js", "text/javascript; charset=utf-8"),
          Map.entry("css", "text/css; charset=utf-8"),
          Map.entry("json", "application/json"),
          Map.entry("webmanifest", "application/manifest+json"),
          Map.entry("txt", "text/plain; charset=utf-8"),
          Map.entry("svg", "image/svg+xml"),
          Map.entry("png", "image/png"),
          Map.entry("webp", "image/webp"),
          Map.entry("ico", "image/x-icon"),
          Map.entry("woff2", "font/woff2"),
          Map.entry("wasm", "application/wasm"));

  Assets {
    byPath = Map.copyOf(byPath);
  }

  /// Everything in `folder` of a type that a page has; nothing when there is no such folder.
  static Assets in(Path folder) throws IOException {
    Map<String, Asset> assets = new HashMap<>();
    if (Files.isDirectory(folder)) {
      try (var files = Files.walk(folder)) {
        for (var file : files.filter(Files::isRegularFile).toList()) {
          var type = TYPES.get(extension(file));
          if (type != null) {
            var path = "/" + folder.relativize(file).toString().replace('\\', '/');
            assets.put(path, asset(file, type, path.startsWith(HASHED)));
          }
        }
      }
    }
    return new Assets(assets);
  }

  /// A page of its own, which is asked for anew.
  static Asset document(String html) {
    var bytes = html.getBytes(StandardCharsets.UTF_8);
    var forms = Map.of(Asset.IDENTITY, Buffer.buffer(bytes));
    return new Asset("text/html; charset=utf-8", hash(bytes), false, forms);
  }

  Optional<Asset> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static Asset asset(Path file, String type, boolean immutable) throws IOException {
    var plain = Files.readAllBytes(file);
    Map<String, Buffer> forms = new HashMap<>();
    forms.put(Asset.IDENTITY, Buffer.buffer(plain));
    for (var coding : CODINGS.entrySet()) {
      var coded = file.resolveSibling(file.getFileName() + coding.getKey());
      if (Files.isRegularFile(coded)) {
        forms.put(coding.getValue(), Buffer.buffer(Files.readAllBytes(coded)));
      }
    }
    return new Asset(type, hash(plain), immutable, forms);
  }

  private static String hash(byte[] bytes) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(Arrays.copyOf(digest, HASH_BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String extension(Path file) {
    var name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
