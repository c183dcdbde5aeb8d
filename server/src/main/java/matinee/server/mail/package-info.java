/// Letters to people by e-mail: what they say, the queue in which they wait, and the server that
/// takes them. Knows nothing of rooms and accounts.
@NullMarked
package matinee.server.mail;

import org.jspecify.annotations.NullMarked;
