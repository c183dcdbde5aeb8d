/// Which regions there are, and how servers of different regions speak with one another.
@NullMarked
package matinee.server.regions;

import org.jspecify.annotations.NullMarked;
