/// Films that people uploaded: taken in, kept in a folder, found again.
@NullMarked
package matinee.server.library;

import org.jspecify.annotations.NullMarked;
