package matinee.server.viewings;

import matinee.server.people.Village;

final class PostgresShownViewingsTest extends ShownViewingsContract {

  PostgresShownViewingsTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
