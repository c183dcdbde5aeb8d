package matinee.server.accounts;

final class SqliteAccountsTest extends AccountsContract {

  SqliteAccountsTest() {
    super(Town.Kind.SQLITE);
  }
}
