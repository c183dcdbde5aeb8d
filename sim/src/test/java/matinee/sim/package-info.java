@NullMarked
package matinee.sim;

import org.jspecify.annotations.NullMarked;
