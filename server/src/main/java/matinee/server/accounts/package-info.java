/// The passport: who somebody is. Accounts, passwords, devices that are signed in, and the tokens
/// by which they are known. Knows nothing of rooms.
@NullMarked
package matinee.server.accounts;

import org.jspecify.annotations.NullMarked;
