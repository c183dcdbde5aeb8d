/// What is known of the films that are somebody's: what they are called, which series they belong
/// to, by which words they are found, and which posters were chosen for them.
@NullMarked
package matinee.server.titles;

import org.jspecify.annotations.NullMarked;
