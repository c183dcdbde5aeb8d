package matinee.server.renditions;

import matinee.server.people.Village;

final class PostgresTurnsTest extends TurnsContract {

  PostgresTurnsTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
