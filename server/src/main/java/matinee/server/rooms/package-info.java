/// Rooms at work: one writer a room decides commands, appends their events to the journal and hands
/// them on.
@NullMarked
package matinee.server.rooms;

import org.jspecify.annotations.NullMarked;
