package matinee.server.library;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Optional;

/// How far the beginning of a film plays, as its container tells. Goes on where it was when it is
/// asked again, with more bytes. Used by one thread.
///
/// What plays is told so much shorter than it is as players read ahead: [#READ_AHEAD_MS].
abstract sealed class Reach permits Mp4Reach, MatroskaReach {
  /// Players do not go on with less than this before them, in ms of the film.
  static final long READ_AHEAD_MS = 1_000;

  private boolean isHopeless;

  /// That of a film whose bytes are in `file`; nothing for what plays only when it is whole.
  static Optional<Reach> of(Format format, FileChannel file) {
    return switch (format) {
      case MP4, MP4_AUDIO -> Optional.of(new Mp4Reach(file));
      case WEBM, MATROSKA -> Optional.of(new MatroskaReach(file));
      case OGG_VIDEO, OGG_AUDIO, MP3, AAC, FLAC, WAV -> Optional.empty();
    };
  }

  /// How far it plays with its first `bytes` bytes, in ms from its start; 0 where it plays only
  /// when it is whole, or is not what it seems to be.
  final long availableMs(long bytes) throws IOException {
    if (isHopeless) {
      return 0;
    }
    try {
      return Math.max(0, reachMs(bytes) - READ_AHEAD_MS);
    } catch (Unreadable _) {
      isHopeless = true;
      return 0;
    }
  }

  /// The first instant of which something is missing, in ms.
  abstract long reachMs(long bytes) throws IOException, Unreadable;

  /// It plays only when it is whole, or is not what it seems to be.
  static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String why) {
      super(why);
    }
  }
}
