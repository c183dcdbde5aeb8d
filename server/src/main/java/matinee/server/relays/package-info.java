/// The servers by which browsers find a way to one another, and who may use them.
@NullMarked
package matinee.server.relays;

import org.jspecify.annotations.NullMarked;
