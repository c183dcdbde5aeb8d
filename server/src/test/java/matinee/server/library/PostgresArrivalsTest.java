package matinee.server.library;

import matinee.server.people.Village;

final class PostgresArrivalsTest extends ArrivalsContract {

  PostgresArrivalsTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
