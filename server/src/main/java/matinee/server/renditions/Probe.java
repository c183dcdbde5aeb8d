package matinee.server.renditions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a film holds, as ffprobe tells. Codecs are named as browsers want them asked for (RFC
/// 6381), or as ffmpeg names them where there is no such name.
public record Probe(
    long lengthMs, Optional<Picture> picture, List<Track> sounds, List<Track> subtitles) {

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
