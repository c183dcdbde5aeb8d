package matinee.server.whereabouts;

import matinee.server.people.Village;

final class PostgresWhereaboutsTest extends WhereaboutsContract {

  PostgresWhereaboutsTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
