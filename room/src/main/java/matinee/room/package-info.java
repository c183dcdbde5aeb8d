/// The rules of a room: what may happen next, and what is true after it has happened.
///
/// Pure: no clock, no I/O, no threads, no chance. Every instant comes in as an argument. The same
/// classes run on the JVM and, compiled by TeaVM, in browsers. The rules and their ids stand in
/// `protocol/ROOM.md`.
@NullMarked
package matinee.room;

import org.jspecify.annotations.NullMarked;
