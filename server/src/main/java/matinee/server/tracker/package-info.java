/// Introduces peers to one another: those who know the same info hash, and nobody else
/// (protocol/TRACKER.md).
@NullMarked
package matinee.server.tracker;

import org.jspecify.annotations.NullMarked;
