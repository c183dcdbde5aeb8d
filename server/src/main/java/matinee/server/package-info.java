/// The server: configuration and the composition root.
@NullMarked
package matinee.server;

import org.jspecify.annotations.NullMarked;
