package matinee.room;

/// What the players load: where from, what it is called (1 to 200 characters), how long it lasts.
public record Media(MediaRef ref, String title, Length length) {
  public static final int MAX_TITLE = 200;

  public Media {
    title = Text.line("title", title, MAX_TITLE);
  }

  /// The same media with its length.
  public Media lasting(Length.Known known) {
    return new Media(ref, title, known);
  }

  /// Is `positionMs` a place in this media? From 0 to its length, or to 30 days while that is
  /// unknown (PB6).
  public boolean has(long positionMs) {
    return positionMs >= 0 && positionMs <= lastPositionMs();
  }

  /// `positionMs`, or the end of the media when it lies beyond.
  long clamp(long positionMs) {
    return Math.max(0, Math.min(positionMs, lastPositionMs()));
  }

  private long lastPositionMs() {
    return switch (length) {
      case Length.Known(long ms) -> ms;
      case Length.Unknown _ -> Length.Known.MAX_MS;
    };
  }
}
