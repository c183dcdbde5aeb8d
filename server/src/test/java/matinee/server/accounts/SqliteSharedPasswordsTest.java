package matinee.server.accounts;

final class SqliteSharedPasswordsTest extends SharedPasswordsContract {
  SqliteSharedPasswordsTest() {
    super(Town.Kind.SQLITE);
  }
}
