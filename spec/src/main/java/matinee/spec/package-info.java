/// Checks the specification in `spec/`, and what real rooms did against it.
@NullMarked
package matinee.spec;

import org.jspecify.annotations.NullMarked;
