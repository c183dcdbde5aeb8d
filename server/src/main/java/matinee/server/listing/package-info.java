/// The public list: the rooms that everybody may find and enter, on whichever server they are kept.
@NullMarked
package matinee.server.listing;

import org.jspecify.annotations.NullMarked;
