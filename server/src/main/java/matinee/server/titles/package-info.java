/// What is known of the films that are somebody's: what they are called, which series they belong
/// to, and by which words they are found.
@NullMarked
package matinee.server.titles;

import org.jspecify.annotations.NullMarked;
