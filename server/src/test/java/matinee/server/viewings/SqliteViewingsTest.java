package matinee.server.viewings;

import matinee.server.people.Village;

final class SqliteViewingsTest extends ViewingsContract {

  SqliteViewingsTest() {
    super(Village.Kind.SQLITE);
  }
}
