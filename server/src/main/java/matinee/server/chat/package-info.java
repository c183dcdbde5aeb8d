/// What was said and done in a room, page by page, and found by words.
@NullMarked
package matinee.server.chat;

import org.jspecify.annotations.NullMarked;
