/// What people have watched who are signed in, and where they stopped.
@NullMarked
package matinee.server.viewings;

import org.jspecify.annotations.NullMarked;
