package matinee.server.titles;

import matinee.server.people.Village;

final class PostgresTitlesTest extends TitlesContract {

  PostgresTitlesTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
