package matinee.server.viewings;

import matinee.server.people.Village;

final class SqliteShownViewingsTest extends ShownViewingsContract {

  SqliteShownViewingsTest() {
    super(Village.Kind.SQLITE);
  }
}
