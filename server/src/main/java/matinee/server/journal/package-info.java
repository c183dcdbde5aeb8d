/// The history of every room: appended to with a compare-and-set, never changed. It is the truth;
/// what stands in memory is a copy.
@NullMarked
package matinee.server.journal;

import org.jspecify.annotations.NullMarked;
