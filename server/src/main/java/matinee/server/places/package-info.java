/// Which places in rooms belong to whom, when nobody is there too, and by what people are known
/// again who have had one.
@NullMarked
package matinee.server.places;

import org.jspecify.annotations.NullMarked;
