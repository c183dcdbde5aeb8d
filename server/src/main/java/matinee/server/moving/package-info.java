/// How rooms move from one region to another, and how one finds out where a room is.
@NullMarked
package matinee.server.moving;

import org.jspecify.annotations.NullMarked;
