/// Measurements of the running program from outside, over real sockets, beside a floor in the same
/// run.
@NullMarked
package matinee.bench;

import org.jspecify.annotations.NullMarked;
