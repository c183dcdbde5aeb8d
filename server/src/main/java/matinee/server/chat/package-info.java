/// What was said and done in a room, page by page.
@NullMarked
package matinee.server.chat;

import org.jspecify.annotations.NullMarked;
