package matinee.server.accounts;

final class PostgresAccountsTest extends AccountsContract {

  PostgresAccountsTest() {
    super(Town.Kind.POSTGRESQL);
  }
}
