package matinee.server.listing;

import matinee.server.people.Village;

final class PostgresPublicListTest extends PublicListContract {

  PostgresPublicListTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
