/// From one room to many sockets: bytes made once, one task an event loop, one flush a turn.
@NullMarked
package matinee.server.fanout;

import org.jspecify.annotations.NullMarked;
