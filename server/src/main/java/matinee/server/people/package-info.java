/// Who knows whom: friends, who wants to be one, and who is not listened to. Knows accounts, and
/// nothing of rooms.
@NullMarked
package matinee.server.people;

import org.jspecify.annotations.NullMarked;
