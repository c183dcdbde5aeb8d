package matinee.server.accounts;

final class PostgresEndingsTest extends EndingsContract {
  PostgresEndingsTest() {
    super(Town.Kind.POSTGRESQL);
  }
}
