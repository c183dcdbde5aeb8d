package matinee.server.accounts;

final class SqliteMailTokensTest extends MailTokensContract {

  SqliteMailTokensTest() {
    super(Town.Kind.SQLITE);
  }
}
