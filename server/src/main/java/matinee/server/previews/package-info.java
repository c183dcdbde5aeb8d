/// What addresses are that people name, before anything is put on: a film, a page, or nothing that
/// can be told. Reads through [matinee.server.fetching] alone.
@NullMarked
package matinee.server.previews;

import org.jspecify.annotations.NullMarked;
