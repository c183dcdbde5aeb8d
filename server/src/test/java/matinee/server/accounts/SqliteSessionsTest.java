package matinee.server.accounts;

final class SqliteSessionsTest extends SessionsContract {

  SqliteSessionsTest() {
    super(Town.Kind.SQLITE);
  }
}
