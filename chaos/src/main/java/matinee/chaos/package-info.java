/// The built program under real faults: real processes, a real PostgreSQL and Redis, connections
/// that stall and break, members who keep down what they were told, and checkers that read it.
///
/// Black box: nothing here knows a class of the server. What goes wrong, and when, follows from a
/// seed; what comes of it does not, for the processes are real. Where to begin: [Chaos], [Trial].
@NullMarked
package matinee.chaos;

import org.jspecify.annotations.NullMarked;
