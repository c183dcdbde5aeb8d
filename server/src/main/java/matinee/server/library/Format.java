package matinee.server.library;

/// The containers that browsers play, by what they are served as.
///
/// QuickTime is served as MP4: the boxes are the same, and browsers that would refuse the other
/// name play it.
public enum Format {
  MP4("video/mp4"),
  MP4_AUDIO("audio/mp4"),
  WEBM("video/webm"),
  MATROSKA("video/x-matroska"),
  OGG_VIDEO("video/ogg"),
  OGG_AUDIO("audio/ogg"),
  MP3("audio/mpeg"),
  AAC("audio/aac"),
  FLAC("audio/flac"),
  WAV("audio/wav");

  private final String contentType;

  Format(String contentType) {
    this.contentType = contentType;
  }

  public String contentType() {
    return contentType;
  }
}
