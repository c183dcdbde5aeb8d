/// Subtitles that people offer to all in a room.
@NullMarked
package matinee.server.subtitles;

import org.jspecify.annotations.NullMarked;
