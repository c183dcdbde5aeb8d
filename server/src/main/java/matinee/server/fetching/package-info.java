/// The only door by which the server reads what stands at an address that a person named.
@NullMarked
package matinee.server.fetching;

import org.jspecify.annotations.NullMarked;
