package matinee.server.renditions;

import matinee.server.people.Village;

final class SqliteTurnsTest extends TurnsContract {

  SqliteTurnsTest() {
    super(Village.Kind.SQLITE);
  }
}
