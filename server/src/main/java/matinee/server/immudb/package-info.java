/// A copy of what was done, in an immudb: a database that forgets nothing. Off unless asked for.
@NullMarked
package matinee.server.immudb;

import org.jspecify.annotations.NullMarked;
