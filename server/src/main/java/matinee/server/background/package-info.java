/// What a server does by itself beside serving.
@NullMarked
package matinee.server.background;

import org.jspecify.annotations.NullMarked;
