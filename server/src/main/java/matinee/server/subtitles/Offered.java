package matinee.server.subtitles;

import java.util.Optional;
import matinee.room.MemberId;

/// Subtitles that `by` offers to all in a room, without their text.
public record Offered(SubtitlesId id, MemberId by, String name, Optional<String> language) {}
