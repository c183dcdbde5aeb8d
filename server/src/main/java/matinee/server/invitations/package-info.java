/// Invitations to rooms: who made them, what they offer, and how often they were used. Rooms know
/// nothing of them, but as what somebody comes.
@NullMarked
package matinee.server.invitations;

import org.jspecify.annotations.NullMarked;
