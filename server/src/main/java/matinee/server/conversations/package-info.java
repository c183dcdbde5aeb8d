/// What friends say to each other. Knows people and accounts, and nothing of rooms.
@NullMarked
package matinee.server.conversations;

import org.jspecify.annotations.NullMarked;
