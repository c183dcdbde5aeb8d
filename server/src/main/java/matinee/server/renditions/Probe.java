package matinee.server.renditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a film holds, as ffprobe tells. Codecs are named as browsers want them asked for (RFC
/// 6381), or as ffmpeg names them where there is no such name.
public record Probe(
    long lengthMs, Optional<Picture> picture, List<Track> sounds, List<Track> subtitles) {

  private static final String USUAL_PICTURES = "avc1\\.(42|4d|64).*|vp8|vp09\\.00.*|av01.*";
  private static final String USUAL_SOUNDS = "mp4a.*|opus|vorbis|flac|mp3";

  public Probe {
    sounds = List.copyOf(sounds);
    subtitles = List.copyOf(subtitles);
  }

  /// The picture, as it is shown: turned if the film says so. `stream` is its number in the file.
  public record Picture(int stream, String codec, int width, int height, double framesPerSecond) {}

  /// Sound or subtitles. `language` and `title` are what the file says, the title at most 100
  /// characters long.
  public record Track(
      int stream, String codec, Optional<String> language, Optional<String> title) {}

  /// Whether hardly any browser would want anything else than the film itself.
  public boolean isPlayedByMost() {
    return picture.filter(it -> !it.codec().matches(USUAL_PICTURES)).isEmpty()
        && sounds.stream().limit(1).allMatch(it -> it.codec().matches(USUAL_SOUNDS));
  }

  /// What a browser is asked whether it can play the film, with the sound that it would choose.
  public String contentType() {
    var codecs = new ArrayList<String>();
    picture.ifPresent(it -> codecs.add(it.codec()));
    sounds.stream().findFirst().ifPresent(it -> codecs.add(it.codec()));
    var isWebm = codecs.stream().anyMatch(List.of("vp8", "vorbis", "theora")::contains);
    return (picture.isPresent() ? "video/" : "audio/")
        + (isWebm ? "webm" : "mp4")
        + "; codecs=\""
        + String.join(", ", codecs)
        + "\"";
  }
}
