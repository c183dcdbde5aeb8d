/// What a link tells before anybody opens it: a title, a line, and a picture with both, for
/// messengers and wherever else links are shown. Knows nothing of rooms and evenings.
@NullMarked
package matinee.server.cards;

import org.jspecify.annotations.NullMarked;
