/// How people look who have accounts: what they send is made anew as small squares, which are kept
/// and shown to whoever knows their address. Posters are drawn anew by the same studio.
@NullMarked
package matinee.server.portraits;

import org.jspecify.annotations.NullMarked;
