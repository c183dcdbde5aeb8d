/// What is reached over HTTP: the REST interface, films by byte range, the page, health, and the
/// way through to the sync port. Nothing points here.
@NullMarked
package matinee.server.http;

import org.jspecify.annotations.NullMarked;
