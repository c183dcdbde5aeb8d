package matinee.server.titles;

import matinee.server.people.Village;

final class PostgresPostersTest extends PostersContract {

  PostgresPostersTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
