/// Tells rooms how much is there of films on their way in.
@NullMarked
package matinee.server.supplies;

import org.jspecify.annotations.NullMarked;
