/// Planned evenings: what is shown when, who comes, and that it begins by itself.
@NullMarked
package matinee.server.screenings;

import org.jspecify.annotations.NullMarked;
