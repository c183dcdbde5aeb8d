/// Where people are who are signed in, on whichever server, as far as they let their friends see.
@NullMarked
package matinee.server.whereabouts;

import org.jspecify.annotations.NullMarked;
