package matinee.server.library;

import matinee.server.people.Village;

final class SqliteArrivalsTest extends ArrivalsContract {

  SqliteArrivalsTest() {
    super(Village.Kind.SQLITE);
  }
}
