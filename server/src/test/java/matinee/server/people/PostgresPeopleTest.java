package matinee.server.people;

final class PostgresPeopleTest extends PeopleContract {

  PostgresPeopleTest() {
    super(Village.Kind.POSTGRESQL);
  }
}
