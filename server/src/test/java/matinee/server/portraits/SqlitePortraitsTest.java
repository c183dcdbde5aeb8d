package matinee.server.portraits;

import matinee.server.people.Village;

final class SqlitePortraitsTest extends PortraitsContract {

  SqlitePortraitsTest() {
    super(Village.Kind.SQLITE);
  }
}
