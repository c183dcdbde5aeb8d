package matinee.server.renditions;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Names codecs as RFC 6381 does, out of what ffprobe tells of a stream.
final class Codecs {
  private static final Map<String, String> H264 =
      Map.of(
          "Baseline", "4200",
          "Constrained Baseline", "42e0",
          "Main", "4d00",
          "High", "6400",
          "High 10", "6e00",
          "High 4:2:2", "7a00",
          "High 4:4:4 Predictive", "f400");

  private static final Map<String, String> OTHERS =
      Map.ofEntries(
          Map.entry("mpeg4", "mp4v.20.9"),
          Map.entry("mpeg2video", "mp4v.61"),
          Map.entry("av1", "av01.0.08M.08"),
          Map.entry("mp3", "mp4a.6b"),
          Map.entry("ac3", "ac-3"),
          Map.entry("eac3", "ec-3"));

  private Codecs() {}

  static String of(JsonNode stream) {
    var codec = stream.path("codec_name").asString("");
    var profile = stream.path("profile").asString("");
    int level = Math.max(0, stream.path("level").asInt(0));
    return switch (codec) {
      case "h264" -> "avc1.%s%02x".formatted(H264.getOrDefault(profile, "6400"), level);
      case "hevc" -> "hvc1.%s.L%d.B0".formatted(profile.equals("Main 10") ? "2.4" : "1.6", level);
      case "vp9" ->
          "vp09.0%s.41.%s"
              .formatted(
                  profile.matches("Profile [0-3]") ? profile.substring(8) : "0",
                  stream.path("pix_fmt").asString("").contains("10") ? "10" : "08");
      case "aac" -> profile.startsWith("HE-AAC") ? "mp4a.40.5" : "mp4a.40.2";
      default -> OTHERS.getOrDefault(codec, codec);
    };
  }
}
