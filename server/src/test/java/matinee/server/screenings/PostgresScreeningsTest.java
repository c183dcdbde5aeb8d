package matinee.server.screenings;

import matinee.server.people.Village;

final class PostgresScreeningsTest extends ScreeningsContract {

  PostgresScreeningsTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
