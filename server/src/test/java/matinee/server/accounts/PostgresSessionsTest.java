package matinee.server.accounts;

final class PostgresSessionsTest extends SessionsContract {

  PostgresSessionsTest() {
    super(Town.Kind.POSTGRESQL);
  }
}
