package matinee.server.viewings;

import matinee.server.people.Village;

final class PostgresViewingsTest extends ViewingsContract {

  PostgresViewingsTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
