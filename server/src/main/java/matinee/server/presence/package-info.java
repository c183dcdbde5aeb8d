/// Who is connected, and how their players are doing: told to everyone, never written down.
@NullMarked
package matinee.server.presence;

import org.jspecify.annotations.NullMarked;
