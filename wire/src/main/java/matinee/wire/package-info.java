/// The language of rooms: JSON text to commands, events and snapshots, and back.
///
/// Pure: no I/O, no threads, no clock. The same classes run on the JVM and, compiled by TeaVM, in
/// browsers. The form of every message stands in `protocol/WIRE.md`, examples of it in
/// `protocol/messages/`.
@NullMarked
package matinee.wire;

import org.jspecify.annotations.NullMarked;
