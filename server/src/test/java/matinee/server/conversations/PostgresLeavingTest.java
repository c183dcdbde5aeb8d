package matinee.server.conversations;

import matinee.server.people.Village;

final class PostgresLeavingTest extends LeavingContract {

  PostgresLeavingTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
