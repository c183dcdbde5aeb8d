package matinee.server.previews;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

/// A manifest of DASH (ISO/IEC 23009-1), as far as its first element tells: `length` where the film
/// is not live.
record DashManifest(Optional<Duration> length) {
  static final String TYPE = "application/dash+xml";

  /// Its first element comes within so many bytes, or it is taken for none.
  private static final int HEAD_BYTES = 16 * 1024;

  /// The manifest that `bytes` begin, if they are one.
  static Optional<DashManifest> of(byte[] bytes) {
    int size = Math.min(bytes.length, HEAD_BYTES);
    var head = new String(bytes, 0, size, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    return head.stripLeading().startsWith("<")
        ? Parser.xmlParser().parseInput(head, "").children().stream()
            .findFirst()
            .filter(root -> root.tagName().equals("MPD"))
            .map(root -> new DashManifest(length(root)))
        : Optional.empty();
  }

  private static Optional<Duration> length(Element root) {
    if (root.attr("type").equals("dynamic")) {
      return Optional.empty();
    }
    try {
      // No film lasts for months; some programs write that it lasts for none of them.
      var text = root.attr("mediaPresentationDuration").replaceFirst("^P(0+Y)?(0+M)?", "P");
      return Optional.of(Duration.parse(text));
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }
}
