/// The sync server: WebSockets on a port of its own, from the handshake to the close code.
@NullMarked
package matinee.server.socket;

import org.jspecify.annotations.NullMarked;
