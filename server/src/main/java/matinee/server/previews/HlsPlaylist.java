package matinee.server.previews;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// A playlist of HLS (RFC 8216), as far as it tells how long the film is: `length` of one that
/// names all segments of it, `variant` as the first reference of one that names playlists.
/// Segments, keys and maps are no concern of it.
record HlsPlaylist(Optional<Duration> length, Optional<String> variant) {
  static final String TYPE = "application/vnd.apple.mpegurl";

  private static final String BEGINNING = "#EXTM3U";
  private static final String STREAM = "#EXT-X-STREAM-INF:";
  private static final String END = "#EXT-X-ENDLIST";
  private static final Pattern SEGMENT =
      Pattern.compile("#EXTINF:([0-9]{1,6})(?:\\.([0-9]{1,15}))?(?:,.*)?");
  private static final int DIGITS_OF_MICROSECONDS = 6;

  /// The playlist that `bytes` are the beginning of, or all of if `isWhole`, if they are one.
  static Optional<HlsPlaylist> of(byte[] bytes, boolean isWhole) {
    var text = new String(bytes, StandardCharsets.UTF_8).replaceFirst("^\uFEFF", "");
    return text.startsWith(BEGINNING) ? Optional.of(read(text, isWhole)) : Optional.empty();
  }

  private static HlsPlaylist read(String text, boolean isWhole) {
    var lines = text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    var variant =
        lines.stream()
            .dropWhile(line -> !line.startsWith(STREAM))
            .filter(line -> !line.startsWith("#"))
            .findFirst();
    long microseconds = lines.stream().mapToLong(HlsPlaylist::microseconds).sum();
    return new HlsPlaylist(
        isWhole && lines.contains(END)
            ? Optional.of(Duration.ofMillis(Math.round(microseconds / 1_000.0)))
            : Optional.empty(),
        variant);
  }

  /// How long the segment lasts that `line` announces; 0 of every other line.
  private static long microseconds(String line) {
    var segment = SEGMENT.matcher(line);
    if (!segment.matches()) {
      return 0;
    }
    var fraction = segment.group(2) == null ? "" : segment.group(2);
    var digits = (fraction + "000000").substring(0, DIGITS_OF_MICROSECONDS);
    return Long.parseLong(segment.group(1) + digits);
  }
}
