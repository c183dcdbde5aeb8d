/// Keeping a room without a server, in the page of one of those who are in it
/// (`protocol/PEERS.md`); and what servers keep rooms by as well.
///
/// Pure: no clock, no I/O, no threads, no chance. Every instant comes in as an argument. The same
/// classes run on the JVM and, compiled by TeaVM, in browsers.
@NullMarked
package matinee.host;

import org.jspecify.annotations.NullMarked;
