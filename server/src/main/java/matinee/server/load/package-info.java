/// When there is too much: how much memory is left, and whether somebody more may come in.
@NullMarked
package matinee.server.load;

import org.jspecify.annotations.NullMarked;
