package matinee.server.titles;

import matinee.server.people.Village;

final class SqliteShownTitlesTest extends ShownTitlesContract {

  SqliteShownTitlesTest() {
    super(Village.Kind.SQLITE);
  }
}
