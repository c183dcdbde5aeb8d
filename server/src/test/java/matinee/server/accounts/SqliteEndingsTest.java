package matinee.server.accounts;

final class SqliteEndingsTest extends EndingsContract {
  SqliteEndingsTest() {
    super(Town.Kind.SQLITE);
  }
}
