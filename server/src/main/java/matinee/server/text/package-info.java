/// What a word is, for whatever is looked for by words.
@NullMarked
package matinee.server.text;

import org.jspecify.annotations.NullMarked;
