/// The clock that the servers of one database have in common.
@NullMarked
package matinee.server.clock;

import org.jspecify.annotations.NullMarked;
