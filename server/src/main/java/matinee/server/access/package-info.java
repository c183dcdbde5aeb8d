/// The door: who may come in, and with which ticket.
@NullMarked
package matinee.server.access;

import org.jspecify.annotations.NullMarked;
