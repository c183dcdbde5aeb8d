package matinee.server.screenings;

import matinee.server.people.Village;

final class SqliteScreeningsTest extends ScreeningsContract {

  SqliteScreeningsTest() {
    super(Village.Kind.SQLITE);
  }
}
