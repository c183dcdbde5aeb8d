/// What the servers that keep the same rooms tell one another: quickly through a carrier when there
/// is one, and always through the database.
@NullMarked
package matinee.server.bus;

import org.jspecify.annotations.NullMarked;
