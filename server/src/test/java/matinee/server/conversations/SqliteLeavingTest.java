package matinee.server.conversations;

import matinee.server.people.Village;

final class SqliteLeavingTest extends LeavingContract {

  SqliteLeavingTest() {
    super(Village.Kind.SQLITE);
  }
}
