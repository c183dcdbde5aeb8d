/// What was done and may have to be proven: a chain of entries in the database, each bound to all
/// before it. What an entry means only they know who make it.
@NullMarked
package matinee.server.audit;

import org.jspecify.annotations.NullMarked;
