package matinee.server.whereabouts;

import matinee.server.people.Village;

final class SqliteWhereaboutsTest extends WhereaboutsContract {

  SqliteWhereaboutsTest() {
    super(Village.Kind.SQLITE);
  }
}
