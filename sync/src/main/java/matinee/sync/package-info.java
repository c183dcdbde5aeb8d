/// A client's mathematics: what time it is in the room, where the media should be, and what to do
/// with a player that is somewhere else.
///
/// Pure: no clock, no I/O, no threads, no chance. Instants named `nowMs` or `…AtMs` are
/// milliseconds of the client's own monotonic clock, any zero; those named `roomTimeMs` are room
/// time, milliseconds since 1970. The same classes run on the JVM and, compiled by TeaVM, in
/// browsers; objects belong to one thread.
@NullMarked
package matinee.sync;

import org.jspecify.annotations.NullMarked;
