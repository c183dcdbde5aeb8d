package matinee.server.accounts;

final class PostgresSharedPasswordsTest extends SharedPasswordsContract {
  PostgresSharedPasswordsTest() {
    super(Town.Kind.POSTGRESQL);
  }
}
