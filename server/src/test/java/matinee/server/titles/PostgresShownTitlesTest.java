package matinee.server.titles;

import matinee.server.people.Village;

final class PostgresShownTitlesTest extends ShownTitlesContract {

  PostgresShownTitlesTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
