package matinee.server.people;

final class SqlitePeopleTest extends PeopleContract {

  SqlitePeopleTest() {
    super(Village.Kind.SQLITE);
  }
}
