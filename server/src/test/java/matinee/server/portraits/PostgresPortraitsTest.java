package matinee.server.portraits;

import matinee.server.people.Village;

final class PostgresPortraitsTest extends PortraitsContract {

  PostgresPortraitsTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
