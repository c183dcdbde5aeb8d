/// The whole system in one process on virtual time: the server's rooms and sockets, a journal in a
/// real file, clients made of the same core, a network, people, and what goes wrong with each.
///
/// Everything that happens follows from a seed. Where to begin: [World].
@NullMarked
package matinee.sim;

import org.jspecify.annotations.NullMarked;
