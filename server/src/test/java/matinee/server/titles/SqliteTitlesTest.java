package matinee.server.titles;

import matinee.server.people.Village;

final class SqliteTitlesTest extends TitlesContract {

  SqliteTitlesTest() {
    super(Village.Kind.SQLITE);
  }
}
