/// Traces: what rooms do, written down line by line, for the specification to judge.
@NullMarked
package matinee.server.trace;

import org.jspecify.annotations.NullMarked;
