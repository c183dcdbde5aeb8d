@NullMarked
package matinee.chaos;

import org.jspecify.annotations.NullMarked;
