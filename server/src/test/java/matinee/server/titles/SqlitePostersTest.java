package matinee.server.titles;

import matinee.server.people.Village;

final class SqlitePostersTest extends PostersContract {

  SqlitePostersTest() {
    super(Village.Kind.SQLITE);
  }
}
