package matinee.server.listing;

import matinee.server.people.Village;

final class SqlitePublicListTest extends PublicListContract {

  SqlitePublicListTest() {
    super(Village.Kind.SQLITE);
  }
}
